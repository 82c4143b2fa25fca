import { abilityFor, dataScopeOf } from "@rehab/schema/access/ability";
import type { Ability, AccessProfile, DataScope } from "@rehab/schema/access/ability";
import type { Role } from "@rehab/schema/access/role";
import { LRUCache } from "lru-cache";

/** Who acts: a signed-in person, or the system itself for clocks, the first start and the command line. */
export interface Actor {
  readonly accountId: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly stationId: string | null;
  readonly ability: Ability;
  readonly scope: DataScope;
  readonly requestId: string | null;
}

export function actorOf(profile: {
  accountId: string | null;
  name: string;
  roles: readonly Role[];
  stationId: string | null;
  requestId: string | null;
}): Actor {
  const ability = knownAbility(profile);
  return { ...profile, ability, scope: dataScopeOf(ability) };
}

/** Every request asks for one, and all people of a role at a station have the same. */
const abilities = new LRUCache<string, Ability>({ max: 500 });

function knownAbility({ roles, stationId }: AccessProfile): Ability {
  const key = `${roles.join(",")} ${stationId ?? ""}`;
  const known = abilities.get(key);
  if (known !== undefined) return known;
  const ability = abilityFor({ roles, stationId });
  abilities.set(key, ability);
  return ability;
}

/** Acts for the office itself, with the rights of a supervisor and an admin. */
export const systemActor: Actor = actorOf({
  accountId: null,
  name: "system",
  roles: ["supervisor", "admin"],
  stationId: null,
  requestId: null,
});

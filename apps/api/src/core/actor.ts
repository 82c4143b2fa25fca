import { abilityFor, dataScopeOf } from "@rehab/schema/access/ability";
import type { Ability, DataScope } from "@rehab/schema/access/ability";
import type { Role } from "@rehab/schema/access/role";

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
  const ability = abilityFor(profile);
  return { ...profile, ability, scope: dataScopeOf(ability) };
}

/** Acts for the office itself, with the rights of a supervisor and an admin. */
export const systemActor: Actor = actorOf({
  accountId: null,
  name: "system",
  roles: ["supervisor", "admin"],
  stationId: null,
  requestId: null,
});

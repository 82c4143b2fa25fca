import { AbilityBuilder, createMongoAbility } from "@casl/ability";
import type { MongoAbility, MongoQuery } from "@casl/ability";
import type { Role } from "./role.ts";

export type Action = "list" | "read" | "reveal" | "export" | "create" | "update" | "apply" | "undo";

/** What is protected. `CaseFile` stands for everything that tells about a person. */
export type Subject =
  | "CaseFile"
  | "Indicator"
  | "Handoff"
  | "Reconciliation"
  | "Approval"
  | "ImportBatch"
  | "Station"
  | "Staff"
  | "Account"
  | "AuditTrail"
  | "Clock"
  | "CountyRecord"
  | "Law";

/** The signed-in person as permission rules see them. */
export interface AccessProfile {
  readonly roles: readonly Role[];
  /** The caseworker's own station; null for bureau staff. */
  readonly stationId: string | null;
}

type StationCondition = MongoQuery<{ stationId: string | null }>;
export type Ability = MongoAbility<[Action, Subject], StationCondition>;

/**
 * Everything that `profile` may do; whatever is not listed is denied.
 * A caseworker's rules carry the own station as a condition, an admin gets no case content.
 */
export function abilityFor(profile: AccessProfile): Ability {
  const { can, build } = new AbilityBuilder<Ability>(createMongoAbility);
  const has = (role: Role) => profile.roles.includes(role);

  if (has("caseworker") && profile.stationId !== null) {
    const ownStation = { stationId: profile.stationId };
    can(["list", "read", "reveal", "export", "create", "update"], "CaseFile", ownStation);
    can(["list", "update"], "Handoff", ownStation);
    can(["list", "create"], "Approval", ownStation);
    can("read", "Indicator", ownStation);
    can(["list"], ["Station", "Staff", "Law"]);
  }
  if (has("supervisor")) {
    can(["list", "read", "reveal", "export"], "CaseFile");
    can("read", "Indicator");
    can(["list", "create", "update"], ["Handoff", "Reconciliation"]);
    can(["list", "update"], "Approval");
    can(["list", "read", "create", "update", "apply", "undo", "export"], "ImportBatch");
    can(["list"], ["Station", "Staff", "CountyRecord", "Law"]);
  }
  if (has("admin")) {
    can(["list", "create", "update"], ["Account", "Station", "Staff"]);
    can(["list", "create", "update"], "Law");
    can("list", "AuditTrail");
    can("update", "Clock");
  }
  return build();
}

/** Which people's data `profile` may touch: all of the county's, one station's, or none. */
export type DataScope =
  | { readonly kind: "county" }
  | { readonly kind: "station"; readonly stationId: string }
  | { readonly kind: "none" };

/** The data scope that follows from the rules on `CaseFile`; row-level security enforces the same scope. */
export function dataScopeOf(ability: Ability): DataScope {
  const rules = ability.rulesFor("read", "CaseFile").filter((rule) => !rule.inverted);
  if (rules.some((rule) => rule.conditions === undefined)) return { kind: "county" };
  const stationId = rules.map((rule) => rule.conditions?.["stationId"]).find((id) => typeof id === "string");
  return stationId === undefined ? { kind: "none" } : { kind: "station", stationId };
}

import type { Action, Subject } from "@rehab/schema/access/ability";
import type { Actor } from "./actor.ts";
import { ProblemError } from "./problem-error.ts";

/**
 * Whether somebody may do this to a record of a station. The endpoint's access asks whether somebody may do it
 * anywhere; for a supervisor who is caseworker as well the own station decides.
 */
export function mayAtStation(actor: Actor, action: Action, subject: Subject, stationId: string): boolean {
  return actor.ability
    .rulesFor(action, subject)
    .some(
      ({ inverted, conditions }) =>
        !inverted && (conditions === undefined || conditions["stationId"] === stationId),
    );
}

/** Throws `forbidden` for who may not. */
export function requireAtStation(actor: Actor, action: Action, subject: Subject, stationId: string): void {
  if (!mayAtStation(actor, action, subject, stationId)) throw new ProblemError("forbidden");
}

import type { Action, Subject } from "@rehab/schema/access/ability";
import type { Actor } from "../../core/actor.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { mayAtStation, requireAtStation } from "../../core/require-at-station.ts";

/** Who does what is not for whoever asks. */
export const BY_STATION = "由所在工作站的专职工作人员办理";

/** What somebody must be able to do at the person's station, for each action of a page. */
export type AccessOf<A extends string> = Readonly<Record<A, readonly [Action, Subject]>>;

interface Asked<A extends string> {
  readonly actor: Actor;
  readonly stationId: string;
  readonly accessOf: AccessOf<A>;
  /** Why an action is not possible now, in Chinese; undefined for one that is. */
  readonly obstacle: (action: A) => string | undefined;
}

export interface PossibleAction<A extends string> {
  readonly action: A;
  readonly allowed: boolean;
  readonly reason: string | null;
}

/** What may be done now, and why the rest may not: the same answer with which the writes refuse. */
export function possibleActions<A extends string>(asked: Asked<A>): PossibleAction<A>[] {
  const { actor, stationId, accessOf, obstacle } = asked;
  return (Object.keys(accessOf) as A[]).map((action) => {
    const [does, subject] = accessOf[action];
    const reason = mayAtStation(actor, does, subject, stationId) ? (obstacle(action) ?? null) : BY_STATION;
    return { action, allowed: reason === null, reason };
  });
}

/** Throws `forbidden` for who may not, and `wrong_state` with its reason for what cannot be done now. */
export function requireAction<A extends string>(asked: Asked<A>, action: A): void {
  const { actor, stationId, accessOf, obstacle } = asked;
  const [does, subject] = accessOf[action];
  requireAtStation(actor, does, subject, stationId);
  const detail = obstacle(action);
  if (detail !== undefined) throw new ProblemError("wrong_state", { detail });
}

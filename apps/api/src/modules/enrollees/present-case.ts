import { enteredOn, standingOn } from "@rehab/domain/supervision/case-history";
import type { CaseStanding } from "@rehab/domain/supervision/case-history";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { and, eq, isNull } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { loadSupervisionFacts } from "./supervision-facts.ts";
import type { SupervisedCase } from "./supervision-facts.ts";

/**
 * Which of a person's cases, first case first, stands: the latest that was not given back to the police, for an order
 * that was given back was never carried out here.
 */
export function presentOf<C extends Pick<SupervisedCase, "history">>(
  cases: readonly C[],
  today: PlainDate,
): C | undefined {
  const kept = cases.findLast(
    ({ history }) => standingOn(history, today).ended?.kind !== "returned_to_police",
  );
  return kept ?? cases.at(-1);
}

/** Of some people's cases the one of each that stands, by person. */
export function presentCases<C extends Pick<SupervisedCase, "history" | "enrolleeId">>(
  cases: readonly C[],
  today: PlainDate,
): Map<string, C> {
  const present = new Map<string, C>();
  for (const [enrolleeId, own] of Map.groupBy(cases, (each) => each.enrolleeId)) {
    const standing = presentOf(own, today);
    if (standing !== undefined) present.set(enrolleeId, standing);
  }
  return present;
}

/** The cases that stand, of the people in sight among these. */
export async function loadPresentCases(
  { tx, today }: Pick<UseCaseContext, "today"> & { readonly tx: ReadTx },
  enrolleeIds: readonly string[],
): Promise<Map<string, SupervisedCase>> {
  return presentCases(await loadSupervisionFacts(tx, enrolleeIds), today);
}

/** The case of a person that stands now. Throws `not_found`. */
export async function getPresentCase(
  tx: ReadTx,
  enrolleeId: string,
  today: PlainDate,
): Promise<SupervisedCase> {
  const present = presentOf(await loadSupervisionFacts(tx, [enrolleeId]), today);
  if (present === undefined) throw new ProblemError("not_found");
  return present;
}

/** The case that a record belongs to, be it an earlier one of the person's. Throws `not_found`. */
export async function getCase(
  tx: ReadTx,
  { enrolleeId, caseId }: { readonly enrolleeId: string; readonly caseId: string },
): Promise<SupervisedCase> {
  const found = (await loadSupervisionFacts(tx, [enrolleeId])).find((each) => each.caseId === caseId);
  if (found === undefined) throw new ProblemError("not_found");
  return found;
}

/** A person in sight, about whom nobody else writes until this transaction ends. Throws `not_found`. */
export async function lockEnrollee(
  { tx }: Pick<UseCaseContext, "tx">,
  id: string,
): Promise<typeof enrollee.$inferSelect> {
  const [person] = await tx
    .select()
    .from(enrollee)
    .where(and(eq(enrollee.id, id), isNull(enrollee.annulledAt)))
    .for("update");
  if (person === undefined) throw new ProblemError("not_found");
  return person;
}

/** The same for a write: nobody else writes about the person meanwhile. Throws `not_found`. */
export async function lockPresentCase(context: UseCaseContext, enrolleeId: string): Promise<SupervisedCase> {
  const { tx, today } = context;
  await lockEnrollee(context, enrolleeId);
  return getPresentCase(tx, enrolleeId, today);
}

/**
 * Refuses what cannot be recorded of the term for a day: `forbidden` for who is not of the station, `wrong_state` outside
 * the term.
 */
export function requireInTerm(
  { actor }: Pick<UseCaseContext, "actor">,
  facts: SupervisedCase,
  on: PlainDate,
): void {
  requireAtStation(actor, "create", "CaseFile", facts.stationId);
  const obstacle = outsideTerm(facts, on);
  if (obstacle !== undefined) throw new ProblemError("wrong_state", { detail: obstacle });
}

/** The columns of a fact about a case, recorded now by whoever acts. */
export function factOf(
  { county, now, actor }: Pick<UseCaseContext, "county" | "now" | "actor">,
  { stationId, enrolleeId, caseId }: Pick<SupervisedCase, "stationId" | "enrolleeId" | "caseId">,
) {
  return {
    countyCode: county.code,
    stationId,
    enrolleeId,
    caseId,
    recordedAt: now,
    recordedBy: actor.accountId,
  };
}

/** Why nothing of the term can be recorded for a day: before the report-in or after the end; undefined when it can. */
export function outsideTerm({ history }: SupervisedCase, on: PlainDate): string | undefined {
  const standing: CaseStanding = standingOn(history, on);
  if (standing.ended !== undefined && standing.ended.on < on) return `措施已于${standing.ended.on}结束`;
  return enteredOn(standing) === undefined ? "这一天本人还没有收到决定书" : undefined;
}

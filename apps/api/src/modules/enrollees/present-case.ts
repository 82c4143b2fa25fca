import { enteredOn, standingOn } from "@rehab/domain/supervision/case-history";
import type { CaseStanding } from "@rehab/domain/supervision/case-history";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { loadSupervisionFacts } from "./supervision-facts.ts";
import type { SupervisedCase } from "./supervision-facts.ts";

/** The case that stands now: the latest that was not given back to the police. Throws `not_found`. */
export async function getPresentCase(
  tx: ReadTx,
  enrolleeId: string,
  today: PlainDate,
): Promise<SupervisedCase> {
  const cases = await loadSupervisionFacts(tx, [enrolleeId]);
  const kept = cases.findLast(
    ({ history }) => standingOn(history, today).ended?.kind !== "returned_to_police",
  );
  const present = kept ?? cases.at(-1);
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

/** Nobody else writes about the person until this transaction ends. */
export async function lockEnrollee({ tx }: Pick<UseCaseContext, "tx">, id: string): Promise<void> {
  await tx.select({ id: enrollee.id }).from(enrollee).where(eq(enrollee.id, id)).for("update");
}

/** The same for a write: nobody else writes about the person meanwhile. Throws `not_found`. */
export async function lockPresentCase(context: UseCaseContext, enrolleeId: string): Promise<SupervisedCase> {
  const { tx, today } = context;
  await lockEnrollee(context, enrolleeId);
  return getPresentCase(tx, enrolleeId, today);
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

/** The columns that annul a record. */
export function annulment({ now, actor }: Pick<UseCaseContext, "now" | "actor">, reason: string) {
  return { annulledAt: now, annulledBy: actor.accountId, annulmentReason: reason };
}

/** Why nothing of the term can be recorded for a day: before the report-in or after the end; undefined when it can. */
export function outsideTerm({ history }: SupervisedCase, on: PlainDate): string | undefined {
  const standing: CaseStanding = standingOn(history, on);
  if (standing.ended !== undefined && standing.ended.on < on) return `措施已于${standing.ended.on}结束`;
  return enteredOn(standing) === undefined ? "这一天本人还没有收到决定书" : undefined;
}

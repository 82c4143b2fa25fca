import type { Law } from "@rehab/domain/law/law";
import { deductionFault, termLengthFault } from "@rehab/domain/law/term-length";
import type { ResponseOf } from "@rehab/schema/endpoint";
import type { HandoffCreation, newHandoffEndpoints } from "@rehab/schema/new-handoff";
import { and, eq } from "drizzle-orm";
import type { Actor } from "../../core/actor.ts";
import { newId } from "../../core/ids.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { query, useCase } from "../../core/use-case.ts";
import type { Services, UseCaseContext } from "../../core/use-case.ts";
import { caseRecord } from "../../db/schema/enrollee.ts";
import { handoff } from "../../db/schema/handoff.ts";
import { importBatch } from "../../db/schema/import.ts";
import { lockImports } from "../imports/lock-imports.ts";
import { planAgainstDatabase } from "../imports/plan-import.ts";
import type { PlannedRow } from "../imports/plan/planned-row.ts";
import { readFiles } from "../imports/read-files.ts";
import type { ReadSheet } from "../imports/read-files.ts";
import type { SourceRow } from "../imports/source-row.ts";
import { insertImportRows, markApplied } from "../imports/store-rows.ts";
import { toSourceRows } from "../imports/to-source-rows.ts";
import { typedHandoffList } from "../imports/typed-list.ts";
import type { TypedHandoffRow } from "../imports/typed-list.ts";
import { writePlan } from "../imports/write/write-plan.ts";
import { recordTransferIn, refuseTransferDays } from "../transfers/record-transfer-in.ts";
import { refuseDoubts } from "./refuse-doubts.ts";
import { typedRowOf } from "./typed-row.ts";

type Result = ResponseOf<typeof newHandoffEndpoints.create>;

/**
 * Takes over one person outside a list. What was typed goes the way of a list of one row: the same checks, the same
 * doubts, the same trace, and it can be undone like any import.
 */
export async function createHandoff(
  services: Services,
  actor: Actor,
  typed: HandoffCreation,
): Promise<Result> {
  const row = await rowOf(services, actor, typed);
  const title = typed.transfer === null ? "手工登记的移交" : "手工登记的转入";
  const sheets = await readFiles([await typedHandoffList([row], { title })], services.clock.today());
  return recordHandoff(services, actor, { typed, sheets });
}

const rowOf = query<HandoffCreation, TypedHandoffRow>(({ tx, cipher }, typed) =>
  typedRowOf(tx, typed, cipher),
);

const recordHandoff = useCase<{ typed: HandoffCreation; sheets: readonly ReadSheet[] }, Result>(
  "new-handoff.create",
  async (context, { typed, sheets }) => {
    const { tx, audit, today, law } = context;
    await lockImports(tx);
    const already = await findRecorded(context, typed.id);
    if (already !== undefined) {
      audit({
        action: "new-handoff.create",
        subjectType: "case",
        subjectId: already.caseId,
        change: { again: true },
      });
      return already;
    }
    const { orderedOn, receivedOn, handedOffOn, birthDate, isolationLeftOn } = typed;
    refuseFutureDay(orderedOn, today, "/orderedOn");
    refuseFutureDay(receivedOn, today, "/receivedOn");
    refuseFutureDay(handedOffOn, today, "/handedOffOn");
    refuseFutureDay(birthDate, today, "/birthDate");
    refuseFutureDay(isolationLeftOn, today, "/isolationLeftOn");
    refuseTerm(typed, law);
    if (typed.transfer !== null) refuseTransferDays(typed.transfer, receivedOn, today);

    const planned = await planTyped(context, typed, sheets);
    const caseId = planned.writes.find(({ op }) => op === "add_case");
    if (planned.enrolleeId === null || caseId?.op !== "add_case")
      throw new Error("a hand-off opened no case");
    const recorded = { enrolleeId: planned.enrolleeId, caseId: caseId.id, effect: planned.effect };
    audit({
      action: "new-handoff.create",
      subjectType: "case",
      subjectId: recorded.caseId,
      change: {
        enrolleeId: recorded.enrolleeId,
        batchId: typed.id,
        source: typed.transfer === null ? "typed" : "transfer",
        settled: planned.issues.map(({ code }) => code),
      },
      ...(typed.acceptReason !== null && { reason: typed.acceptReason }),
    });
    return recorded;
  },
);

/** Throws `invalid_input` for what the law of the day of the decision lets no order say of the term, with the article. */
function refuseTerm(typed: HandoffCreation, law: Law): void {
  const { measure, termMonths, orderedOn, receivedOn } = typed;
  const decidedOn = orderedOn ?? receivedOn;
  const faults = {
    "/termMonths": termLengthFault(measure, termMonths, decidedOn, law),
    "/deductedDays": deductionFault(typed, decidedOn, law),
  };
  const errors = Object.entries(faults).flatMap(([pointer, detail]) =>
    detail === undefined ? [] : [{ pointer, detail }],
  );
  if (errors.length > 0) throw new ProblemError("invalid_input", { errors });
}

/** Plans the one row, refuses it with its doubts, or carries it out. */
async function planTyped(
  context: UseCaseContext,
  typed: HandoffCreation,
  sheets: readonly ReadSheet[],
): Promise<PlannedRow> {
  const { tx, actor, county, cipher, now } = context;
  const staged = toSourceRows(typed.id, sheets);
  const rows = staged.rows.map((row): SourceRow => ({
    ...row,
    decision: typed.accept ? { action: "accept" } : null,
    typed: {
      source: typed.transfer === null ? "typed" : "transfer",
      enrolleeId: typed.enrolleeId,
      deductedDays: typed.deductedDays,
    },
  }));
  const plan = await planAgainstDatabase(context, { files: staged.sources, rows, earlier: new Map() });
  const [planned] = plan.rows;
  if (planned === undefined) throw new Error("a typed hand-off made no row");
  refuseDoubts(planned);

  await tx.insert(importBatch).values({
    id: typed.id,
    countyCode: county.code,
    state: "applied",
    step: "导入完成",
    stepDone: 1,
    stepTotal: 1,
    createdAt: now,
    createdBy: actor.accountId,
    appliedAt: now,
  });
  await insertImportRows(tx, { id: typed.id, countyCode: county.code, files: staged.files, plan }, cipher);
  // Events of one day stand in the order of their ids: the arrival comes before the assignment to a station.
  const arrivalId = newId();
  const written = await writePlan(context, plan, typed.id);
  await markApplied(tx, plan.rows, written.previous, { now, cipher });
  await completeHandoff(context, typed, planned);
  if (typed.transfer !== null) await recordTransferIn(context, { ...typed.transfer, arrivalId, planned });
  return planned;
}

/** What the paper of a list has no column for. */
async function completeHandoff(
  { tx }: UseCaseContext,
  typed: HandoffCreation,
  planned: PlannedRow,
): Promise<void> {
  const { papers, condition, policeOfficer, isolationCenter, isolationLeftOn, note } = typed;
  const opened = planned.writes.find((write) => write.op === "add_case");
  if (opened === undefined) return;
  await tx
    .update(handoff)
    .set({ papers, condition, policeOfficer, isolationCenter, isolationLeftOn, note })
    .where(eq(handoff.caseId, opened.id));
}

/** What a resent hand-off recorded the first time. */
async function findRecorded({ tx }: UseCaseContext, batchId: string): Promise<Result | undefined> {
  const [found] = await tx
    .select({ caseId: caseRecord.id, enrolleeId: caseRecord.enrolleeId })
    .from(caseRecord)
    .innerJoin(importBatch, eq(importBatch.id, caseRecord.batchId))
    .where(and(eq(importBatch.id, batchId), eq(importBatch.state, "applied")));
  return found === undefined ? undefined : { ...found, effect: "已经登记" };
}

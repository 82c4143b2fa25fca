import type { BodyOf } from "@rehab/schema/endpoint";
import type { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
import { and, eq, isNull } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { insertRows } from "../../db/insert-rows.ts";
import { weeklyCheck } from "../../db/schema/county-records.ts";
import { importBatch } from "../../db/schema/import.ts";
import { reconciliationLine } from "../../db/schema/reconciliation.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import { carryOutRows } from "../imports/carry-out-rows.ts";
import { lockImports } from "../imports/lock-imports.ts";
import { replanBatch } from "../imports/plan-import.ts";
import type { PlannedRow } from "../imports/plan/planned-row.ts";
import { closeRows, markApplied, updateImportRows } from "../imports/store-rows.ts";
import { writePlan } from "../imports/write/write-plan.ts";
import { compareList, countListed } from "./compare-list.ts";
import type { Comparison, OpenLine } from "./compare-list.ts";
import { correctByList } from "./corrections.ts";
import { choicesOf, placeOf } from "./decide-lines.ts";
import { findSpan } from "./period.ts";
import { changeRow, savedAs, getOpenRow, refuseDoubtfulList } from "./reconciliation-row.ts";
import type { ReconciliationRow } from "./reconciliation-row.ts";
import { sealLine } from "./sealed-line.ts";

type Input = BodyOf<typeof reconciliationsEndpoints.finish> & { readonly id: string };

/**
 * Carries out what was decided in one transaction: new people and cases as an import would, corrections, and of a
 * week the check itself. Throws `list_missing`, `list_doubtful`, `lines_undecided` and `decision_invalid`.
 */
export const finishReconciliation = useCase<Input, void>(
  "reconciliations.finish",
  async (context, { id, version, ourPerson, policePerson, note }) => {
    const { tx, audit, actor, now } = context;
    await lockImports(tx);
    const row = await getOpenRow(context, { id, version });
    if (row.batchId === null && row.source !== "none") throw new ProblemError("list_missing");
    refuseDoubtfulList(row);
    const comparison = await compareList(context, row);
    const undecided = comparison.lines.filter(({ choice }) => choice === null).length;
    if (undecided > 0) {
      throw new ProblemError("lines_undecided", { detail: `还有${undecided}行没有处理。` });
    }
    const planned = await carryOut(context, row, comparison);
    await storeLines(context, row, comparison.lines, planned);
    await changeRow(tx, row, {
      state: "finished",
      ourPerson,
      policePerson,
      note: note ?? row.note,
      finishedAt: now,
      finishedBy: actor.accountId,
    });
    if (row.kind === "weekly") {
      await recordCheck(context, { ...row, ourPerson, policePerson, note: note ?? row.note }, comparison);
    }
    const decided = Map.groupBy(comparison.lines, ({ choice }) => choice?.decision ?? "none");
    audit({
      action: "reconciliations.finish",
      subjectType: "reconciliation",
      subjectId: id,
      saved: savedAs(row),
      change: Object.fromEntries([...decided].map(([decision, lines]) => [decision, lines.length])),
    });
  },
);

/** Writes what the rows and the chosen fields say. Gives the rows as they were carried out, by their id. */
async function carryOut(
  context: UseCaseContext,
  row: ReconciliationRow,
  { lines, structure }: Comparison,
): Promise<Map<string, PlannedRow>> {
  const { tx, cipher, now, law, today, audit } = context;
  const { batchId } = row;
  if (batchId === null) return new Map();
  const plan = await replanBatch(context, batchId);
  const open = plan.rows.filter(({ verdict }) => verdict === "held" || verdict === "waiting").length;
  if (open > 0) {
    throw new ProblemError("decision_invalid", {
      detail: `有${open}行在决定之后又出现了疑问，请重新打开这些行核对。`,
    });
  }
  const byId = new Map(lines.map((line) => [line.id, line]));
  const rows = plan.rows.map((planned) => withHandOff(planned, byId.get(planned.source.id)));
  const written = await writePlan(context, { files: [], rows }, batchId);
  const corrected = await correctByList(context, lines, structure);
  const carried = rows.map((planned) => asCorrected(planned, byId.get(planned.source.id), corrected));
  const previous = new Map(written.previous);
  for (const [rowId, values] of corrected) previous.set(rowId, [...(previous.get(rowId) ?? []), ...values]);
  const touched = lines.filter(({ id }) => corrected.has(id));
  await projectRegister(
    tx,
    touched.flatMap(({ ours }) => ours?.enrolleeId ?? []),
    { law, today },
  );
  for (const { ours, choice } of touched) {
    if (ours === null) continue;
    audit({
      action: "reconciliations.finish",
      subjectType: "enrollee",
      subjectId: ours.enrolleeId,
      change: { corrected: choice?.takeTheirs ?? [] },
      ...(choice?.reason === null || choice?.reason === undefined ? {} : { reason: choice.reason }),
    });
  }

  await updateImportRows(tx, carried);
  await markApplied(tx, carried, previous, { now, cipher });
  await closeRows(
    tx,
    carried.flatMap(({ closes }) => closes ?? []),
  );
  await tx
    .update(importBatch)
    .set({
      state: "applied",
      appliedAt: now,
      step: "核对完成",
      stepDone: rows.length,
      stepTotal: rows.length,
    })
    .where(eq(importBatch.id, batchId));
  await updateImportRows(tx, await carryOutRows(context, batchId, []));
  return new Map(carried.map((each) => [each.source.id, each]));
}

/** An order that is known and was never noted as handed over was handed over with this list. */
function withHandOff(planned: PlannedRow, line: OpenLine | undefined): PlannedRow {
  const own = line?.ours;
  const decision = line?.choice?.decision;
  const isKept = decision === "keep_ours" || decision === "take_theirs" || decision === "no_change";
  if (own === null || own === undefined || !isKept || line?.toDecide.kind !== "weekly") return planned;
  const isNoted = own.handedOffOn !== null || planned.writes.some(({ op }) => op === "note_handoff");
  const { checkedOn } = planned.source.file.facts;
  if (isNoted || checkedOn === undefined) return planned;
  const note = { op: "note_handoff", caseId: own.caseId, handedOffOn: checkedOn } as const;
  return { ...planned, verdict: "changed", enrolleeId: own.enrolleeId, writes: [...planned.writes, note] };
}

function asCorrected(
  planned: PlannedRow,
  line: OpenLine | undefined,
  corrected: ReadonlyMap<string, unknown>,
): PlannedRow {
  if (line?.ours === null || line?.ours === undefined || !corrected.has(planned.source.id)) return planned;
  return { ...planned, verdict: "changed", enrolleeId: line.ours.enrolleeId, effect: "按名单更正已有记录" };
}

/** The lines with both sides as they stood: what the sheet prints from now on. */
async function storeLines(
  { tx, county, cipher }: UseCaseContext,
  row: ReconciliationRow,
  lines: readonly OpenLine[],
  planned: ReadonlyMap<string, PlannedRow>,
): Promise<void> {
  await tx.delete(reconciliationLine).where(eq(reconciliationLine.reconciliationId, row.id));
  await insertRows(
    tx,
    reconciliationLine,
    lines.map((line, position) => ({
      id: newId(),
      countyCode: county.code,
      reconciliationId: row.id,
      position,
      ...placeOf(line),
      caseId: line.ours?.caseId ?? null,
      finding: line.finding,
      matchedBy: line.matchedBy,
      differences: choicesOf(line.differences, line.choice?.takeTheirs ?? []),
      sidesCipher: sealLine(line, planned.get(line.id) ?? null, cipher),
      decision: line.choice?.decision ?? null,
      reason: line.choice?.reason ?? null,
      decidedBy: line.choice?.decidedBy ?? null,
      decidedAt: line.choice?.decidedAt ?? null,
    })),
  );
}

async function recordCheck(
  { tx, county, actor, now }: UseCaseContext,
  row: ReconciliationRow,
  { lines }: Comparison,
): Promise<void> {
  const { year, week, checkedOn, batchId, ourPerson, policePerson, source, note } = row;
  if (week === null || findSpan(row) === undefined) return;
  const [made] = await tx
    .select({ id: weeklyCheck.id })
    .from(weeklyCheck)
    .where(and(eq(weeklyCheck.checkedOn, checkedOn), isNull(weeklyCheck.annulledAt)));
  if (made !== undefined) {
    throw new ProblemError("wrong_state", { detail: `${checkedOn}已有一次核对记录，不能重复登记。` });
  }
  const listed = lines.map((line) => line.listed).filter((person) => person !== null);
  const { detox, rehab } = countListed(listed);
  await tx.insert(weeklyCheck).values({
    id: newId(),
    countyCode: county.code,
    year,
    week,
    checkedOn,
    people: listed.length,
    reconciliationId: row.id,
    ourPerson,
    policePerson,
    source,
    detoxListed: detox,
    rehabListed: rehab,
    note,
    recordedAt: now,
    recordedBy: actor.accountId,
    batchId,
  });
}

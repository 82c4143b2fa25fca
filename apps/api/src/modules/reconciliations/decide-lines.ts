import { isPlain } from "@rehab/domain/handoff/line-decision";
import type { ComparedField } from "@rehab/domain/handoff/reconciliation-codes";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
import { and, eq, inArray, or } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { ProblemError } from "../../core/problem-error.ts";
import type { FieldError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { insertRows } from "../../db/insert-rows.ts";
import { reconciliationLine } from "../../db/schema/reconciliation.ts";
import { lockImports } from "../imports/lock-imports.ts";
import { replanBatch } from "../imports/plan-import.ts";
import { compareList } from "./compare-list.ts";
import type { OpenLine } from "./compare-list.ts";
import { changeRow, savedAs, getOpenRow, refuseDoubtfulList } from "./reconciliation-row.ts";
import type { ReconciliationRow } from "./reconciliation-row.ts";
import { decideRow } from "./row-decision.ts";

type Body = BodyOf<typeof reconciliationsEndpoints.decide>;
type LineDecisionInput = Body["decisions"][number];

interface Chosen {
  readonly line: OpenLine;
  readonly input: LineDecisionInput;
  readonly position: number;
}

/**
 * Decides lines. Nothing of the register changes before the comparison is finished, but a decision that could not
 * be carried out is refused at once. Throws `list_doubtful`, `invalid_input` and `decision_invalid`.
 */
export const decideLines = useCase<Body & { readonly id: string }, void>(
  "reconciliations.decide",
  async (context, { id, version, decisions }) => {
    const { tx, audit } = context;
    await lockImports(tx);
    const row = await getOpenRow(context, { id, version });
    refuseDoubtfulList(row);
    const { lines } = await compareList(context, row);
    const chosen = choose(lines, decisions);
    refuseUnreasoned(chosen);
    for (const { line, input } of chosen) {
      await decideRow(context, line, { ...input, reason: input.reason ?? null, set: input.set });
    }
    await refuseStillDoubtful(context, row, chosen);
    await storeChoices(context, row, chosen);
    await changeRow(tx, row, {});
    const byDecision = Map.groupBy(decisions, ({ decision }) => decision);
    audit({
      action: "reconciliations.decide",
      subjectType: "reconciliation",
      subjectId: id,
      saved: savedAs(row),
      change: Object.fromEntries(
        [...byDecision].map(([decision, of]) => [decision, of.map(({ lineId }) => lineId)]),
      ),
    });
  },
);

function choose(lines: readonly OpenLine[], decisions: readonly LineDecisionInput[]): Chosen[] {
  const byId = new Map(lines.map((line, position) => [line.id, { line, position }]));
  const errors: FieldError[] = [];
  const chosen = decisions.flatMap((input, index) => {
    const found = byId.get(input.lineId);
    const refusal = found === undefined ? "这一行不在本次核对中" : refusalOf(found.line, input);
    if (refusal !== undefined) errors.push({ pointer: `/decisions/${index}`, detail: refusal });
    return found === undefined ? [] : [{ ...found, input }];
  });
  if (errors.length > 0) throw new ProblemError("decision_invalid", { errors });
  return chosen;
}

function refusalOf(line: OpenLine, { decision, takeTheirs, set }: LineDecisionInput): string | undefined {
  if (!line.allowed.includes(decision)) return "这一行不能这样处理";
  if (set !== undefined && decision !== "take_over") return "只有接收时才能更正名单的内容";
  if (decision !== "take_theirs") {
    return takeTheirs === undefined || takeTheirs.length === 0 ? undefined : "只有按名单更正时才能选择字段";
  }
  const fields = takeTheirs ?? [];
  if (fields.length === 0) return "请选择至少一项按名单更正";
  if (fields.some((field) => !line.differences.includes(field))) return "所选的项目两边没有不同";
  return fields.flatMap((field) => line.refusals.get(field) ?? []).at(0);
}

/** 每一行都要有决定；不是一目了然的，要写明理由. */
function refuseUnreasoned(chosen: readonly Chosen[]): void {
  const errors = chosen.flatMap(({ line, input }, index): FieldError[] => {
    const isReasoned = isPlain(line.toDecide, input.decision) || (input.reason ?? "") !== "";
    return isReasoned ? [] : [{ pointer: `/decisions/${index}/reason`, detail: "请写明理由" }];
  });
  if (errors.length > 0) throw new ProblemError("invalid_input", { errors });
}

/** Refuses to take over a row about which a question stays open. */
async function refuseStillDoubtful(
  context: UseCaseContext,
  row: ReconciliationRow,
  chosen: readonly Chosen[],
): Promise<void> {
  if (row.batchId === null) return;
  const plan = await replanBatch(context, row.batchId);
  const planned = new Map(plan.rows.map((each) => [each.source.id, each]));
  const errors = chosen.flatMap(({ line }, index): FieldError[] => {
    const { verdict, issues } = planned.get(line.id) ?? { verdict: "matched", issues: [] };
    if (verdict !== "held" && verdict !== "waiting") return [];
    const doubts = issues.filter(({ holds }) => holds).map(({ text }) => text);
    return [{ pointer: `/decisions/${index}`, detail: `仍有疑问：${doubts.join("；")}` }];
  });
  if (errors.length > 0) throw new ProblemError("decision_invalid", { errors });
}

async function storeChoices(
  { tx, county, actor, now }: UseCaseContext,
  row: ReconciliationRow,
  chosen: readonly Chosen[],
): Promise<void> {
  const ids = chosen.map(({ line }) => line.id);
  await tx
    .delete(reconciliationLine)
    .where(
      and(
        eq(reconciliationLine.reconciliationId, row.id),
        or(inArray(reconciliationLine.importRowId, ids), inArray(reconciliationLine.caseId, ids)),
      ),
    );
  await insertRows(
    tx,
    reconciliationLine,
    chosen.map(({ line, input, position }) => ({
      id: newId(),
      countyCode: county.code,
      reconciliationId: row.id,
      position,
      ...placeOf(line),
      finding: line.finding,
      matchedBy: line.matchedBy,
      differences: choicesOf(line.differences, input.takeTheirs ?? []),
      decision: input.decision,
      reason: input.reason ?? null,
      decidedBy: actor.accountId,
      decidedAt: now,
    })),
  );
}

/** Of a line with a row only the row is its key: which case of ours stands beside it may change. */
export function placeOf(line: OpenLine) {
  return line.listed === null
    ? { importRowId: null, enrolleeId: line.ours?.enrolleeId ?? null, caseId: line.id }
    : { importRowId: line.id, enrolleeId: line.ours?.enrolleeId ?? null, caseId: null };
}

export function choicesOf(differences: readonly ComparedField[], taken: readonly ComparedField[]) {
  return differences.map((field) => ({ field, takeTheirs: taken.includes(field) }));
}

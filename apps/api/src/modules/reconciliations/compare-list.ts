import type { ComparedLine, ListedPerson } from "@rehab/domain/handoff/reconcile";
import { reconcile } from "@rehab/domain/handoff/reconcile";
import { decisionsFor, plainDecision } from "@rehab/domain/handoff/line-decision";
import type { LineToDecide } from "@rehab/domain/handoff/line-decision";
import type { ComparedField, LineDecision } from "@rehab/domain/handoff/reconciliation-codes";
import { eq } from "drizzle-orm";
import type { QueryContext } from "../../core/use-case.ts";
import { importRow } from "../../db/schema/import.ts";
import { reconciliationLine } from "../../db/schema/reconciliation.ts";
import { loadSourceRows } from "../imports/load-rows.ts";
import { loadStructure } from "../imports/load-structure.ts";
import type { CountyStructure } from "../imports/plan/county-structure.ts";
import { findEarlier, planAgainstDatabase } from "../imports/plan-import.ts";
import type { PlannedRow } from "../imports/plan/planned-row.ts";
import { refusalsOf } from "./corrections.ts";
import type { Refusals } from "./corrections.ts";
import { toListedPerson } from "./listed-people.ts";
import type { HandoffRow } from "./listed-people.ts";
import { loadOurCases } from "./our-cases.ts";
import type { KnownCase } from "./our-cases.ts";
import type { ReconciliationRow } from "./reconciliation-row.ts";

export interface StoredChoice {
  readonly field: ComparedField;
  readonly takeTheirs: boolean;
}

export interface LineChoice {
  readonly decision: LineDecision;
  readonly reason: string | null;
  readonly takeTheirs: readonly ComparedField[];
  readonly decidedBy: string | null;
  readonly decidedAt: Date;
}

/** One line of an open comparison with all that is known of it. */
export interface OpenLine extends Omit<ComparedLine, "ours"> {
  /** The row of the list, or the case of ours where the list has none. */
  readonly id: string;
  readonly ours: KnownCase | null;
  readonly source: HandoffRow | null;
  /** What the row would do if nothing were decided about it. */
  readonly planned: PlannedRow | null;
  readonly toDecide: LineToDecide;
  readonly allowed: readonly LineDecision[];
  readonly plain: LineDecision | null;
  readonly refusals: Refusals;
  readonly choice: LineChoice | null;
}

export interface Comparison {
  readonly lines: readonly OpenLine[];
  readonly structure: CountyStructure;
}

/**
 * An open comparison as the books stand now, with the decisions that still fit. A decision about a line that has
 * come to show something else meanwhile does not count.
 */
export async function compareList(context: QueryContext, row: ReconciliationRow): Promise<Comparison> {
  const { tx, county, today } = context;
  const structure = await loadStructure(tx, county.name);
  const sources = await loadListRows(context, row);
  const planned = await planUndecided(context, sources);
  const listed = sources.map((source) => toListedPerson(source, structure, today));
  const ours = await loadOurCases(context, row, listed);
  const known = new Map(ours.map((own) => [own.caseId, own]));
  const choices = await loadChoices(context, row);
  const lines = reconcile(listed, ours);
  const refusals = await refusalsOf(context, lines, known, structure);
  const bySource = new Map(sources.map((source) => [source.id, source]));
  return {
    structure,
    lines: lines.map((line) => {
      const own = line.ours === null ? null : (known.get(line.ours.caseId) ?? null);
      const id = idOf(line);
      // Of a whole register nothing is carried out about people who are known: nothing of it can be in doubt.
      const plan = row.kind === "monthly" && own !== null ? null : (planned.get(id) ?? null);
      const toDecide: LineToDecide = {
        finding: line.finding,
        kind: row.kind,
        isListed: line.listed !== null,
        isPaired: line.listed !== null && line.ours !== null,
        hasDoubts: hasDoubts(plan),
      };
      const choice = choices.get(id);
      return {
        ...line,
        id,
        ours: own,
        source: bySource.get(id) ?? null,
        planned: plan,
        toDecide,
        allowed: decisionsFor(toDecide),
        plain: plainDecision(toDecide) ?? null,
        refusals: refusals.get(line) ?? new Map<ComparedField, string>(),
        choice: choice !== undefined && fits(choice, line) ? choice : null,
      };
    }),
  };
}

function idOf({ listed, ours }: ComparedLine): string {
  return listed?.rowId ?? ours?.caseId ?? "";
}

function hasDoubts(plan: PlannedRow | null): boolean {
  return plan?.issues.some(({ holds }) => holds) === true;
}

/** The list's rows as they stand on paper, in their order. */
export async function loadListRows(
  { tx, cipher }: QueryContext,
  row: ReconciliationRow,
): Promise<HandoffRow[]> {
  if (row.batchId === null) return [];
  const rows = await loadSourceRows(tx, eq(importRow.batchId, row.batchId), cipher);
  return rows
    .filter((source): source is HandoffRow => source.kind === "handoff_list")
    .toSorted((a, b) => a.row.rowNumber - b.row.rowNumber);
}

async function planUndecided(
  context: QueryContext,
  sources: readonly HandoffRow[],
): Promise<Map<string, PlannedRow>> {
  if (sources.length === 0) return new Map();
  const rows = sources.map((source) => ({ ...source, decision: null }));
  const earlier = await findEarlier(context, rows);
  const plan = await planAgainstDatabase(context, { files: [], rows, earlier });
  return new Map(plan.rows.map((planned) => [planned.source.id, planned]));
}

interface StoredChoiceOfLine extends LineChoice {
  readonly finding: string;
  readonly fields: readonly ComparedField[];
}

async function loadChoices(
  { tx }: QueryContext,
  row: ReconciliationRow,
): Promise<Map<string, StoredChoiceOfLine>> {
  const stored = await tx
    .select()
    .from(reconciliationLine)
    .where(eq(reconciliationLine.reconciliationId, row.id));
  return new Map(
    stored.flatMap((line) => {
      const { decision, decidedAt } = line;
      if (decision === null || decidedAt === null) return [];
      const differences = line.differences as StoredChoice[];
      const choice: StoredChoiceOfLine = {
        finding: line.finding,
        fields: differences.map(({ field }) => field),
        decision: decision as LineDecision,
        reason: line.reason,
        takeTheirs: differences.filter(({ takeTheirs }) => takeTheirs).map(({ field }) => field),
        decidedBy: line.decidedBy,
        decidedAt,
      };
      return [[line.importRowId ?? line.caseId ?? "", choice] as const];
    }),
  );
}

function fits(choice: StoredChoiceOfLine, line: ComparedLine): boolean {
  return (
    choice.finding === line.finding &&
    choice.fields.length === line.differences.length &&
    line.differences.every((field) => choice.fields.includes(field))
  );
}

/** Both measures as the list names them. */
export function countListed(listed: readonly (ListedPerson | null)[]): { detox: number; rehab: number } {
  const of = (measure: string) => listed.filter((person) => person?.side.measure === measure).length;
  return { detox: of("community_detox"), rehab: of("community_rehab") };
}

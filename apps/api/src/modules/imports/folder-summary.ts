import type { FolderDecisions, FormKind, RowVerdict } from "@rehab/schema/imports";
import { RowVerdict as Verdict } from "@rehab/schema/imports";
import { importOrder, kindLabelOf } from "./kinds.ts";
import type { Plan, PlannedRow } from "./plan/planned-row.ts";
import type { StagedFile } from "./to-source-rows.ts";

type Verdicts = Record<RowVerdict, number>;

export interface RowToDecide {
  readonly file: string;
  /** 序号 of the row. */
  readonly row: number;
  readonly rowNumber: number;
  readonly issues: readonly { readonly code: string; readonly text: string }[];
}

/** What a folder holds and what became of it, or would. It names no person. */
export interface FolderSummary {
  /** Null for a dry run. */
  readonly batchId: string | null;
  readonly files: readonly {
    readonly name: string;
    readonly kind: FormKind | null;
    readonly kindLabel: string;
    readonly rows: number;
    readonly verdicts: Verdicts;
    readonly problem: string | null;
    readonly notes: readonly string[];
  }[];
  readonly kinds: readonly {
    readonly kind: FormKind;
    readonly kindLabel: string;
    readonly files: number;
    readonly rows: number;
    readonly verdicts: Verdicts;
  }[];
  readonly verdicts: Verdicts;
  readonly toDecide: readonly RowToDecide[];
  /** Decisions for which there is no such row, or which it cannot take. */
  readonly unusedDecisions: FolderDecisions;
}

export function summaryOf(result: {
  readonly batchId: string | null;
  readonly files: readonly Pick<StagedFile, "id" | "name" | "kind" | "problem">[];
  readonly plan: Plan;
  readonly unused: FolderDecisions;
}): FolderSummary {
  const { plan, unused, batchId } = result;
  const rowsByFile = Map.groupBy(plan.rows, ({ source }) => source.file.id);
  const notes = new Map(plan.files.map((planned) => [planned.file.id, planned.notes]));
  const files = result.files.map(({ id, name, kind, problem }) => {
    const rows = rowsByFile.get(id) ?? [];
    return {
      name,
      kind,
      kindLabel: kind === null ? "" : kindLabelOf(kind),
      rows: rows.length,
      verdicts: count(rows),
      problem,
      notes: notes.get(id) ?? [],
    };
  });
  const kinds = [...new Set(files.flatMap(({ kind }) => kind ?? []))].toSorted(
    (a, b) => importOrder(a) - importOrder(b),
  );
  return {
    batchId,
    files,
    kinds: kinds.map((kind) => {
      const rows = plan.rows.filter(({ source }) => source.kind === kind);
      return {
        kind,
        kindLabel: kindLabelOf(kind),
        files: files.filter((file) => file.kind === kind).length,
        rows: rows.length,
        verdicts: count(rows),
      };
    }),
    verdicts: count(plan.rows),
    toDecide: plan.rows.filter(isToDecide).map(toDecide),
    unusedDecisions: unused,
  };
}

/** Held, here or as the same row of an earlier import. */
function isToDecide({ verdict, earlier }: PlannedRow): boolean {
  return verdict === "held" || earlier?.state === "held";
}

function toDecide({ source, issues, earlier }: PlannedRow): RowToDecide {
  const { file, row } = source;
  const holding = (earlier?.issues ?? issues).filter(({ holds }) => holds);
  return {
    file: file.name,
    row: row.sequence,
    rowNumber: row.rowNumber,
    issues: holding.map(({ code, text }) => ({ code, text })),
  };
}

function count(rows: readonly PlannedRow[]): Verdicts {
  const verdicts = Object.fromEntries(Verdict.options.map((verdict) => [verdict, 0])) as Verdicts;
  for (const { verdict } of rows) verdicts[verdict] += 1;
  return verdicts;
}

import type { FolderDecisions } from "@rehab/schema/imports";
import { and, eq, isNotNull, or } from "drizzle-orm";
import { systemActor } from "../../core/actor.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { query } from "../../core/use-case.ts";
import type { Services } from "../../core/use-case.ts";
import { importBatch, importFile, importRow } from "../../db/schema/import.ts";
import { decideRows } from "./decide-rows.ts";
import type { Plan, RowIssue } from "./plan/planned-row.ts";
import type { SourceRow } from "./source-row.ts";

type FolderDecision = FolderDecisions[number];

interface DecidableRow {
  readonly id: string;
  readonly batchId: string;
  readonly fileName: string;
  readonly sequence: number;
  readonly issues: readonly Pick<RowIssue, "code">[];
  readonly isDecided: boolean;
}

/**
 * Brings the decisions of a file to the rows that they name: those of a batch, or the same rows of an earlier
 * import that still wait. Gives back the decisions that no row could take.
 */
export async function decideFromFile(
  services: Services,
  batchId: string,
  decisions: FolderDecisions,
): Promise<FolderDecisions> {
  if (decisions.length === 0) return [];
  const rows = await listDecidable(services, systemActor, { batchId });
  const unused: FolderDecisions = [];
  const taken: { decision: FolderDecision; row: DecidableRow }[] = [];
  for (const decision of decisions) {
    const named = rows.filter((row) => isNamedBy(row, decision));
    const row = named.find(({ isDecided }) => !isDecided);
    if (row !== undefined) taken.push({ decision, row });
    else if (named.length === 0) unused.push(decision);
  }
  for (const [ownBatchId, ofBatch] of Map.groupBy(taken, ({ row }) => row.batchId)) {
    unused.push(...(await decideTakeable(services, ownBatchId, ofBatch)));
  }
  return unused;
}

/** The rows of a plan with the decisions that name them, and the decisions that name none. */
export function withDecisions(
  plan: Plan,
  rows: readonly SourceRow[],
  decisions: FolderDecisions,
): { readonly rows: SourceRow[]; readonly unused: FolderDecisions } {
  const byRow = new Map<string, FolderDecision>();
  const unused = decisions.filter((decision) => {
    const named = plan.rows.find(({ source, issues, earlier }) =>
      isNamedBy(
        { fileName: source.file.name, sequence: source.row.sequence, issues: earlier?.issues ?? issues },
        decision,
      ),
    );
    if (named?.verdict === "held" || named?.earlier?.state === "held") byRow.set(named.source.id, decision);
    return named === undefined;
  });
  return {
    rows: rows.map((row) => {
      const { action, set } = byRow.get(row.id) ?? {};
      return action === undefined ? row : { ...row, decision: { action, set } };
    }),
    unused,
  };
}

/** By file without its ending, 序号 and issue. */
function isNamedBy(
  { fileName, sequence, issues }: Pick<DecidableRow, "fileName" | "sequence" | "issues">,
  { file, row, issue }: FolderDecision,
): boolean {
  const name = fileName.replace(/\.(?:xlsx|xls|csv)$/iu, "");
  const isSameFile = name === file || name.endsWith(`/${file}`);
  return isSameFile && sequence === row && issues.some(({ code }) => code === issue);
}

/** Decides what can be decided; the rows that refuse their decision stay held. */
async function decideTakeable(
  services: Services,
  batchId: string,
  taken: readonly { decision: FolderDecision; row: DecidableRow }[],
): Promise<FolderDecisions> {
  if (taken.length === 0) return [];
  const decisions = taken.map(({ decision: { action, set, reason }, row }) => ({
    rowId: row.id,
    action,
    set,
    reason,
  }));
  try {
    await decideRows(services, systemActor, { batchId, decisions });
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== "decision_invalid") throw error;
    const refused = new Set(error.errors?.map(({ pointer }) => Number(pointer.split("/").at(-1))));
    const others = await decideTakeable(
      services,
      batchId,
      taken.filter((_, index) => !refused.has(index)),
    );
    return [...taken.flatMap(({ decision }, index) => (refused.has(index) ? decision : [])), ...others];
  }
}

const listDecidable = query<{ batchId: string }, DecidableRow[]>(async ({ tx }, { batchId }) => {
  const rows = await tx
    .select({
      id: importRow.id,
      batchId: importRow.batchId,
      fileName: importFile.name,
      sequence: importRow.sequence,
      issues: importRow.issues,
      decision: importRow.decisionAction,
    })
    .from(importRow)
    .innerJoin(importFile, eq(importFile.id, importRow.fileId))
    .innerJoin(importBatch, eq(importBatch.id, importRow.batchId))
    .where(
      and(
        or(eq(importRow.batchId, batchId), eq(importBatch.state, "applied")),
        or(eq(importRow.verdict, "held"), isNotNull(importRow.decisionAction)),
      ),
    );
  return rows.map(({ issues, decision, ...row }) => ({
    ...row,
    issues: issues as RowIssue[],
    isDecided: decision !== null,
  }));
});

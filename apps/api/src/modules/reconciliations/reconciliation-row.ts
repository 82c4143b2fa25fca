import type {
  ListSource,
  ReconciliationKind,
  ReconciliationState,
} from "@rehab/domain/handoff/reconciliation-codes";
import type { ListWarning } from "@rehab/domain/handoff/reconciliation-codes";
import { and, eq, sql } from "drizzle-orm";
import type { SavedVersion } from "../../core/audit.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { staleVersion } from "../../core/stale-version.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import type { ReadTx, Tx } from "../../db/client.ts";
import { reconciliation } from "../../db/schema/reconciliation.ts";

type Stored = typeof reconciliation.$inferSelect;

/** Something odd about a list as a whole, and why it is used all the same. */
export interface StoredWarning {
  readonly code: ListWarning;
  readonly text: string;
  readonly answer: { readonly reason: string; readonly by: string; readonly at: string } | null;
}

export interface ReconciliationRow extends Omit<Stored, "kind" | "source" | "state" | "warnings"> {
  readonly kind: ReconciliationKind;
  readonly source: ListSource;
  readonly state: ReconciliationState;
  readonly warnings: readonly StoredWarning[];
}

/** One comparison. Throws `not_found`. */
export async function getReconciliationRow(tx: ReadTx, id: string): Promise<ReconciliationRow> {
  const [row] = await tx.select().from(reconciliation).where(eq(reconciliation.id, id));
  if (row === undefined) throw new ProblemError("not_found");
  return row as ReconciliationRow;
}

/** An open comparison at the version that the caller saw. Throws `not_found`, `stale_version` and `wrong_state`. */
export async function getOpenRow(
  context: Pick<UseCaseContext, "tx" | "actor">,
  { id, version }: { readonly id: string; readonly version: number | undefined },
): Promise<ReconciliationRow> {
  const [row] = await context.tx.select().from(reconciliation).where(eq(reconciliation.id, id)).for("update");
  if (row === undefined) throw new ProblemError("not_found");
  if (row.state !== "open") {
    throw new ProblemError("wrong_state", {
      detail: row.state === "finished" ? "这次核对已经完成，不能再改。" : "这次核对已经作废。",
    });
  }
  if (row.version !== version) throw await staleVersion(context, { ...row, subjectId: id });
  return row as ReconciliationRow;
}

/** Stores what changed of a comparison that the caller holds. */
export async function changeRow(
  tx: Tx,
  { id, version }: Pick<ReconciliationRow, "id" | "version">,
  set: Partial<typeof reconciliation.$inferInsert>,
): Promise<void> {
  await tx
    .update(reconciliation)
    .set({ ...set, version: sql`${reconciliation.version} + 1` })
    .where(and(eq(reconciliation.id, id), eq(reconciliation.version, version)));
}

/** The version that `changeRow` gave, for the trace. */
export const savedAs = ({ id, version }: Pick<ReconciliationRow, "id" | "version">): SavedVersion => ({
  id,
  version: version + 1,
});

/** Refuses a list that looks wrong as long as nobody said why it is used. Throws `list_doubtful`. */
export function refuseDoubtfulList({ warnings }: Pick<ReconciliationRow, "warnings">): void {
  if (warnings.some(({ answer }) => answer === null)) throw new ProblemError("list_doubtful");
}

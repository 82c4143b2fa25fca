import { eq } from "drizzle-orm";
import type { Actor } from "../../core/actor.ts";
import { newId } from "../../core/ids.ts";
import { useCase } from "../../core/use-case.ts";
import type { QueryContext, Services } from "../../core/use-case.ts";
import { importBatch, importRow } from "../../db/schema/import.ts";
import { loadEarlierRows, loadSourceFiles, loadSourceRows } from "./load-rows.ts";
import { loadWorld } from "./load-world.ts";
import { planBatch } from "./plan/plan-batch.ts";
import type { EarlierRow, Plan, PlannedRow } from "./plan/planned-row.ts";
import { progressOf } from "./progress.ts";
import { readFiles } from "./read-files.ts";
import type { GivenFile } from "./read-files.ts";
import type { SourceFile, SourceRow } from "./source-row.ts";
import { insertImportRows } from "./store-rows.ts";
import { toSourceRows } from "./to-source-rows.ts";
import type { StagedBatch, StagedFile } from "./to-source-rows.ts";

/** The dry run of a batch: reads the files, plans every row and keeps both. Gives the files as they were understood. */
export async function planImport(
  services: Services,
  actor: Actor,
  { batchId, files }: { readonly batchId: string; readonly files: readonly GivenFile[] },
): Promise<readonly StagedFile[]> {
  const progress = progressOf(services, batchId);
  const sheets = await readFiles(files, services.clock.today(), (done) =>
    progress({ step: "读取文件", done, total: files.length }),
  );
  const staged = toSourceRows(batchId, sheets);
  await progress({ step: "核对记录", done: 0, total: staged.rows.length });
  await storePlan(services, actor, { batchId, staged });
  return staged.files;
}

interface Planned {
  readonly files: readonly SourceFile[];
  readonly rows: readonly SourceRow[];
  readonly earlier: ReadonlyMap<string, EarlierRow>;
}

/** What rows would do, given what the database knows now. */
export async function planAgainstDatabase(
  { tx, cipher, county, today, law }: QueryContext,
  { files, rows, earlier }: Planned,
): Promise<Plan> {
  const world = await loadWorld(tx, rows, { cipher, county, earlier });
  return planBatch(files, rows, { world, today, law, newId });
}

/** The whole batch, planned anew from its stored rows. */
export async function replanBatch(context: QueryContext, batchId: string): Promise<Plan> {
  const { tx, cipher } = context;
  const files = await loadSourceFiles(tx, batchId);
  const rows = await loadSourceRows(tx, eq(importRow.batchId, batchId), cipher);
  return planAgainstDatabase(context, { files, rows, earlier: await findEarlier(context, rows) });
}

/** What earlier imports have of the same kinds that was decided or still waits. */
export function findEarlier(
  { tx, cipher }: QueryContext,
  rows: readonly SourceRow[],
): Promise<Map<string, EarlierRow>> {
  return loadEarlierRows(tx, [...new Set(rows.map(({ kind }) => kind))], cipher);
}

export function countVerdicts(rows: readonly PlannedRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { verdict } of rows) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

const storePlan = useCase<{ batchId: string; staged: StagedBatch }, void>(
  "imports.plan",
  async (context, { batchId, staged }) => {
    const { tx, audit, cipher, county } = context;
    const { sources: files, rows: sourceRows } = staged;
    const earlier = await findEarlier(context, sourceRows);
    const plan = await planAgainstDatabase(context, { files, rows: sourceRows, earlier });
    await insertImportRows(tx, { id: batchId, countyCode: county.code, files: staged.files, plan }, cipher);
    const rows = plan.rows.length;
    await tx
      .update(importBatch)
      .set({ state: "planned", step: "核对完成", stepDone: rows, stepTotal: rows })
      .where(eq(importBatch.id, batchId));
    audit({
      action: "imports.plan",
      subjectType: "importBatch",
      subjectId: batchId,
      change: { rows, verdicts: countVerdicts(plan.rows) },
    });
  },
);

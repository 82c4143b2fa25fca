import { readFile, readdir } from "node:fs/promises";
import { join, sep } from "node:path";
import type { FolderDecisions } from "@rehab/schema/imports";
import { systemActor } from "../../core/actor.ts";
import { newId } from "../../core/ids.ts";
import { withLeanHeap } from "../../core/lean-heap.ts";
import { query } from "../../core/use-case.ts";
import type { Services } from "../../core/use-case.ts";
import { applyImport } from "./apply-import.ts";
import { createBatch } from "./create-batch.ts";
import { decideFromFile, withDecisions } from "./folder-decisions.ts";
import { summaryOf } from "./folder-summary.ts";
import type { FolderSummary } from "./folder-summary.ts";
import { findEarlier, planAgainstDatabase, planImport } from "./plan-import.ts";
import { readFiles } from "./read-files.ts";
import type { GivenFile } from "./read-files.ts";
import { toSourceRows } from "./to-source-rows.ts";
import type { StagedBatch } from "./to-source-rows.ts";

interface Options {
  readonly decisions?: FolderDecisions | undefined;
  /** Only says what would happen; nothing is stored. */
  readonly dryRun?: boolean | undefined;
}

const spreadsheet = /\.(?:xlsx|xls|csv)$/iu;

/**
 * Imports every spreadsheet below a folder as one batch, with the decisions that are given for its rows. Throws an
 * error with a clear sentence when the folder cannot be read or holds no spreadsheet.
 */
export function importFolder(
  services: Services,
  folder: string,
  options: Options = {},
): Promise<FolderSummary> {
  return withLeanHeap(() => importFiles(services, folder, options));
}

async function importFiles(
  services: Services,
  folder: string,
  { decisions = [], dryRun = false }: Options,
): Promise<FolderSummary> {
  const files = await readFolder(folder);
  if (dryRun) return tryFolder(services, files, decisions);

  const batchId = newId();
  await createBatch(services, systemActor, { id: batchId, files: files.length });
  const staged = await planImport(services, systemActor, { batchId, files });
  const unused = await decideFromFile(services, batchId, decisions);
  const plan = await applyImport(services, systemActor, { batchId });
  return summaryOf({ batchId, files: staged, plan, unused });
}

async function readFolder(folder: string): Promise<GivenFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new Error(`the folder ${folder} cannot be read`);
  });
  const paths = entries
    .filter((entry) => entry.isFile() && spreadsheet.test(entry.name) && !entry.name.startsWith("~$"))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  if (paths.length === 0) throw new Error(`there is no .xlsx, .xls or .csv file in ${folder}`);
  return Promise.all(
    paths.map(async (path) => ({
      name: path.slice(join(folder, sep).length).replaceAll(sep, "/"),
      bytes: await readFile(path),
    })),
  );
}

async function tryFolder(
  services: Services,
  files: readonly GivenFile[],
  decisions: FolderDecisions,
): Promise<FolderSummary> {
  const sheets = await readFiles(files, services.clock.today());
  return planStaged(services, systemActor, { staged: toSourceRows(newId(), sheets), decisions });
}

const planStaged = query<{ staged: StagedBatch; decisions: FolderDecisions }, FolderSummary>(
  async (context, { staged, decisions }) => {
    const { sources: files, rows } = staged;
    const earlier = await findEarlier(context, rows);
    const undecided = await planAgainstDatabase(context, { files, rows, earlier });
    const decided = withDecisions(undecided, rows, decisions);
    const plan = await planAgainstDatabase(context, { files, rows: decided.rows, earlier });
    return summaryOf({ batchId: null, files: staged.files, plan, unused: decided.unused });
  },
);

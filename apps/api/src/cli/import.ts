import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { FolderDecisions, RowVerdict } from "@rehab/schema/imports";
import { problems } from "@rehab/schema/problem";
import { trainingCounty } from "@rehab/testkit/training-county";
import { bootstrap } from "../bootstrap.ts";
import { readConfig } from "../config.ts";
import { ProblemError } from "../core/problem-error.ts";
import { sayable } from "../http/to-problem.ts";
import type { FolderSummary } from "../modules/imports/folder-summary.ts";
import { importFolder } from "../modules/imports/import-folder.ts";

const usage = `usage: npm run import -- FOLDER [--decisions FILE] [--dry-run] [--json]
Imports the .xlsx, .xls and .csv files of a folder in the right order.
Exits 0 when everything is in, 2 when rows are left to decide, 1 on an error or when a file could not be used.`;

const exitCodes = { done: 0, failed: 1, rowsToDecide: 2 } as const;

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      decisions: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw new Error(usage);
  const decisions = values.decisions === undefined ? [] : await readDecisions(values.decisions);
  const runtime = await bootstrap(readConfig(process.env, trainingCounty));
  try {
    const summary = await importFolder(runtime.services, folder, { decisions, dryRun: values["dry-run"] });
    process.stdout.write(values.json ? `${JSON.stringify(summary, null, 2)}\n` : textOf(summary));
    return exitCodeOf(summary);
  } finally {
    await runtime.close();
  }
}

function exitCodeOf({ files, toDecide }: FolderSummary): number {
  if (files.some(({ problem }) => problem !== null)) return exitCodes.failed;
  return toDecide.length > 0 ? exitCodes.rowsToDecide : exitCodes.done;
}

async function readDecisions(path: string): Promise<FolderDecisions> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new Error(`the decisions file ${path} cannot be read`);
  });
  const parsed = FolderDecisions.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`the decisions file ${path} is wrong at ${issue?.path.join(".")}: ${issue?.message}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textOf(summary: FolderSummary): string {
  const { files, kinds, verdicts, toDecide, unusedDecisions, batchId } = summary;
  const lines = [
    batchId === null ? "dry run: nothing was stored" : `batch ${batchId}`,
    "",
    ...table([
      ["file", "kind", "rows", ...RowVerdict.options],
      ...files.map((file) => [
        file.name,
        file.kindLabel,
        String(file.rows),
        ...RowVerdict.options.map((verdict) => String(file.verdicts[verdict])),
      ]),
    ]),
    "",
    ...table([
      ["kind", "files", "rows", ...RowVerdict.options],
      ...kinds.map((kind) => [
        kind.kindLabel,
        String(kind.files),
        String(kind.rows),
        ...RowVerdict.options.map((verdict) => String(kind.verdicts[verdict])),
      ]),
      [
        "all",
        String(files.length),
        String(files.reduce((sum, { rows }) => sum + rows, 0)),
        ...RowVerdict.options.map((verdict) => String(verdicts[verdict])),
      ],
    ]),
    ...files.flatMap(({ name, problem }) => (problem === null ? [] : ["", `not used: ${name}: ${problem}`])),
    ...unusedDecisions.map(
      ({ file, row, issue }) => `no row takes the decision for ${file} ${row} (${issue})`,
    ),
  ];
  if (toDecide.length > 0) {
    lines.push("", `left to decide: ${toDecide.length}`);
    for (const { file, row, issues } of toDecide) {
      lines.push(`  ${file} ${row}: ${issues.map(({ code, text }) => `${code} ${text}`).join("; ")}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** Columns as wide as their widest cell; a Chinese character takes two places. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ""))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - widthOf(cell)))
      .join("  ")
      .trimEnd(),
  );
}

function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (/[^\p{ASCII}]/u.test(character) ? 2 : 1), 0);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof ProblemError ? problems[error.code].title : sayable(error)}\n`);
    process.exitCode = exitCodes.failed;
  },
);

import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { bigCounty } from "@rehab/testkit/big-county";
import { prepareEmbeddedDatabase } from "@rehab/api/db/embedded-urls";
import { writePapers } from "./write-papers.ts";

export interface ImportMeasurement {
  readonly rows: number;
  readonly recorded: number;
  readonly seconds: number;
  /** The most memory that the process held at once. */
  readonly peakMegabytes: number;
}

const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Imports a register of so many people with the command of `npm run import`, into an empty county. */
export async function measureImport(
  serverUrl: string,
  people: number,
  today: PlainDate,
): Promise<ImportMeasurement> {
  const folder = mkdtempSync(join(tmpdir(), "rehab-bench-"));
  try {
    const county = bigCounty({ registered: people, ended: 0, today });
    const papers = join(folder, "papers");
    mkdirSync(papers);
    await writePapers(papers, county);
    const urls = await prepareEmbeddedDatabase(serverUrl, `bench_import_${people}`);
    const settings = {
      APP_MODE: "production",
      COUNTY_CODE: county.code,
      COUNTY_NAME: county.name,
      DATA_DIR: folder,
      DATABASE_URL: urls.appUrl,
      DATABASE_ADMIN_URL: urls.adminUrl,
    };
    return await runImport(papers, settings);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function runImport(papers: string, settings: Record<string, string>): Promise<ImportMeasurement> {
  const begun = performance.now();
  const args = [
    "--import",
    pathOf("peak-memory.ts"),
    pathOf("../apps/api/src/cli/import.ts"),
    papers,
    "--json",
  ];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "inherit", "pipe"],
  });
  const [, output, , peak] = child.stdio;
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const [summary, kilobytes] = await Promise.all([text(output as Readable), text(peak as Readable)]);
  if ((await ended) === 1) throw new Error("the import failed");
  const { verdicts } = JSON.parse(summary) as { verdicts: Record<string, number> };
  return {
    rows: Object.values(verdicts).reduce((sum, rows) => sum + rows, 0),
    recorded: verdicts["new"] ?? 0,
    seconds: (performance.now() - begun) / 1000,
    peakMegabytes: Number(kilobytes) / 1024,
  };
}

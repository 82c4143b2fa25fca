import { parentPort, workerData } from "node:worker_threads";

import type { ReadAnswer, ReadRequest } from "./read-in-worker.ts";
import { readWorkbook } from "./read-workbook.ts";
import { SpreadsheetProblem } from "./spreadsheet-problem.ts";

const { bytes, fileName, limits } = workerData as ReadRequest;
parentPort?.postMessage(await answer(), []);

async function answer(): Promise<ReadAnswer> {
  try {
    return { ok: true, workbook: await readWorkbook(bytes, fileName, limits) };
  } catch (error) {
    return { ok: false, code: error instanceof SpreadsheetProblem ? error.code : "file_broken" };
  }
}

import { parentPort } from "node:worker_threads";

import type { ReadAnswer, ReadRequest } from "./read-in-worker.ts";
import { readWorkbook } from "./read-workbook.ts";
import { SpreadsheetProblem } from "./spreadsheet-problem.ts";

parentPort?.on("message", (request: ReadRequest) => {
  void answer(request).then((result) => parentPort?.postMessage(result, []));
});

async function answer({ bytes, fileName, limits }: ReadRequest): Promise<ReadAnswer> {
  try {
    return { ok: true, workbook: await readWorkbook(bytes, fileName, limits) };
  } catch (error) {
    return { ok: false, code: error instanceof SpreadsheetProblem ? error.code : "file_broken" };
  }
}

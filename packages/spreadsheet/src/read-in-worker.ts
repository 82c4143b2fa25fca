import { Worker } from "node:worker_threads";

import { DEFAULT_READ_LIMITS, type ReadLimits } from "./read-limits.ts";
import { SpreadsheetProblem, type SpreadsheetProblemCode } from "./spreadsheet-problem.ts";
import type { Workbook } from "./workbook.ts";

export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly limits: ReadLimits;
}

export type ReadAnswer =
  | { readonly ok: true; readonly workbook: Workbook }
  | { readonly ok: false; readonly code: SpreadsheetProblemCode };

/**
 * readWorkbook in a thread of its own with a limit on memory and time; the thread is stopped in every case.
 * Throws SpreadsheetProblem; running over a limit is `file_too_large`, a crash of the reader `file_broken`.
 */
export async function readWorkbookInWorker(
  bytes: Uint8Array,
  fileName: string,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): Promise<Workbook> {
  if (bytes.length > limits.maxFileBytes) throw new SpreadsheetProblem("file_too_large");
  const request: ReadRequest = { bytes, fileName, limits };
  const worker = new Worker(new URL("./read-worker.ts", import.meta.url), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: limits.maxWorkerHeapMb, maxYoungGenerationSizeMb: 16 },
  });
  try {
    const answer = await answerOf(worker, limits.maxWorkerMs);
    if (!answer.ok) throw new SpreadsheetProblem(answer.code);
    return answer.workbook;
  } finally {
    await worker.terminate();
  }
}

function answerOf(worker: Worker, maxMs: number): Promise<ReadAnswer> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ ok: false, code: "file_too_large" }), maxMs);
    const finish = (answer: ReadAnswer): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    worker.once("message", finish);
    worker.once("error", (error: unknown) => finish({ ok: false, code: codeOfCrash(error) }));
    worker.once("exit", () => finish({ ok: false, code: "file_broken" }));
  });
}

function codeOfCrash(error: unknown): SpreadsheetProblemCode {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ERR_WORKER_OUT_OF_MEMORY" ? "file_too_large" : "file_broken";
}

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
 * readWorkbook in a thread of its own with a limit on memory and time. Files are read one after the other in the
 * same thread, as its start costs more than most files; a file that breaks it or runs over a limit ends it, and
 * the next file gets a new one. Call `close` at the end.
 */
export class WorkbookReader {
  readonly #limits: ReadLimits;
  #worker: Worker | undefined;

  constructor(limits: ReadLimits = DEFAULT_READ_LIMITS) {
    this.#limits = limits;
  }

  /** Throws SpreadsheetProblem; running over a limit is `file_too_large`, a crash of the reader `file_broken`. */
  async read(bytes: Uint8Array, fileName: string): Promise<Workbook> {
    if (bytes.length > this.#limits.maxFileBytes) throw new SpreadsheetProblem("file_too_large");
    const worker = (this.#worker ??= this.#start());
    const { answer, reusable } = await ask(worker, { bytes, fileName, limits: this.#limits });
    if (!reusable) await this.close();
    if (!answer.ok) throw new SpreadsheetProblem(answer.code);
    return answer.workbook;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #start(): Worker {
    return new Worker(new URL("./read-worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.maxWorkerHeapMb, maxYoungGenerationSizeMb: 16 },
    });
  }
}

/** Reads a single file with a WorkbookReader of its own. Throws SpreadsheetProblem. */
export async function readWorkbookInWorker(
  bytes: Uint8Array,
  fileName: string,
  limits: ReadLimits = DEFAULT_READ_LIMITS,
): Promise<Workbook> {
  const reader = new WorkbookReader(limits);
  try {
    return await reader.read(bytes, fileName);
  } finally {
    await reader.close();
  }
}

interface Reply {
  readonly answer: ReadAnswer;
  /** False when the thread is gone or still at work. */
  readonly reusable: boolean;
}

function ask(worker: Worker, request: ReadRequest): Promise<Reply> {
  return new Promise((resolve) => {
    const fail = (code: SpreadsheetProblemCode): void => {
      finish({ answer: { ok: false, code }, reusable: false });
    };
    const onMessage = (answer: ReadAnswer): void => finish({ answer, reusable: true });
    const onError = (error: unknown): void => fail(codeOfCrash(error));
    const onExit = (): void => fail("file_broken");
    const timer = setTimeout(() => fail("file_too_large"), request.limits.maxWorkerMs);
    const finish = (reply: Reply): void => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      // A thread that is being ended may still report an error.
      if (!reply.reusable) worker.on("error", () => undefined);
      resolve(reply);
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(request, []);
  });
}

function codeOfCrash(error: unknown): SpreadsheetProblemCode {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ERR_WORKER_OUT_OF_MEMORY" ? "file_too_large" : "file_broken";
}

import { describe, expect, it } from "vitest";

import { readWorkbookInWorker } from "./read-in-worker.ts";
import { DEFAULT_READ_LIMITS } from "./read-limits.ts";
import { excelFile } from "./test-support/sample-files.ts";

describe("readWorkbookInWorker", () => {
  it("hands back what the reader reads", async () => {
    const workbook = await readWorkbookInWorker(excelFile([["姓名"], ["赵测试"]]), "a.xlsx");
    expect(workbook.sheets[0]?.rows[1]?.[0]).toEqual({ value: "赵测试", text: "赵测试", address: "A2" });
  });

  it("hands back the problem that the reader finds", async () => {
    const reading = readWorkbookInWorker(new Uint8Array(), "a.xlsx");
    await expect(reading).rejects.toMatchObject({ name: "SpreadsheetProblem", code: "file_empty" });
  });

  it("stops a reader that takes too long", async () => {
    const limits = { ...DEFAULT_READ_LIMITS, maxWorkerMs: 1 };
    const reading = readWorkbookInWorker(excelFile([["姓名"]]), "a.xlsx", limits);
    await expect(reading).rejects.toMatchObject({ code: "file_too_large" });
  });

  it("stops a reader that takes too much memory", async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => [
      `甲${index}`,
      `乙${index}`,
      `丙${index}`,
      index,
    ]);
    const limits = { ...DEFAULT_READ_LIMITS, maxWorkerHeapMb: 24 };
    const reading = readWorkbookInWorker(excelFile(rows), "a.xlsx", limits);
    await expect(reading).rejects.toMatchObject({ code: "file_too_large" });
  });
});

import { describe, expect, it } from "vitest";

import { WorkbookReader, readWorkbookInWorker } from "./read-in-worker.ts";
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

describe("WorkbookReader", () => {
  it("reads on after a file that it had to give up", async () => {
    const broken = Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(64, 7)]);
    const reader = new WorkbookReader();
    try {
      await expect(reader.read(broken, "a.xlsx")).rejects.toMatchObject({ code: "file_broken" });
      for (const name of ["赵测试", "钱测试"]) {
        const workbook = await reader.read(excelFile([["姓名"], [name]]), "b.xlsx");
        expect(workbook.sheets[0]?.rows[1]?.[0]?.text).toBe(name);
      }
    } finally {
      await reader.close();
    }
  });

  it("starts anew after a file that took too long", async () => {
    const slow = new WorkbookReader({ ...DEFAULT_READ_LIMITS, maxWorkerMs: 1 });
    try {
      for (const name of ["a.xlsx", "b.xlsx"]) {
        const reading = slow.read(excelFile([["姓名"]]), name);
        await expect(reading).rejects.toMatchObject({ code: "file_too_large" });
      }
    } finally {
      await slow.close();
    }
  });
});

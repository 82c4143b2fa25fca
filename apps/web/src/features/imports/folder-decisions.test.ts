import type { ImportRow } from "@rehab/schema/imports";
import { describe, expect, it } from "vitest";
import { matchDecisions, readFolderDecisions } from "./folder-decisions.ts";

const decision = {
  file: "衔接名单/2021年第13周",
  row: 1,
  issue: "id_checksum",
  action: "correct" as const,
  set: { idNumber: "110105194912310021" },
  reason: "已核对证件",
};

const row = (fileName: string, sequence: number, code: string) =>
  ({ id: `${fileName}-${sequence}-${code}`, fileName, sequence, issues: [{ code }] }) as ImportRow;

describe("decisions from a file", () => {
  it("go to the row with the same file, number and issue", () => {
    const wanted = row("衔接名单/2021年第13周.xlsx", 1, "id_checksum");
    const rows = [
      row("衔接名单/2021年第13周.xlsx", 2, "id_checksum"),
      row("衔接名单/2021年第13周.xlsx", 1, "missing_id"),
      row("衔接名单/2021年第03周.xlsx", 1, "id_checksum"),
      wanted,
    ];
    const { decisions, unmatched } = matchDecisions([decision], rows);
    expect(decisions).toEqual([
      { rowId: wanted.id, action: "correct", reason: "已核对证件", set: { idNumber: "110105194912310021" } },
    ]);
    expect(unmatched).toEqual([]);
  });

  it("find the file also where it was sent without its folder", () => {
    const { decisions } = matchDecisions([decision], [row("2021年第13周.xls", 1, "id_checksum")]);
    expect(decisions).toHaveLength(1);
  });

  it("are told apart by the whole file name", () => {
    const { decisions, unmatched } = matchDecisions(
      [decision],
      [row("补2021年第13周.xlsx", 1, "id_checksum")],
    );
    expect(decisions).toEqual([]);
    expect(unmatched).toEqual([decision]);
  });
});

it("reads nothing but decisions", () => {
  expect(readFolderDecisions(JSON.stringify([decision]))).toEqual([decision]);
  expect(readFolderDecisions('{"asOf": "2021-12-31"}')).toBeUndefined();
  expect(readFolderDecisions("not json")).toBeUndefined();
});

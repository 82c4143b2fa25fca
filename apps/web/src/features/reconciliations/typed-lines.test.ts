import type { LineView } from "@rehab/schema/reconciliations";
import { describe, expect, it } from "vitest";
import { compareLists, pasteInto, withBlankRow } from "./typed-lines.ts";

describe("the grid for a typed list", () => {
  it("always has one blank row to go on in", () => {
    const [first] = withBlankRow([]);
    expect(first).toEqual({ key: 1, values: {} });
    const filled = [{ key: 1, values: { name: "黎安" } }];
    expect(withBlankRow(filled)).toEqual([...filled, { key: 2, values: {} }]);
    expect(withBlankRow(withBlankRow(filled))).toHaveLength(2);
    expect(withBlankRow([{ key: 1, values: { name: "  " } }])).toHaveLength(1);
  });

  it("takes cells that were copied from a sheet, from where they were put down", () => {
    const rows = withBlankRow([{ key: 1, values: { name: "黎安" } }]);
    const pasted = pasteInto(
      rows,
      { row: 0, column: 1 },
      "110105194912310021\t社区戒毒\r\n4306\t社区康复\r\n",
    );
    expect(pasted.map(({ values }) => values)).toEqual([
      { name: "黎安", idNumber: "110105194912310021", measure: "社区戒毒" },
      { idNumber: "4306", measure: "社区康复" },
      {},
    ]);
  });

  it("leaves out what stands beside the last column", () => {
    const pasted = pasteInto(withBlankRow([]), { row: 0, column: 9 }, "某派出所\t多余");
    expect(pasted[0]?.values).toEqual({ policeUnit: "某派出所" });
  });
});

describe("two lists of one comparison", () => {
  const line = (theirs: LineView["theirs"]) => ({ theirs }) as LineView;
  const measureText = () => "社区戒毒";

  it("stand side by side by order, or else by name; what agrees is only counted", () => {
    const saved = [
      line({ name: "黎安", measure: "community_detox", orderNumber: "1号" }),
      line({ name: "单雄", township: "甲镇" }),
      line({ name: "曾小明" }),
      line(null),
    ];
    const typed = [
      { key: 1, values: { name: " 黎安", measure: "社区戒毒", orderNumber: "1号" } },
      { key: 2, values: { name: "单雄", township: "乙镇" } },
      { key: 3, values: { name: "新来人" } },
      { key: 4, values: {} },
    ];
    expect(compareLists(saved, typed, measureText)).toEqual({
      same: 1,
      rows: [
        { key: "单雄", saved: "单雄，甲镇", mine: "单雄，乙镇" },
        { key: "曾小明", saved: "曾小明", mine: "" },
        { key: "新来人", saved: "", mine: "新来人" },
      ],
    });
  });
});

import { plainDate } from "@rehab/domain/time/plain-date";
import { describe, expect, it } from "vitest";
import { readFiles } from "../src/modules/imports/read-files.ts";
import { typedHandoffList } from "../src/modules/imports/typed-list.ts";

const today = plainDate("2021-12-31");
const title = "测试县衔接名单（2021年第9周，核对日期2021-03-04）";

describe("a typed list", () => {
  it("reads like the paper that it would be", async () => {
    const file = await typedHandoffList(
      [
        {
          name: "曾小明",
          idNumber: "430624190001010010",
          measure: "社区戒毒",
          orderNumber: "测公（禁）社戒决字〔2021〕001号",
          receivedOn: "2021-3-1",
          township: "甲镇",
          phone: "13900000001",
        },
        { name: "=黎安", receivedOn: "2021年3月2日", orderNumber: "测公（禁）社戒决字〔2021〕002号" },
      ],
      { title },
    );
    const [sheet] = await readFiles([file], today);
    expect(sheet).toMatchObject({ problem: null, form: { kind: "handoff_list" } });
    const form = sheet?.form;
    if (form?.kind !== "handoff_list") throw new Error("not a list");
    expect(form.recognition.facts).toMatchObject({ year: 2021, week: 9, checkedOn: "2021-03-04" });
    expect(form.recognition.missingColumns).toEqual([]);
    const [first, second] = form.rows;
    expect(first?.cells.idNumber?.value).toBe("430624190001010010");
    expect(first?.cells.receivedOn?.value).toBe("2021-03-01");
    expect(first?.cells.measure?.value).toBe("community_detox");
    expect(first?.sequence).toBe(1);
    expect(second?.cells.receivedOn?.value).toBe("2021-03-02");
    expect(second?.cells.idNumber?.issue?.code).toBe("missing_id");
    expect(second?.cells.name?.raw).toBe("=黎安");
  });

  it("without rows is a list that says so", async () => {
    const [sheet] = await readFiles([await typedHandoffList([], { title })], today);
    expect(sheet?.form?.recognition.rows.isZeroList).toBe(true);
    expect(sheet?.form?.rows).toEqual([]);
  });
});

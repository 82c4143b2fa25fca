import { plainDate } from "@rehab/domain/time/plain-date";
import type { Document } from "docx";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { PaperPerson } from "../../matters/paper-person.ts";
import { toWord } from "../../matters/official-layout.ts";
import { leavePaper } from "./leave-slip.ts";
import type { LeaveSlip, SlipStep } from "./leave-slip.ts";

const d = plainDate;
const person: PaperPerson = {
  name: "曾小明",
  sex: "male",
  birthDate: d("1990-01-02"),
  idNumber: "999906199001020011",
  phone: "13900000001",
  residence: "测试县文星街道一村",
  measure: "community_detox",
  orderNumber: "测公社戒决字〔2021〕9号",
  orderOrgan: "测试县公安局",
  receivedOn: d("2021-12-06"),
  countyName: "测试县",
  townshipName: "文星街道",
  stationName: "文星街道中心站",
};
const slip = (changes: Partial<LeaveSlip> = {}): LeaveSlip => ({
  requestedOn: d("2021-12-25"),
  from: d("2021-12-26"),
  dueBack: d("2021-12-30"),
  destination: "长沙市",
  reason: "务工面试",
  companion: null,
  note: null,
  approver: null,
  returnedOn: null,
  steps: [],
  needsDecision: false,
  says: "离开3日以上的须书面报告。",
  citation: "《戒毒条例》第十九条第三项",
  ...changes,
});
const step = (kind: SlipStep["kind"], on: string, changes: Partial<SlipStep> = {}): SlipStep => ({
  kind,
  on: d(on),
  dueBackOn: null,
  by: "王股长",
  note: null,
  ...changes,
});

async function linesOf(paper: Document): Promise<string[]> {
  const parts = unzipSync(await toWord(paper));
  const body = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  return [...body.matchAll(/<w:p[ >].*?<\/w:p>/gu)].map(([line]) =>
    [...line.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join(""),
  );
}

describe("the decision on a leave slip", () => {
  it.each<[what: string, changes: Partial<LeaveSlip>, line: string]>([
    ["not needed", {}, "书面报告备案，不须审批。"],
    ["still to come", { needsDecision: true }, "审批人：　　　　　　　　　　年　　月　　日"],
    [
      "made",
      { needsDecision: true, steps: [step("approved", "2021-12-25")] },
      "2021年12月25日批准，经办人王股长",
    ],
    [
      "a refusal",
      { needsDecision: true, steps: [step("refused", "2021-12-25", { note: "有检测任务" })] },
      "2021年12月25日不批准，经办人王股长，有检测任务",
    ],
    ["taken over from a ledger", { approver: "李站长" }, "批准，李站长"],
  ])("that is %s", async (_, changes, line) => {
    expect(await linesOf(leavePaper(person, slip(changes)))).toContain(line);
  });
});

it("tells every extension and the return, or leaves the line for it", async () => {
  const open = await linesOf(leavePaper(person, slip()));
  expect(open).toContain("返回日期：　　　年　　月　　日　经办人：　　　　");
  const steps = [
    step("extended", "2021-12-29", { dueBackOn: d("2022-01-03"), note: "面试延期" }),
    step("extended", "2022-01-02", { dueBackOn: d("2022-01-05") }),
    step("returned", "2022-01-05"),
  ];
  const done = await linesOf(leavePaper(person, slip({ steps })));
  expect(done).toContain("延至2022年1月3日，2021年12月29日，经办人王股长，面试延期");
  expect(done).toContain("延至2022年1月5日，2022年1月2日，经办人王股长");
  expect(done).toContain("2022年1月5日销假，经办人王股长");
  expect(done.join()).not.toContain("999906199001020011");
});

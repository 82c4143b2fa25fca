import { zhOf } from "@rehab/domain/code-list";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { Measure } from "@rehab/domain/supervision/measure";
import { TEST_METHODS } from "@rehab/domain/testing/drug-test";
import type { TestMethod } from "@rehab/domain/testing/drug-test";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { Document } from "docx";
import { authorityOf, dayInWords } from "../../no-shows/documents/no-show-papers.ts";
import {
  addressLine,
  formTable,
  headingLine,
  numberLine,
  officialDocument,
  pageBreak,
  signature,
  textLine,
  titleLine,
} from "../../matters/official-layout.ts";

/** What the report says; whole values, for paper. */
export interface ReportFacts {
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly organ: string;
  readonly name: string;
  readonly sex: "male" | "female" | null;
  readonly birthDate: PlainDate | null;
  readonly idNumber: string | null;
  readonly residence: string | null;
  readonly measure: Measure;
  readonly orderNumber: string | null;
  readonly reportedOn: PlainDate | null;
  readonly test: {
    readonly on: PlainDate;
    readonly method: TestMethod;
    readonly place: string | null;
    readonly testers: readonly string[];
    readonly sampleNumber: string | null;
    readonly foundOn: PlainDate;
    readonly confirmedOn: PlainDate | null;
    readonly retestAskedOn: PlainDate | null;
  };
  readonly sentence: string;
  readonly citation: string;
  readonly cautions: readonly string[];
  readonly note: string | null;
  readonly townshipName: string | null;
  readonly stationName: string;
}

/** 检测阳性情况报告 to the police, with the receipt on a page of its own. It reports a result and concludes nothing. */
export function positiveReportPaper(facts: ReportFacts): Document {
  const title = "检测阳性情况报告";
  const { test } = facts;
  const authority = facts.townshipName === null ? [] : [`${authorityOf(facts.townshipName)}（盖章）`];
  return officialDocument(title, [
    titleLine(title),
    numberLine(facts.number),
    addressLine(facts.organ),
    textLine(personSentence(facts)),
    headingLine("检测情况"),
    textLine(
      `${dayInWords(test.on)}，${[test.place, zhOf(TEST_METHODS, test.method)].filter(Boolean).join("，")}，检测人${test.testers.join("、") || "未记载"}${test.sampleNumber === null ? "" : `，样本编号${test.sampleNumber}`}，结果为阳性${test.foundOn === test.on ? "" : `（检测机构${dayInWords(test.foundOn)}报告）`}。`,
    ),
    ...(test.confirmedOn === null ? [] : [textLine(`${dayInWords(test.confirmedOn)}经第二人复核确认。`)]),
    ...(test.retestAskedOn === null
      ? []
      : [textLine(`本人对结果有异议，已于${dayInWords(test.retestAskedOn)}申请复检。`)]),
    headingLine("报告依据"),
    textLine(`${facts.sentence}（${facts.citation}）`),
    ...(facts.cautions.length === 0
      ? []
      : [headingLine("需要说明的情况"), ...facts.cautions.map((caution) => textLine(caution))]),
    ...(facts.note === null ? [] : [headingLine("其他情况"), textLine(facts.note)]),
    textLine("请依法处理，并将处理结果告知我站。"),
    ...signature([...authority, `${facts.stationName}（盖章）`, dayInWords(facts.issuedOn)]),
    pageBreak(),
    titleLine("回　　执"),
    addressLine(facts.stationName),
    textLine(`你站${facts.number}《${title}》已收到。`),
    formTable([
      ["被报告人", facts.name],
      ["报告文号", facts.number],
      ["签收单位", facts.organ],
      ["签收人", ""],
      ["签收时间", "　　　年　　月　　日"],
      ["处理结果", ""],
    ]),
    ...signature([`${facts.organ}（盖章）`, "　　　年　　月　　日"]),
  ]);
}

function personSentence(facts: ReportFacts): string {
  const { name, sex, birthDate, idNumber, residence, measure, orderNumber, reportedOn } = facts;
  const parts = [
    name,
    sex === null ? null : { male: "男", female: "女" }[sex],
    birthDate === null ? null : `${dayInWords(birthDate)}出生`,
    idNumber === null ? null : `公民身份号码${idNumber}`,
    residence === null ? null : `住${residence}`,
    `${zhOf(MEASURES, measure)}人员${orderNumber === null ? "" : `（${orderNumber}）`}`,
    reportedOn === null ? null : `${dayInWords(reportedOn)}报到`,
  ];
  return `${parts.filter(Boolean).join("，")}。`;
}

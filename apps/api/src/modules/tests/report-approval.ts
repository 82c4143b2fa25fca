import { zhOf } from "@rehab/domain/code-list";
import { isolationCautions } from "@rehab/domain/handoff/no-show";
import type { Law } from "@rehab/domain/law/law";
import { citationOf, ruleOn } from "@rehab/domain/law/rule";
import type { Measure } from "@rehab/domain/supervision/measure";
import type { DrugTest } from "@rehab/domain/testing/drug-test";
import { TEST_METHODS } from "@rehab/domain/testing/drug-test";
import { positiveCautions } from "@rehab/domain/testing/positive-cautions";
import { stepObstacles } from "@rehab/domain/testing/test-steps";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { handlerIn } from "../approvals/approval-handler.ts";
import type { ApprovalContent } from "../approvals/approval-handler.ts";
import type { TestPerson } from "./load-test-people.ts";
import { carryOutReport } from "./report-positive.ts";
import { ReportProposal } from "./report-proposal.ts";
import { testMatter } from "./test-matter.ts";

/** Why the police are told, by measure: 社区康复 has its own article (戒毒条例 第三十八条). */
export function basisOfReport(measure: Measure, on: PlainDate, law: Law) {
  const rule = ruleOn("T9", on, law.rules);
  const conclude = ruleOn("T10", on, law.rules);
  const ofRehab = ruleOn("T15", on, law.rules);
  const citation =
    measure === "community_detox"
      ? `${citationOf(rule)}、${citationOf(conclude)}`
      : `${citationOf(rule)}、${citationOf(ofRehab)}`;
  return {
    sentence: "检测结果阳性并经第二人复核，应当及时向公安机关报告；是否吸毒只由公安机关认定。",
    citation,
  };
}

/** The report of a positive test, as the second person sees it. */
export const positiveReport = handlerIn(
  testMatter,
  (person, proposal, { today, law }) => {
    const { history, tests } = person.facts;
    const { testId, letterNumber, organ, note } = ReportProposal.parse(proposal.proposal);
    const test = tests.find(({ id }) => id === testId);
    return {
      measure: history.measure,
      facts: [
        { label: "报告", value: `${letterNumber}，送${organ}` },
        ...(test === undefined
          ? []
          : [{ label: "检测", value: `${test.on} ${zhOf(TEST_METHODS, test.method)}` }]),
        ...(note === null ? [] : [{ label: "其他情况", value: note }]),
      ],
      items: itemsOf(test, person),
      ...basisOfReport(history.measure, today, law),
      cautions: [
        ...(test === undefined ? [] : positiveCautions(test, history, law)),
        ...isolationCautions(person, today, law),
      ],
      obstacle: test === undefined ? "这次检测已经撤销" : stepObstacles(test, today, law).police_informed,
    };
  },
  carryOutReport,
);

function itemsOf(test: DrugTest | undefined, { tests }: TestPerson): ApprovalContent["items"] {
  const row = tests.find(({ id }) => id === test?.id);
  const confirmed = test?.steps?.find(({ kind }) => kind === "confirmed");
  const testers = [row?.tester, row?.secondTester].filter((name) => typeof name === "string");
  return [
    {
      code: "test_record",
      label: "检测记录",
      present: row !== undefined && row.annulledAt === null,
      because: row === undefined ? "没有检测记录" : `${row.happenedOn}，${row.place ?? "地点未记"}`,
    },
    {
      code: "two_testers",
      label: "两名检测人",
      present: testers.length === 2,
      because: testers.length === 0 ? "没有记载检测人" : testers.join("、"),
    },
    {
      code: "second_review",
      label: "第二人复核",
      present: confirmed !== undefined,
      because: confirmed === undefined ? "尚未复核" : `${confirmed.on}复核确认`,
    },
  ];
}

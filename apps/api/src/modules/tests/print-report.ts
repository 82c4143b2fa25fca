import { standingOn } from "@rehab/domain/supervision/case-history";
import type { TestMethod } from "@rehab/domain/testing/drug-test";
import { positiveCautions } from "@rehab/domain/testing/positive-cautions";
import { positiveStanding } from "@rehab/domain/testing/positive-standing";
import { ProblemError } from "../../core/problem-error.ts";
import { loadPaperPerson } from "../matters/paper-person.ts";
import { letterPrinting } from "../matters/printing.ts";
import { positiveReportPaper } from "./documents/positive-report.ts";
import { basisOfReport } from "./report-approval.ts";
import { ReportProposal } from "./report-proposal.ts";
import { testMatter } from "./test-matter.ts";

/** The report of a proposed or confirmed positive. */
export const printReport = letterPrinting(testMatter, {
  action: "reportLetter",
  approvals: ({ proposals }) => proposals,
  title: "检测阳性情况报告",
  refusal: "没有同意的报告不能制作",
  paperOf: async (context, { tests, facts }, { approved, on }) => {
    const { testId, letterNumber, organ, note } = ReportProposal.parse(approved.proposal);
    const row = tests.find((each) => each.id === testId);
    const test = facts.tests.find((each) => each.id === testId);
    const standing = test && positiveStanding(test, on, context.law);
    if (row === undefined || test === undefined || standing === undefined) {
      throw new ProblemError("wrong_state", { detail: "这次检测已经撤销" });
    }
    const { history, record } = facts;
    return positiveReportPaper({
      ...(await loadPaperPerson(context, record)),
      ...basisOfReport(history.measure, on, context.law),
      number: letterNumber,
      issuedOn: on,
      organ,
      note,
      reportedOn: standingOn(history, on).reportedOn ?? null,
      cautions: positiveCautions(test, history, context.law),
      test: {
        on: row.happenedOn,
        method: row.method as TestMethod,
        place: row.place,
        testers: [row.tester, row.secondTester].filter((name) => name !== null),
        sampleNumber: row.sampleNumber,
        foundOn: standing.foundOn,
        confirmedOn: standing.reviewedOn ?? null,
        retestAskedOn: standing.retest?.askedOn ?? null,
      },
    });
  },
});

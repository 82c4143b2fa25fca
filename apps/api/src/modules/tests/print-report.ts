import { standingOn } from "@rehab/domain/supervision/case-history";
import type { TestMethod } from "@rehab/domain/testing/drug-test";
import { positiveCautions } from "@rehab/domain/testing/positive-cautions";
import { positiveStanding } from "@rehab/domain/testing/positive-standing";
import { eq } from "drizzle-orm";
import { dayOf } from "../../core/clock.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { station, township } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { toWord } from "../no-shows/documents/official-layout.ts";
import { positiveReportPaper } from "./documents/positive-report.ts";
import { getTestPerson } from "./open-person.ts";
import { basisOfReport } from "./report-approval.ts";
import { ReportProposal } from "./report-proposal.ts";

interface Input {
  readonly id: string;
  readonly factId: string;
}

interface WordFile {
  readonly name: string;
  readonly content: Buffer;
}

/** The report of a proposed or confirmed positive, with the receipt for the police. That it was made stays on file. */
export const printReport = useCase<Input, WordFile>("tests.reportLetter", async (context, { id, factId }) => {
  const { tx, audit, law, cipher } = context;
  const { proposals, tests, facts } = await getTestPerson(tx, id);
  const proposed = proposals.find((row) => row.id === factId);
  if (proposed === undefined) throw new ProblemError("not_found");
  if (proposed.state !== "open" && proposed.state !== "confirmed") {
    throw new ProblemError("wrong_state", { detail: "没有同意的报告不能制作" });
  }
  const { testId, letterNumber, organ, note } = ReportProposal.parse(proposed.proposal);
  const row = tests.find((each) => each.id === testId);
  const test = facts.tests.find((each) => each.id === testId);
  const on = dayOf(proposed.decidedAt ?? proposed.proposedAt);
  const standing = test && positiveStanding(test, on, law);
  if (row === undefined || test === undefined || standing === undefined) {
    throw new ProblemError("wrong_state", { detail: "这次检测已经撤销" });
  }
  const [person] = await tx
    .select({
      name: enrollee.name,
      sex: enrollee.sex,
      birthDate: enrollee.birthDate,
      idNumberCipher: enrollee.idNumberCipher,
      residence: enrollee.residence,
      townshipName: township.name,
      stationName: station.name,
    })
    .from(enrollee)
    .innerJoin(station, eq(station.id, enrollee.stationId))
    .leftJoin(township, eq(township.id, enrollee.townshipId))
    .where(eq(enrollee.id, id));
  if (person === undefined) throw new ProblemError("not_found");
  const { idNumberCipher, sex, ...shown } = person;
  const { history, record } = facts;
  const paper = positiveReportPaper({
    ...shown,
    ...basisOfReport(history.measure, on, law),
    number: letterNumber,
    issuedOn: on,
    organ,
    note,
    sex: sex as "male" | "female" | null,
    idNumber: idNumberCipher === null ? null : cipher.decrypt(idNumberCipher),
    measure: history.measure,
    orderNumber: record.orderNumber,
    reportedOn: standingOn(history, on).reportedOn ?? null,
    cautions: positiveCautions(test, history, law),
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
  audit({
    action: "tests.reportLetter",
    subjectType: "enrollee",
    subjectId: id,
    change: { approvalId: factId },
  });
  return { name: `检测阳性情况报告-${on}.docx`, content: await toWord(paper) };
});

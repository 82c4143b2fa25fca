import { periodText } from "@rehab/domain/law/deadline";
import type { Law } from "@rehab/domain/law/law";
import { ruleOn } from "@rehab/domain/law/rule";
import { standingOn } from "@rehab/domain/supervision/case-history";
import { termFrom } from "@rehab/domain/supervision/term";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { TransferLetter } from "@rehab/schema/transfers";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { loadCaseFacts } from "../enrollees/case-facts.ts";
import { getTransfer } from "./change-transfer.ts";

/** What the letter to the new place says, with whole values: the file keeps that it was made. */
export const getTransferLetter = useCase<{ id: string }, TransferLetter>(
  "transfers.letter",
  async (context, { id }) => {
    const { tx, audit, cipher, county, today, law } = context;
    const { transfer } = await getTransfer(context, id);
    const [person] = await tx.select().from(enrollee).where(eq(enrollee.id, transfer.enrolleeId));
    const facts = (await loadCaseFacts(tx, [transfer.enrolleeId])).find(
      ({ caseId }) => caseId === transfer.caseId,
    );
    if (person === undefined || facts === undefined) throw new ProblemError("not_found");
    const { record, history } = facts;
    const standing = standingOn(history, today);
    const term = termFrom(history, standing, today, law);
    audit({
      action: "transfers.letter",
      subjectType: "enrollee",
      subjectId: person.id,
      change: { transferId: id, fields: ["name", "idNumber"] },
    });
    return {
      transfer,
      countyName: county.name,
      name: person.name,
      idNumber: person.idNumberCipher === null ? null : cipher.decrypt(person.idNumberCipher),
      sex: person.sex as TransferLetter["sex"],
      birthDate: person.birthDate,
      residence: person.residence,
      registeredAddress: person.registeredAddress,
      orderNumber: record.orderNumber,
      orderOrgan: record.orderOrgan,
      orderedOn: record.orderedOn,
      reportedOn: standing.reportedOn ?? null,
      termEndOn: term?.endOn ?? null,
      servedDays: term?.servedDays ?? null,
      stoppedDays: term?.stoppedDays ?? null,
      counts: { tests: facts.tests.length, visits: facts.visits.length },
      reportWithin: reportWithin(transfer.receiptOn ?? today, law),
      printedOn: today,
    };
  },
);

/** The place changes on the day of the receipt; until that has come, the law of the day of printing is told. */
function reportWithin(changedOn: PlainDate, law: Law): string {
  const { period } = ruleOn("T12", changedOn, law.rules);
  return period === undefined ? "规定期限" : periodText(period);
}

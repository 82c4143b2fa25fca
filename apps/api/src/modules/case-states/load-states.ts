import type { PlainDate } from "@rehab/domain/time/plain-date";
import { and, asc, desc, inArray, isNull } from "drizzle-orm";
import type { ReadTx } from "../../db/client.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { approval, caseDocument, contactAttempt, serviceReceipt } from "../../db/schema/handoff.ts";
import { loadSupervisionFacts } from "../enrollees/supervision-facts.ts";
import type { SupervisedCase } from "../enrollees/supervision-facts.ts";
import type {
  ApprovalRecord,
  AttemptRow,
  DocumentRow,
  EventRow,
  ReceiptRow,
} from "../no-shows/load-no-shows.ts";

/** A person with the present case and all that was recorded about its states, annulled records included. */
export interface StatePerson {
  readonly id: string;
  readonly sex: "male" | "female" | null;
  readonly birthDate: PlainDate | null;
  readonly riskLevel: string | null;
  /** Without the annulled ones, in the form in which the domain reads them. */
  readonly facts: SupervisedCase;
  /** In the order in which they happened. */
  readonly events: readonly EventRow[];
  readonly documents: readonly DocumentRow[];
  readonly receipts: readonly ReceiptRow[];
  readonly attempts: readonly AttemptRow[];
  /** Releases, terminations and annulments of them, latest first. */
  readonly proposals: readonly ApprovalRecord[];
}

/** The people in sight among these: a handful of statements, however many people. */
export async function loadStates(tx: ReadTx, ids: readonly string[]): Promise<Map<string, StatePerson>> {
  const wanted = [...ids];
  if (wanted.length === 0) return new Map();
  const people = await tx
    .select({
      id: enrollee.id,
      sex: enrollee.sex,
      birthDate: enrollee.birthDate,
      riskLevel: enrollee.riskLevel,
    })
    .from(enrollee)
    .where(and(inArray(enrollee.id, wanted), isNull(enrollee.annulledAt)));
  const latest = new Map((await loadSupervisionFacts(tx, wanted)).map((facts) => [facts.enrolleeId, facts]));
  const events = await tx
    .select()
    .from(caseEvent)
    .where(inArray(caseEvent.enrolleeId, wanted))
    .orderBy(asc(caseEvent.happenedOn), asc(caseEvent.recordedAt), asc(caseEvent.id));
  const documents = await tx
    .select()
    .from(caseDocument)
    .where(inArray(caseDocument.enrolleeId, wanted))
    .orderBy(asc(caseDocument.issuedOn), asc(caseDocument.id));
  const receipts = await tx
    .select()
    .from(serviceReceipt)
    .where(inArray(serviceReceipt.enrolleeId, wanted))
    .orderBy(asc(serviceReceipt.servedOn), asc(serviceReceipt.id));
  const attempts = await tx
    .select()
    .from(contactAttempt)
    .where(inArray(contactAttempt.enrolleeId, wanted))
    .orderBy(asc(contactAttempt.happenedOn), asc(contactAttempt.id));
  const proposals = await tx
    .select()
    .from(approval)
    .where(
      and(
        inArray(approval.enrolleeId, wanted),
        inArray(approval.kind, ["release", "termination", "end_annulment"]),
      ),
    )
    .orderBy(desc(approval.proposedAt), desc(approval.id));
  const found = people.flatMap((person): [string, StatePerson][] => {
    const facts = latest.get(person.id);
    if (facts === undefined) return [];
    const ofCase = <R extends { readonly caseId: string }>(rows: readonly R[]) =>
      rows.filter(({ caseId }) => caseId === facts.caseId);
    return [
      [
        person.id,
        {
          ...person,
          sex: person.sex as StatePerson["sex"],
          facts,
          events: ofCase(events),
          documents: ofCase(documents),
          receipts: ofCase(receipts),
          attempts: ofCase(attempts),
          proposals: ofCase(proposals),
        },
      ],
    ];
  });
  return new Map(found);
}

export function openProposalOf({ proposals }: StatePerson): ApprovalRecord | undefined {
  return proposals.find(({ state }) => state === "open");
}

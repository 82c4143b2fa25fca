import { documentStanding } from "@rehab/domain/breach/breach-actions";
import type { BreachFile, breachesEndpoints } from "@rehab/schema/breaches";
import type { BodyOf } from "@rehab/schema/endpoint";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { useCase } from "../../core/use-case.ts";
import { caseDocument, serviceReceipt } from "../../db/schema/handoff.ts";
import { requireProof } from "../no-shows/record-service.ts";
import { factOf } from "../enrollees/present-case.ts";
import { answerAfterWrite, getPerson } from "./open-person.ts";
import { requirePossible } from "./possible-actions.ts";

interface DocumentInput {
  readonly id: string;
  readonly body: BodyOf<typeof breachesEndpoints.issueDocument>;
}

/** Records a document with its number; none is older than what it tells of. */
export const issueDocument = useCase<DocumentInput, BreachFile>(
  "breaches.issueDocument",
  async (context, { id, body }) => {
    const { tx, audit, today, law } = context;
    const person = await getPerson(tx, id);
    const created = !person.breach.documents.some((row) => row.id === body.id);
    if (created) {
      requirePossible(context, person.breach, "issueDocument");
      const { obstacle, from } = documentStanding(body.kind, person.breach.facts, today, law);
      if (obstacle !== undefined) throw new ProblemError("wrong_state", { detail: obstacle });
      refuseFutureDay(body.issuedOn, today, "/issuedOn");
      const issued = { pointer: "/issuedOn", day: body.issuedOn };
      refuseEarlierDay(issued, from, `所述的事实发生在${from}，文书日期不能早于这一天`);
      await tx.insert(caseDocument).values({ ...factOf(context, person.breach.facts), ...body });
    }
    audit({
      action: "breaches.issueDocument",
      subjectType: "caseDocument",
      subjectId: body.id,
      change: { enrolleeId: id, kind: body.kind, issuedOn: body.issuedOn, created },
    });
    return answerAfterWrite(context, id);
  },
);

interface ReceiptInput {
  readonly id: string;
  readonly factId: string;
  readonly body: BodyOf<typeof breachesEndpoints.recordService>;
}

/** Records the receipt of a document's service; one that does not prove it is refused by its fields. */
export const recordService = useCase<ReceiptInput, BreachFile>(
  "breaches.recordService",
  async (context, { id, factId, body }) => {
    const { tx, audit } = context;
    const person = await getPerson(tx, id);
    const document = person.breach.documents.find((row) => row.id === factId);
    if (document === undefined) throw new ProblemError("not_found");
    const created = !person.breach.receipts.some((row) => row.id === body.id);
    if (created) {
      requireProof(context, document, body);
      await tx
        .insert(serviceReceipt)
        .values({ ...factOf(context, person.breach.facts), ...body, documentId: document.id });
    }
    audit({
      action: "breaches.recordService",
      subjectType: "serviceReceipt",
      subjectId: body.id,
      change: { enrolleeId: id, documentId: factId, method: body.method, servedOn: body.servedOn, created },
    });
    return answerAfterWrite(context, id);
  },
);

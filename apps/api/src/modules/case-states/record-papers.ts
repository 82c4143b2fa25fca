import { missedWindows } from "@rehab/domain/supervision/end-of-term";
import type { CaseStateFile, caseStatesEndpoints } from "@rehab/schema/case-states";
import type { BodyOf } from "@rehab/schema/endpoint";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { useCase } from "../../core/use-case.ts";
import { caseDocument, contactAttempt, serviceReceipt } from "../../db/schema/handoff.ts";
import { requireProof } from "../no-shows/record-service.ts";
import { factOf } from "../enrollees/present-case.ts";
import { answerAfterWrite, lockStatePerson } from "./open-person.ts";
import { requirePossible } from "./possible-actions.ts";

interface SearchInput {
  readonly id: string;
  readonly body: BodyOf<typeof caseStatesEndpoints.search>;
}

/** Records how somebody in the term was sought and what came of it. */
export const recordSearch = useCase<SearchInput, CaseStateFile>(
  "case-states.search",
  async (context, { id, body }) => {
    const { tx, audit, today } = context;
    const person = await lockStatePerson(context, id);
    const created = !person.attempts.some((row) => row.id === body.id);
    if (created) {
      requirePossible(context, person, "search");
      refuseFutureDay(body.happenedOn, today, "/happenedOn");
      await tx.insert(contactAttempt).values({ ...factOf(context, person.facts), ...body });
    }
    const { happenedOn, method, outcome } = body;
    audit({
      action: "case-states.search",
      subjectType: "contactAttempt",
      subjectId: body.id,
      change: { enrolleeId: id, happenedOn, method, outcome, created },
    });
    return answerAfterWrite(context, id);
  },
);

interface PaperInput {
  readonly id: string;
  readonly body: BodyOf<typeof caseStatesEndpoints.recordPaper>;
}

/** Files an assessment or summary. A 期满评估 says why windows of the plan passed without a test. */
export const recordPaper = useCase<PaperInput, CaseStateFile>(
  "case-states.recordPaper",
  async (context, { id, body }) => {
    const { tx, audit, today, law } = context;
    const person = await lockStatePerson(context, id);
    const created = !person.documents.some((row) => row.id === body.id);
    if (created) {
      requirePossible(context, person, "recordPaper");
      refuseFutureDay(body.issuedOn, today, "/issuedOn");
      const missed = missedWindows(person.facts, today, law);
      if (body.kind === "end_assessment" && missed > 0 && body.note === null) {
        throw new ProblemError("invalid_input", {
          errors: [{ pointer: "/note", detail: `有${missed}个检测窗口缺测，请写明原因` }],
        });
      }
      await tx.insert(caseDocument).values({ ...factOf(context, person.facts), ...body });
    }
    audit({
      action: "case-states.recordPaper",
      subjectType: "caseDocument",
      subjectId: body.id,
      change: { enrolleeId: id, kind: body.kind, issuedOn: body.issuedOn, created },
    });
    return answerAfterWrite(context, id);
  },
);

interface ServiceInput {
  readonly id: string;
  readonly factId: string;
  readonly body: BodyOf<typeof caseStatesEndpoints.recordService>;
}

/** Records that a notice was served on the person, also after the release that it announced. */
export const recordService = useCase<ServiceInput, CaseStateFile>(
  "case-states.recordService",
  async (context, { id, factId, body }) => {
    const { tx, audit } = context;
    const person = await lockStatePerson(context, id);
    const document = person.documents.find((row) => row.id === factId);
    if (document === undefined) throw new ProblemError("not_found");
    const created = !person.receipts.some((row) => row.id === body.id);
    if (created) {
      requireProof(context, document, body);
      await tx
        .insert(serviceReceipt)
        .values({ ...factOf(context, person.facts), ...body, documentId: document.id });
    }
    audit({
      action: "case-states.recordService",
      subjectType: "serviceReceipt",
      subjectId: body.id,
      change: { enrolleeId: id, documentId: factId, method: body.method, servedOn: body.servedOn, created },
    });
    return answerAfterWrite(context, id);
  },
);

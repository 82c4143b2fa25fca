import { zhOf } from "@rehab/domain/code-list";
import { SERVICE_GAPS, needsService, serviceGaps } from "@rehab/domain/handoff/document-service";
import type { DocumentKind, ServiceGap } from "@rehab/domain/handoff/document-service";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { noShowsEndpoints } from "@rehab/schema/no-shows";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { caseDocument, serviceReceipt } from "../../db/schema/handoff.ts";
import { holds } from "../enrollees/annulment.ts";
import { factOf } from "../enrollees/present-case.ts";
import type { Matter } from "./matter.ts";
import { recording } from "./recording.ts";
import type { RecordingInput } from "./recording.ts";
import type { DocumentRow, ReceiptRow } from "./rows.ts";

/** A paper as its form describes it. */
export interface PaperBody {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly issuedOn: PlainDate;
}

export interface PaperInput<B extends PaperBody> {
  readonly id: string;
  readonly body: B;
}

/** The use case that puts a paper on file; `refuse` throws for one that cannot be. */
export function paperRecording<
  R extends { readonly documents: readonly DocumentRow[] },
  F,
  B extends PaperBody,
>(matter: Matter<R, F>, action: string, refuse: (context: UseCaseContext, record: R, body: B) => void) {
  return recording<R, F, PaperInput<B>>(matter, {
    action,
    subjectType: "caseDocument",
    known: ({ documents }) => documents,
    change: ({ body: { kind, issuedOn } }) => ({ kind, issuedOn }),
    write: async (context, record, { body }) => {
      refuse(context, record, body);
      refuseFutureDay(body.issuedOn, context.today, "/issuedOn");
      await context.tx.insert(caseDocument).values({ ...factOf(context, matter.caseOf(record)), ...body });
    },
  });
}

type ReceiptBody = BodyOf<typeof noShowsEndpoints.recordService>;

export interface ServiceInput extends RecordingInput {
  readonly factId: string;
  readonly body: ReceiptBody;
}

interface WithPapers {
  readonly documents: readonly DocumentRow[];
  readonly receipts: readonly ReceiptRow[];
}

/**
 * The use case that records the receipt of a document's service. One that does not prove the service is refused with
 * what it lacks (公安机关办理行政案件程序规定 第三十六条): it is put right on paper first.
 */
export function serviceRecording<R extends WithPapers, F>(matter: Matter<R, F>) {
  return recording<R, F, ServiceInput>(matter, {
    action: "recordService",
    subjectType: "serviceReceipt",
    known: ({ receipts }) => receipts,
    change: ({ factId, body: { method, servedOn } }) => ({ documentId: factId, method, servedOn }),
    write: async (context, record, { factId, body }) => {
      const document = record.documents.find((row) => row.id === factId);
      if (document === undefined) throw new ProblemError("not_found");
      requireProof(context, document, body);
      await context.tx
        .insert(serviceReceipt)
        .values({ ...factOf(context, matter.caseOf(record)), ...body, documentId: document.id });
    },
  });
}

/** The field of the form that each gap is about. */
const fieldOfGap: Readonly<Record<ServiceGap, string>> = {
  before_issue: "servedOn",
  two_servers: "servers",
  receiver: "receivedBy",
  relation: "relation",
  refusal: "refusal",
  witness: "witness",
  announcement_days: "servedOn",
};

/**
 * Refuses the receipt of a document's service that proves none: of a paper that was annulled or is not served, from
 * the future, or with gaps (`serviceGaps`), each at its field.
 */
function requireProof({ today, actor }: UseCaseContext, document: DocumentRow, body: ReceiptBody): void {
  requireAtStation(actor, "create", "CaseFile", document.stationId);
  if (!holds(document)) throw new ProblemError("wrong_state", { detail: "这份文书已经撤销" });
  if (!needsService(document.kind as DocumentKind)) {
    throw new ProblemError("wrong_state", { detail: "这种文书不送达本人" });
  }
  refuseFutureDay(body.servedOn, today, "/servedOn");
  const gaps = serviceGaps({ ...body, issuedOn: document.issuedOn });
  if (gaps.length > 0) {
    throw new ProblemError("invalid_input", {
      errors: gaps.map((gap) => ({ pointer: `/${fieldOfGap[gap]}`, detail: zhOf(SERVICE_GAPS, gap) })),
    });
  }
}

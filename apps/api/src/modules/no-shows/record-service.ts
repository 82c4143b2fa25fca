import { zhOf } from "@rehab/domain/code-list";
import { SERVICE_GAPS, needsService, serviceGaps } from "@rehab/domain/handoff/document-service";
import type { DocumentKind, ServiceGap } from "@rehab/domain/handoff/document-service";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { NoShowFile, noShowsEndpoints } from "@rehab/schema/no-shows";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { serviceReceipt } from "../../db/schema/handoff.ts";
import { holds } from "./load-no-shows.ts";
import type { DocumentRow } from "./load-no-shows.ts";
import { answerAfterWrite, getPerson, ownColumns } from "./open-person.ts";

interface Input {
  readonly id: string;
  readonly factId: string;
  readonly body: BodyOf<typeof noShowsEndpoints.recordService>;
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
export function requireProof(
  { today, actor }: Pick<UseCaseContext, "today" | "actor">,
  document: DocumentRow,
  body: Input["body"],
): void {
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

/**
 * Records the receipt of a document's service. One that does not prove the service is refused with what it lacks
 * (公安机关办理行政案件程序规定 第三十六条): it is put right on paper first.
 */
export const recordService = useCase<Input, NoShowFile>(
  "no-shows.recordService",
  async (context, { id, factId, body }) => {
    const { tx, audit } = context;
    const person = await getPerson(tx, id);
    const document = person.noShow.documents.find((row) => row.id === factId);
    if (document === undefined) throw new ProblemError("not_found");
    const created = !person.noShow.receipts.some((row) => row.id === body.id);
    if (created) {
      requireProof(context, document, body);
      await tx
        .insert(serviceReceipt)
        .values({ ...ownColumns(context, person), ...body, documentId: document.id });
    }
    audit({
      action: "no-shows.recordService",
      subjectType: "serviceReceipt",
      subjectId: body.id,
      change: {
        enrolleeId: id,
        documentId: factId,
        method: body.method,
        servedOn: body.servedOn,
        created,
      },
    });
    return answerAfterWrite(context, id);
  },
);

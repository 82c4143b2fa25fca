import { zhOf } from "@rehab/domain/code-list";
import { DOCUMENT_KINDS } from "@rehab/domain/handoff/document-service";
import type { DocumentKind } from "@rehab/domain/handoff/document-service";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { noShowsEndpoints } from "@rehab/schema/no-shows";
import type { Document } from "docx";
import type { FastifyReply } from "fastify";
import { dayOf } from "../../core/clock.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { holds } from "../enrollees/annulment.ts";
import { getMatter } from "./matter.ts";
import type { Matter } from "./matter.ts";
import { toWord } from "./official-layout.ts";
import type { ApprovalRecord, DocumentRow } from "./rows.ts";

interface PrintInput {
  readonly id: string;
  readonly factId: string;
}

export interface WordFile {
  readonly name: string;
  readonly content: Buffer;
}

/**
 * The use case that makes a document of a matter as Word, with the whole name and number. That it was made stays in the
 * person's file. `paperOf` gives undefined for a kind that is not made here.
 */
export function documentPrinting<R extends { readonly documents: readonly DocumentRow[] }, F>(
  matter: Matter<R, F>,
  paperOf: (
    context: UseCaseContext,
    record: R,
    document: Omit<DocumentRow, "kind"> & { readonly kind: DocumentKind },
  ) => Promise<Document> | undefined,
) {
  const action = `${matter.name}.document`;
  return useCase<PrintInput, WordFile>(action, async (context, { id, factId }) => {
    const record = await getMatter(context, matter, id);
    const document = record.documents.find((row) => row.id === factId);
    if (document === undefined) throw new ProblemError("not_found");
    if (!holds(document)) throw new ProblemError("wrong_state", { detail: "这份文书已经撤销" });
    const kind = document.kind as DocumentKind;
    const paper = await paperOf(context, record, { ...document, kind });
    if (paper === undefined) throw new ProblemError("wrong_state", { detail: "这种文书不由本系统制作" });
    const change = { documentId: factId, kind };
    context.audit({ action, subjectType: "enrollee", subjectId: id, change });
    return { name: `${zhOf(DOCUMENT_KINDS, kind)}-${document.issuedOn}.docx`, content: await toWord(paper) };
  });
}

interface LetterPrinting<R> {
  readonly action: string;
  readonly approvals: (record: R) => readonly ApprovalRecord[];
  /** What it is called in the name of the file, and where it cannot be made. */
  readonly title: string;
  readonly refusal: string;
  /** The letter as of the day on which it was confirmed, or proposed as long as it waits. */
  readonly paperOf: (
    context: UseCaseContext,
    record: R,
    letter: { readonly approved: ApprovalRecord; readonly on: PlainDate },
  ) => Promise<Document>;
}

/** The use case that makes the letter of a proposed or confirmed act, with the receipt for the police. */
export function letterPrinting<R, F>(matter: Matter<R, F>, letter: LetterPrinting<R>) {
  const action = `${matter.name}.${letter.action}`;
  return useCase<PrintInput, WordFile>(action, async (context, { id, factId }) => {
    const record = await getMatter(context, matter, id);
    const approved = letter.approvals(record).find((row) => row.id === factId);
    if (approved === undefined) throw new ProblemError("not_found");
    if (approved.state !== "open" && approved.state !== "confirmed") {
      throw new ProblemError("wrong_state", { detail: letter.refusal });
    }
    const on = dayOf(approved.decidedAt ?? approved.proposedAt);
    const paper = await letter.paperOf(context, record, { approved, on });
    context.audit({ action, subjectType: "enrollee", subjectId: id, change: { approvalId: factId } });
    return { name: `${letter.title}-${on}.docx`, content: await toWord(paper) };
  });
}

/** Sends a Word file under its name. */
export function sendWord(reply: FastifyReply, file: WordFile): FastifyReply {
  return reply
    .type(noShowsEndpoints.document.file)
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .send(file.content);
}

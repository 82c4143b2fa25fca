import { zhOf } from "@rehab/domain/code-list";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { Document } from "docx";
import { dayInWords, personSentence, signersOf } from "../../no-shows/documents/no-show-papers.ts";
import type { PaperHead } from "../../no-shows/documents/no-show-papers.ts";
import type { PaperPerson } from "../../matters/paper-person.ts";
import {
  addressLine,
  formTable,
  numberLine,
  officialDocument,
  pageBreak,
  signature,
  textLine,
  titleLine,
} from "../../matters/official-layout.ts";

/** The documents of states that there is a paper for here. */
export function isLetter(kind: string): boolean {
  return kind === "release_request";
}

/** What the letter says beside the person: the term as it stands, and the rule that ends it. */
export interface ReleaseRequest {
  readonly head: PaperHead;
  readonly organ: string;
  readonly reportedOn: PlainDate;
  readonly endOn: PlainDate;
  /** Days in which the term stood still. */
  readonly stoppedDays: number;
  readonly assessedOn: PlainDate | undefined;
  readonly note: string | null;
  readonly sentence: string;
  readonly citation: string;
}

/** 函请出具解除通知书 to the police, with the receipt on a page of its own. */
export function releaseRequestPaper(person: PaperPerson, letter: ReleaseRequest): Document {
  const { head, organ, reportedOn, endOn, stoppedDays, assessedOn, note } = letter;
  const measure = zhOf(MEASURES, person.measure);
  const title = `关于请出具解除${measure}通知书的函`;
  const order = `${person.orderOrgan ?? "公安机关"}作出责令${measure}决定书${person.orderNumber === null ? "" : `（${person.orderNumber}）`}`;
  const stopped = stoppedDays === 0 ? "" : `，其中中止${stoppedDays}日，期限顺延`;
  return officialDocument(title, [
    titleLine(title),
    numberLine(head.number),
    addressLine(organ),
    textLine(personSentence(person)),
    textLine(
      `${order}，该人于${dayInWords(reportedOn)}报到${stopped}，期限至${dayInWords(endOn)}届满。${assessedOn === undefined ? "" : `期满评估于${dayInWords(assessedOn)}完成。`}`,
    ),
    textLine(`依照${letter.citation}，${letter.sentence}`),
    textLine(`请依法出具解除${measure}通知书，送达本人及其家属，并通知我们。`),
    ...(note === null ? [] : [textLine(note)]),
    ...signature(signersOf(person, head.issuedOn)),
    pageBreak(),
    titleLine("回　　执"),
    addressLine(person.stationName),
    textLine(`你站${head.number}《${title}》已收到。`),
    formTable([
      ["解除人员", person.name],
      ["来函文号", head.number],
      ["签收单位", organ],
      ["签收人", ""],
      ["签收时间", "　　　年　　月　　日"],
      ["办理情况", ""],
    ]),
    ...signature([`${organ}（盖章）`, "　　　年　　月　　日"]),
  ]);
}

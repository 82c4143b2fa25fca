import { zhOf } from "@rehab/domain/code-list";
import { DOCUMENT_KINDS } from "@rehab/domain/handoff/document-service";
import type { DocumentKind } from "@rehab/domain/handoff/document-service";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { Document } from "docx";
import {
  personSentence,
  placeOf,
  receiptOfPolice,
  receiptOfService,
  signersOf,
} from "../../no-shows/documents/no-show-papers.ts";
import type { PaperHead } from "../../no-shows/documents/no-show-papers.ts";
import {
  addressLine,
  headingLine,
  numberLine,
  officialDocument,
  signature,
  textLine,
  titleLine,
} from "../../matters/official-layout.ts";
import type { Block } from "../../matters/official-layout.ts";
import type { PaperPerson } from "../../matters/paper-person.ts";

const texts = {
  admonition: () =>
    "上述行为违反了协议。现对你进行批评教育和劝诫：请遵守协议，按时报告、接受检测和教育。再次违反的，将予以告诫。",
  warning: (reportable: number) =>
    `上述行为较严重地违反了协议。现告诫你：立即改正，遵守协议，按通知接受检测，离开本县（市、区）${reportable}日以上的事先书面报告。`,
  breach_notice: () => "上述行为已经构成严重违反协议，我们将依照规定把情况报告公安机关，由公安机关依法处理。",
} as const;

/** The documents that there is a paper for here. */
export function isBreachPaper(kind: DocumentKind): kind is BreachPaper {
  return kind === "test_notice" || kind === "breach_certificate" || kind in texts;
}

export type BreachPaper = keyof typeof texts | "test_notice" | "breach_certificate";

/** What a paper tells of: each breach in a line, and the article that names it. */
export interface BreachMatter {
  readonly lines: readonly string[];
  readonly sentence: string;
  readonly citation: string;
  /** From how many days on an absence has to be reported (rule T7). */
  readonly reportableDays: number;
}

/** A document in the form of the office; one that is served brings the form of its receipt on a page of its own. */
export function breachPaper(
  kind: BreachPaper,
  person: PaperPerson,
  head: PaperHead & { readonly note: string | null },
  matter: BreachMatter,
): Document {
  const title = zhOf(DOCUMENT_KINDS, kind);
  const signed = signature(signersOf(person, head.issuedOn));
  const opening = [titleLine(title), numberLine(head.number)];
  if (kind === "breach_certificate") {
    return officialDocument(title, [
      ...opening,
      textLine(`${personSentence(person)}${orderSentence(person)}`),
      headingLine("违反协议的事实"),
      ...linesOf(matter.lines),
      textLine(`${matter.sentence}（${matter.citation}）`),
      textLine("特此证明。"),
      ...signed,
    ]);
  }
  const body: Block[] =
    kind === "test_notice"
      ? [
          textLine(
            `${orderSentence(person)}根据《戒毒条例》的规定和你签订的协议，现通知你按下列时间和地点接受吸毒检测：`,
          ),
          textLine(head.note ?? placeOf(person)),
          textLine("请携带身份证件按时到场。因病、外出等有正当理由不能到场的，应当事先说明并提供证明。"),
          textLine("无正当理由不到场或者拒绝检测的，按逃避或者拒绝接受检测登记。"),
        ]
      : [
          textLine(`${orderSentence(person)}在执行期间，你有下列行为：`),
          ...linesOf(matter.lines),
          textLine(texts[kind](matter.reportableDays)),
          ...(kind === "breach_notice" ? [textLine(`${matter.sentence}（${matter.citation}）`)] : []),
          textLine("对以上事实有异议的，可以到场陈述和申辩。"),
        ];
  return officialDocument(title, [
    ...opening,
    addressLine(person.name),
    ...body,
    ...signed,
    ...receiptOfService(person, title, head.number),
  ]);
}

/** 移交函 to the police with 移交回执 on a page of its own. */
export function breachReferralPaper(
  person: PaperPerson,
  letter: BreachMatter & {
    readonly head: PaperHead;
    readonly organ: string;
    readonly note: string | null;
    readonly cautions: readonly string[];
    readonly enclosures: readonly string[];
  },
): Document {
  const { head, organ, enclosures, note, cautions } = letter;
  const title = "严重违反协议人员移交函";
  const others = [...(note === null ? [] : [note]), ...cautions];
  return officialDocument(title, [
    titleLine(title),
    numberLine(head.number),
    addressLine(organ),
    textLine(`${personSentence(person)}${orderSentence(person)}`),
    headingLine("违反协议的事实"),
    ...linesOf(letter.lines),
    headingLine("处理依据"),
    textLine(`${letter.sentence}（${letter.citation}）`),
    ...(others.length === 0 ? [] : [headingLine("其他情况"), ...others.map(textLine)]),
    headingLine("移交材料"),
    ...enclosures.map((enclosure, index) => textLine(`${index + 1}．${enclosure}`)),
    ...signature(signersOf(person, head.issuedOn)),
    ...receiptOfPolice(person, { title, number: head.number, organ, enclosures }),
  ]);
}

function orderSentence({ orderOrgan, orderNumber, measure }: PaperPerson): string {
  const number = orderNumber === null ? "" : `（${orderNumber}）`;
  return `${orderOrgan ?? "公安机关"}作出责令${zhOf(MEASURES, measure)}决定书${number}。`;
}

function linesOf(lines: readonly string[]): Block[] {
  return lines.length === 0
    ? [textLine("无记录。")]
    : lines.map((line, index) => textLine(`${index + 1}．${line}。`));
}

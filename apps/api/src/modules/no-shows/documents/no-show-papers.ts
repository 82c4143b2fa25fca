import { zhOf } from "@rehab/domain/code-list";
import { SERVICE_METHODS } from "@rehab/domain/handoff/document-service";
import type { DocumentKind } from "@rehab/domain/handoff/document-service";
import { periodText } from "@rehab/domain/law/deadline";
import { citationOf } from "@rehab/domain/law/rule";
import type { Rule } from "@rehab/domain/law/rule";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { Document } from "docx";
import {
  addressLine,
  formTable,
  headingLine,
  noteLine,
  numberLine,
  officialDocument,
  pageBreak,
  signature,
  textLine,
  titleLine,
} from "../../matters/official-layout.ts";
import type { Block } from "../../matters/official-layout.ts";
import type { PaperPerson } from "../../matters/paper-person.ts";

/** What the papers of somebody who did not report in say beside that. */
export interface PaperFacts extends PaperPerson {
  /** The day on which the place of execution changed, where that started the deadline. */
  readonly transferredOn: PlainDate | null;
  readonly dueOn: PlainDate;
  /** The rule of the deadline in the version that counted. */
  readonly rule: Rule;
}

/** One recorded paper: number and day. */
export interface PaperHead {
  readonly number: string;
  readonly issuedOn: PlainDate;
}

export interface Attempt {
  readonly on: PlainDate;
  readonly method: string;
  readonly outcome: string;
  readonly madeBy: string;
}

/** Whether there is a paper for such a document here. */
export function isPrintable(kind: DocumentKind): boolean {
  return kind === "no_show_warning" || kind === "no_show_certificate";
}

/** `2021年7月9日` */
export function dayInWords(day: PlainDate): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

/** 文星街道办事处、新泉镇人民政府: who carries the measure out by law (戒毒条例 第五条). */
export function authorityOf(townshipName: string): string {
  return townshipName.endsWith("街道") ? `${townshipName}办事处` : `${townshipName}人民政府`;
}

/** 逾期未报到告诫书 with the form of its receipt of service on a page of its own. */
export function warningPaper(facts: PaperFacts, head: PaperHead): Document {
  const title = "逾期未报到告诫书";
  const measure = zhOf(MEASURES, facts.measure);
  return officialDocument(title, [
    titleLine(title),
    numberLine(head.number),
    addressLine(facts.name),
    textLine(
      `${orderSentence(facts)}你最迟应当于${dayInWords(facts.dueOn)}到${placeOf(facts)}报到，至今没有报到。`,
    ),
    textLine(consequenceFor(facts)),
    textLine(
      `现告诫你：收到本告诫书后立即到${placeOf(facts)}报到，接受${measure}。有正当理由不能报到的，应当说明理由并提供证明。`,
    ),
    textLine("你可以到场陈述和申辩。"),
    ...signature(signersOf(facts, head.issuedOn)),
    ...receiptOfService(facts, title, head.number),
  ]);
}

/** 逾期未报到证明 for the police. */
export function certificatePaper(facts: PaperFacts, head: PaperHead, attempts: readonly Attempt[]): Document {
  const title = "逾期未报到证明";
  return officialDocument(title, [
    titleLine(title),
    numberLine(head.number),
    textLine(`${personSentence(facts)}${orderSentence(facts)}`),
    textLine(
      `报到期限到${dayInWords(facts.dueOn)}为止。该人至${dayInWords(head.issuedOn)}没有到${placeOf(facts)}报到。`,
    ),
    headingLine("查找情况"),
    ...attemptLines(attempts),
    textLine("特此证明。"),
    ...signature(signersOf(facts, head.issuedOn)),
  ]);
}

/** 移交函 to the police with 移交回执 on a page of its own. */
export function referralPaper(
  facts: PaperFacts,
  letter: {
    readonly head: PaperHead;
    readonly organ: string;
    readonly note: string | null;
    readonly sentence: string;
    readonly citation: string;
    readonly enclosures: readonly string[];
    readonly attempts: readonly Attempt[];
  },
): Document {
  const { head, organ, enclosures } = letter;
  const title = "逾期未报到人员移交函";
  return officialDocument(title, [
    titleLine(title),
    numberLine(head.number),
    addressLine(organ),
    textLine(
      `${personSentence(facts)}${orderSentence(facts)}报到期限到${dayInWords(facts.dueOn)}为止，该人至今没有报到。`,
    ),
    headingLine("查找情况"),
    ...attemptLines(letter.attempts),
    headingLine("处理依据"),
    textLine(`${letter.sentence}（${letter.citation}）`),
    ...(letter.note === null ? [] : [headingLine("其他情况"), textLine(letter.note)]),
    headingLine("移交材料"),
    ...enclosures.map((enclosure, index) => textLine(`${index + 1}．${enclosure}`)),
    ...signature(signersOf(facts, head.issuedOn)),
    ...receiptOfPolice(facts, { title, number: head.number, organ, enclosures }),
  ]);
}

/** 移交回执: the police sign for a letter and what came with it. */
export function receiptOfPolice(
  facts: PaperPerson,
  letter: {
    readonly title: string;
    readonly number: string;
    readonly organ: string;
    readonly enclosures: readonly string[];
  },
): Block[] {
  const { title, number, organ, enclosures } = letter;
  return [
    pageBreak(),
    titleLine("移交回执"),
    addressLine(facts.stationName),
    textLine(`你站${number}《${title}》及所附材料（${enclosures.length}件）已收到。`),
    formTable([
      ["被移交人", facts.name],
      ["移交函文号", number],
      ["收到材料", enclosures.join("\n")],
      ["签收单位", organ],
      ["签收人", ""],
      ["签收时间", "　　　年　　月　　日"],
      ["备注", ""],
    ]),
    ...signature([`${organ}（盖章）`, "　　　年　　月　　日"]),
  ];
}

/** 送达回执: the lines of 公安机关办理行政案件程序规定 第三十六条. */
export function receiptOfService(facts: PaperPerson, title: string, number: string): Block[] {
  const methods = SERVICE_METHODS.map(({ zh }) => `□${zh}`).join("　");
  return [
    pageBreak(),
    titleLine("送达回执"),
    formTable([
      ["受送达人", facts.name],
      ["送达文书名称\n和文号", `${title}\n${number}`],
      ["送达方式", methods],
      ["送达地点", ""],
      ["送达时间", "　　　年　　月　　日　　时　　分"],
      ["受送达人签名或者捺指印", ""],
      ["代收人签名和与受送达人的关系", ""],
      ["拒收事由", ""],
      ["见证人签名", ""],
      ["送达人签名\n（两人）", ""],
      ["备注", ""],
    ]),
    noteLine("按《公安机关办理行政案件程序规定》第三十六条填写；公告送达的，自公告之日起满60日为送达。"),
  ];
}

/** Who it is: name, sex, day of birth, number, address. */
export function personSentence({ name, sex, birthDate, idNumber, residence }: PaperPerson): string {
  const parts = [
    name,
    sex === null ? null : { male: "男", female: "女" }[sex],
    birthDate === null ? null : `${dayInWords(birthDate)}出生`,
    idNumber === null ? null : `公民身份号码${idNumber}`,
    residence === null ? null : `住${residence}`,
  ];
  return `${parts.filter(Boolean).join("，")}。`;
}

/** What started the deadline: the order, or the change of the place of execution. */
function orderSentence({ orderOrgan, orderNumber, measure, receivedOn, transferredOn }: PaperFacts): string {
  const order = `${orderOrgan ?? "公安机关"}作出责令${zhOf(MEASURES, measure)}决定书${orderNumber === null ? "" : `（${orderNumber}）`}`;
  if (transferredOn !== null) return `${order}，执行地于${dayInWords(transferredOn)}变更。`;
  return receivedOn === null ? `${order}。` : `${order}，本人于${dayInWords(receivedOn)}收到。`;
}

/** Only 社区戒毒 knows the clause that not coming counts as refusing (戒毒条例 第十四条; 第三十八条 has none). */
function consequenceFor({ measure, transferredOn, rule }: PaperFacts): string {
  const by = `根据${citationOf(rule)}，`;
  const within = rule.period === undefined ? "期限内" : `${periodText(rule.period)}内`;
  if (transferredOn !== null)
    return `${by}应当自执行地变更之日起${within}到变更后的执行地报到，时间连续计算。`;
  return measure === "community_detox"
    ? `${by}应当自收到责令社区戒毒决定书之日起${within}报到；无正当理由逾期不报到的，视为拒绝接受社区戒毒。`
    : `${by}应当自收到责令社区康复决定书之日起${within}报到并签订社区康复协议。`;
}

/** Where the person has to come. */
export function placeOf({ townshipName, stationName }: PaperPerson): string {
  return townshipName === null ? stationName : `${authorityOf(townshipName)}（${stationName}）`;
}

/** Who seals a paper, and its day. */
export function signersOf({ townshipName, stationName }: PaperPerson, on: PlainDate): string[] {
  const authority = townshipName === null ? [] : [`${authorityOf(townshipName)}（盖章）`];
  return [...authority, `${stationName}（盖章）`, dayInWords(on)];
}

function attemptLines(attempts: readonly Attempt[]): Block[] {
  if (attempts.length === 0) return [textLine("无记录。")];
  return attempts.map(({ on, method, outcome, madeBy }, index) =>
    textLine(`${index + 1}．${dayInWords(on)}，${method}，${outcome}（${madeBy}）。`),
  );
}

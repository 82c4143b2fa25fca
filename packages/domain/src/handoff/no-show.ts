import { zhOf } from "../code-list.ts";
import { caseSpans } from "../indicators/case-spans.ts";
import type { ControlFacts } from "../indicators/control-reason.ts";
import type { Deadline } from "../law/deadline.ts";
import { periodText } from "../law/deadline.ts";
import { isBelowIsolationAge, isolationAge } from "../law/isolation-age.ts";
import type { Law } from "../law/law.ts";
import type { Rule, RuleId } from "../law/rule.ts";
import { citationOf, ruleOn } from "../law/rule.ts";
import type { CaseHistory, CaseStanding } from "../supervision/case-history.ts";
import { standingOn } from "../supervision/case-history.ts";
import { reportDeadlineOf, stateFrom } from "../supervision/case-state.ts";
import type { CaseStateCode } from "../supervision/case-state.ts";
import { addDays, comparePlainDates, daysBetween, maxDate } from "../time/plain-date.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { ATTEMPT_METHODS, ATTEMPT_OUTCOMES, isDirectAttempt } from "./contact-attempt.ts";
import type { ContactAttempt } from "./contact-attempt.ts";
import { SERVICE_GAPS, SERVICE_METHODS, serviceGaps } from "./document-service.ts";
import type { DocumentKind, IssuedDocument } from "./document-service.ts";

/** What must be together before the police are told that somebody did not report in. */
export const PACKET_ITEMS = [
  { code: "deadline_over", zh: "报到期限届满" },
  { code: "custody_proof", zh: "羁押证明" },
  { code: "attempt", zh: "电话或者上门查找记录" },
  { code: "warning_issued", zh: "逾期未报到告诫书" },
  { code: "warning_served", zh: "告诫书送达回执" },
  { code: "certificate", zh: "逾期未报到证明" },
] as const;

export type PacketItemCode = (typeof PACKET_ITEMS)[number]["code"];

/** One part of the packet: whether it is there, and why or why not, in Chinese. */
export interface PacketItem {
  readonly code: PacketItemCode;
  readonly present: boolean;
  readonly because: string;
}

/** The facts about somebody who does not report in. Annulled facts are left out. */
export interface NoShowFacts {
  readonly history: CaseHistory;
  readonly attempts: readonly ContactAttempt[];
  readonly documents: readonly IssuedDocument[];
  /** The proof of each time in custody (拘留通知书 …) by its first day; null where none is on file. */
  readonly custodyProofs: ReadonlyMap<PlainDate, string | null>;
}

/** What the law makes of not reporting in. It differs by measure, and so does what the office may write. */
export interface ReferralBasis {
  readonly ruleIds: readonly RuleId[];
  readonly citation: string;
  readonly sentence: string;
}

export interface NoShowPacket {
  readonly state: CaseStateCode | undefined;
  readonly deadline: Deadline | undefined;
  /** Days since the deadline; 0 up to its last day and while no deadline runs. */
  readonly daysOver: number;
  readonly items: readonly PacketItem[];
  /** Whether the case may be handed to the police now: nothing is missing and it has not been done already. */
  readonly canRefer: boolean;
  readonly basis: ReferralBasis;
  /** The day of the last referral, also of one that the police have answered. */
  readonly referredOn: PlainDate | undefined;
  /** Whether the police have signed for the last referral (移交回执). */
  readonly referralClosed: boolean;
}

/**
 * The packet for a referral to the police as of a day, and what is missing of it. After the police have sent somebody
 * back to report in (责令继续报到), the seeking and warning begin anew.
 */
export function noShowPacket(facts: NoShowFacts, asOf: PlainDate, law: Law): NoShowPacket {
  const standing = standingOn(facts.history, asOf);
  const state = stateFrom(facts.history, standing, asOf, law)?.state;
  const deadline = reportDeadlineOf(facts.history, standing, law);
  const isOver = state === "overdue_report" || state === "no_show_referred";
  const scene: Scene = { facts, standing, asOf, since: chasedSince(facts.history, deadline, asOf) };
  const daysOver = isOver && deadline !== undefined ? Math.max(0, daysBetween(deadline.date, asOf)) : 0;
  const items = [
    {
      code: "deadline_over" as const,
      present: isOver,
      because: becauseOfDeadline({ state, standing, deadline, asOf }),
    },
    ...custodyItems(scene),
    attemptItem(scene),
    ...warningItems(scene),
    certificateItem(scene),
  ];
  const referredOn = lastDayOf("no_show_referred", facts.history, asOf);
  return {
    state,
    deadline,
    daysOver,
    items,
    canRefer: state === "overdue_report" && items.every(({ present }) => present),
    basis: basisOf(facts.history, { standing, deadline, asOf, law }),
    referredOn,
    referralClosed:
      referredOn !== undefined && issued("referral_receipt", { ...scene, since: referredOn }).length > 0,
  };
}

/**
 * Whether not reporting in is, or ever was, a matter of this case: the person has not reported in yet, or the report
 * period ran out at some time before.
 */
export function concernsNoShow(facts: ControlFacts, asOf: PlainDate, law: Law): boolean {
  const { ended, reportedOn, ...standing } = standingOn(facts.history, asOf);
  const isAwaited = ended === undefined && reportedOn === undefined && standing.receivedOn !== undefined;
  return (
    isAwaited ||
    caseSpans(facts, law).some(
      ({ state, from }) => from <= asOf && (state === "overdue_report" || state === "no_show_referred"),
    )
  );
}

/** What the packet lacks, in one sentence; undefined when nothing does. */
export function missingOf({ items }: Pick<NoShowPacket, "items">): string | undefined {
  const missing = items.filter(({ present }) => !present);
  if (missing.length === 0) return undefined;
  return missing.map(({ code, because }) => `${zhOf(PACKET_ITEMS, code)}：${because}`).join("；");
}

/**
 * What to keep in mind before the police decide (禁毒法 第三十九条): nobody is pushed towards 强制隔离戒毒 who may not
 * be sent there. The system knows nothing of a pregnancy, so it reminds whoever writes.
 */
export function isolationCautions(
  person: { readonly sex: "male" | "female" | null; readonly birthDate: PlainDate | null },
  asOf: PlainDate,
  law: Law,
): string[] {
  const cautions: string[] = [];
  const citation = citationOf(ruleOn("T11", asOf, law.rules));
  if (isBelowIsolationAge(person.birthDate, asOf, law)) {
    cautions.push(
      `未满${isolationAge(asOf, law)}周岁，可以不适用强制隔离戒毒，应加强帮助、教育和监督（${citation}）；请监护人到场。`,
    );
  }
  if (person.sex === "female") {
    cautions.push(
      `怀孕或者正在哺乳自己不满一周岁婴儿的，不适用强制隔离戒毒（${citation}）；有此情形的，在移交函中写明。`,
    );
  }
  return cautions;
}

interface Scene {
  readonly facts: NoShowFacts;
  readonly standing: CaseStanding;
  readonly asOf: PlainDate;
  /** The first day on which seeking and warning count; undefined while no deadline is over. */
  readonly since: PlainDate | undefined;
}

function chasedSince(
  history: CaseHistory,
  deadline: Deadline | undefined,
  asOf: PlainDate,
): PlainDate | undefined {
  if (deadline === undefined || asOf <= deadline.date) return undefined;
  const dayAfter = addDays(deadline.date, 1);
  const dismissedOn = lastDayOf("no_show_dismissed", history, asOf);
  return dismissedOn === undefined ? dayAfter : maxDate(dayAfter, dismissedOn);
}

function lastDayOf(
  kind: "no_show_referred" | "no_show_dismissed",
  { events }: CaseHistory,
  asOf: PlainDate,
): PlainDate | undefined {
  return events
    .filter((event) => event.kind === kind && event.on <= asOf)
    .map(({ on }) => on)
    .sort()
    .at(-1);
}

function becauseOfDeadline(at: {
  readonly state: CaseStateCode | undefined;
  readonly standing: CaseStanding;
  readonly deadline: Deadline | undefined;
  readonly asOf: PlainDate;
}): string {
  const { state, standing, deadline, asOf } = at;
  if (deadline === undefined) return "决定书尚未送达，或者本人收到的日期未登记";
  if (standing.ended !== undefined) return "措施已经结束";
  if (state === "suspended") return "正在羁押，属于正当理由，期限停止计算；释放次日起重新计算";
  if (standing.reportedOn !== undefined && standing.transferToReportOn === undefined) return "已经报到";
  return deadline.date < asOf
    ? `最后一日是${deadline.date}，至${asOf}已逾期${daysBetween(deadline.date, asOf)}日`
    : `最后一日是${deadline.date}，尚未届满`;
}

function custodyItems({ facts, standing }: Scene): PacketItem[] {
  if (standing.suspensions.length === 0) return [];
  const unproven = standing.suspensions.filter(
    ({ from }) => (facts.custodyProofs.get(from) ?? null) === null,
  );
  const because =
    unproven.length === 0
      ? standing.suspensions.map(({ from }) => `${from} ${facts.custodyProofs.get(from)}`).join("；")
      : `${unproven.map(({ from }) => from).join("、")}起的羁押没有证明材料`;
  return [{ code: "custody_proof", present: unproven.length === 0, because }];
}

function attemptItem({ facts, since, asOf }: Scene): PacketItem {
  const made = facts.attempts.filter(({ on }) => since !== undefined && since <= on && on <= asOf);
  const last = made
    .filter(isDirectAttempt)
    .sort((a, b) => comparePlainDates(a.on, b.on))
    .at(-1);
  if (last === undefined) {
    const because =
      made.length === 0 ? "期限届满后还没有查找记录" : "信函和请他人转告不能代替，还须有一次电话或者上门查找";
    return { code: "attempt", present: false, because };
  }
  const what = `${zhOf(ATTEMPT_METHODS, last.method)}，${zhOf(ATTEMPT_OUTCOMES, last.outcome)}`;
  return { code: "attempt", present: true, because: `共查找${made.length}次，最近${last.on}${what}` };
}

/** Documents of a kind that count: written on or after the first day that counts, and not after the day asked for. */
function issued(
  kind: DocumentKind,
  { facts, since, asOf }: Pick<Scene, "facts" | "since" | "asOf">,
): IssuedDocument[] {
  return facts.documents
    .filter(({ issuedOn }) => since !== undefined && since <= issuedOn && issuedOn <= asOf)
    .filter((document) => document.kind === kind)
    .sort((a, b) => comparePlainDates(a.issuedOn, b.issuedOn));
}

function warningItems(scene: Scene): PacketItem[] {
  const warnings = issued("no_show_warning", scene);
  const issuedItem = issuedItemOf("warning_issued", "no_show_warning", warnings, scene);
  const receipts = warnings
    .flatMap((warning) => warning.receipts)
    .filter(({ servedOn }) => servedOn <= scene.asOf);
  const whole = receipts.find((receipt) => serviceGaps(receipt).length === 0);
  const gaps = receipts.flatMap(serviceGaps).map((gap) => zhOf(SERVICE_GAPS, gap));
  const because =
    whole !== undefined
      ? `${whole.servedOn}${zhOf(SERVICE_METHODS, whole.method)}`
      : gaps.length > 0
        ? `回执有缺项：${gaps.join("、")}`
        : "还没有送达回执";
  return [issuedItem, { code: "warning_served", present: whole !== undefined, because }];
}

function certificateItem(scene: Scene): PacketItem {
  const kind = "no_show_certificate";
  return issuedItemOf("certificate", kind, issued(kind, scene), scene);
}

function issuedItemOf(
  code: PacketItemCode,
  kind: DocumentKind,
  documents: readonly IssuedDocument[],
  { facts }: Scene,
): PacketItem {
  const last = documents.at(-1);
  if (last !== undefined) {
    return { code, present: true, because: [last.issuedOn, last.number].filter(Boolean).join(" ") };
  }
  const isTooEarly = facts.documents.some((document) => document.kind === kind);
  const because = isTooEarly ? "已有的一份早于本次期限届满，须重新制发" : "尚未制发";
  return { code, present: false, because };
}

/**
 * 社区戒毒: who does not report in without a good reason counts as refusing, and refusing must be reported
 * (戒毒条例 第十四条、第二十一条). 社区康复 and a change of the place of execution have no such clause
 * (第三十八条、第二十二条): there the police are told a fact and no more.
 */
function basisOf(
  { measure }: CaseHistory,
  {
    standing,
    deadline,
    asOf,
    law,
  }: {
    readonly standing: CaseStanding;
    readonly deadline: Deadline | undefined;
    readonly asOf: PlainDate;
    readonly law: Law;
  },
): ReferralBasis {
  // The report-in is measured by the version of the day of its trigger, the duty to report by that of today.
  const reporting = (id: RuleId) => deadline?.rule ?? ruleOn(id, asOf, law.rules);
  const within = ({ period }: Rule) => (period === undefined ? "期限内" : `${periodText(period)}内`);
  if (standing.transferToReportOn !== undefined) {
    const rule = reporting("T12");
    return {
      ...citing([rule]),
      sentence: `变更执行地后${within(rule)}未到新的执行地报到。现将情况告知公安机关，由公安机关依法处理。`,
    };
  }
  if (measure === "community_rehab") {
    const rule = reporting("T2");
    return {
      ...citing([rule]),
      sentence: `收到决定书后${within(rule)}未报到，未签订社区康复协议。现将情况告知公安机关；条例没有规定社区康复逾期不报到视为拒绝，不以此作为决定强制隔离戒毒的理由。`,
    };
  }
  const rule = reporting("T1");
  return {
    ...citing([rule, ruleOn("T9", asOf, law.rules)]),
    sentence: `收到决定书后${within(rule)}未报到，无正当理由，视为拒绝接受社区戒毒，应当及时向公安机关报告。`,
  };
}

function citing(rules: readonly Rule[]) {
  const [first, ...rest] = rules;
  const citation = [first && citationOf(first), ...rest.map(({ article }) => article)].filter(Boolean);
  return { ruleIds: rules.map(({ id }) => id), citation: citation.join("、") };
}

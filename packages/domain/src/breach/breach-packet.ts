import { zhOf } from "../code-list.ts";
import { SERVICE_GAPS, SERVICE_METHODS, serviceGaps } from "../handoff/document-service.ts";
import type { PacketItem } from "../handoff/no-show.ts";
import type { Law } from "../law/law.ts";
import type { RuleId } from "../law/rule.ts";
import { citationOf, ruleOn } from "../law/rule.ts";
import { isBelowIsolationAge } from "../law/isolation-age.ts";
import { canHappen } from "../supervision/can-happen.ts";
import { BREACH_GROUNDS } from "../supervision/case-event.ts";
import { standingOn } from "../supervision/case-history.ts";
import type { Measure } from "../supervision/measure.ts";
import type { PlainDate } from "../time/plain-date.ts";
import type { BreachFacts, CountedGround } from "./breach-counters.ts";
import { breachLadder, certificateFrom, latestOf } from "./breach-ladder.ts";
import type { BreachLadder } from "./breach-ladder.ts";

/** What must be together before the police are told of a serious breach of the agreement. */
export const BREACH_PACKET_ITEMS = [
  { code: "threshold", zh: "次数、天数达到严重违反协议" },
  { code: "since_answer", zh: "公安机关处理以后的新事实" },
  { code: "test_notice", zh: "吸毒检测通知书及送达回执" },
  { code: "warning_issued", zh: "告诫书" },
  { code: "warning_served", zh: "告诫书送达回执" },
  { code: "certificate", zh: "严重违反协议证明" },
] as const;

export type BreachPacketItemCode = (typeof BREACH_PACKET_ITEMS)[number]["code"];

export interface BreachPacketItem extends Omit<PacketItem, "code"> {
  readonly code: BreachPacketItemCode;
}

/** A rule and what it says, for a screen or a letter. */
export interface LegalBasis {
  readonly ruleIds: readonly RuleId[];
  readonly citation: string;
  readonly sentence: string;
}

export interface BreachPacket {
  readonly items: readonly BreachPacketItem[];
  /** Whether the case may be handed to the police now: nothing is missing and it has not been done already. */
  readonly canRefer: boolean;
  /** Why a whole packet cannot be referred all the same: the case has ended, is suspended, is with the police. */
  readonly settled: string | undefined;
  /** The first counter that is full. */
  readonly ground: CountedGround | undefined;
  readonly basis: LegalBasis;
  readonly referredOn: PlainDate | undefined;
  /** Whether the police have signed for the last referral (移交回执). */
  readonly referralClosed: boolean;
  /** Whether the police have the case and have not answered. */
  readonly awaitsAnswer: boolean;
}

/** The packet for a report to the police under 戒毒条例 第二十一条 as of a day, and what is missing of it. */
export function breachPacket(facts: BreachFacts, asOf: PlainDate, law: Law): BreachPacket {
  const ladder = breachLadder(facts, asOf, law);
  const full = ladder.counters.find(({ reachedOn }) => reachedOn !== undefined);
  const standing = standingOn(facts.history, asOf);
  const items = [
    thresholdItem(ladder),
    ...sinceAnswerItem(ladder),
    ...testNoticeItem(ladder),
    ...warningItems(facts, asOf),
    certificateItem(facts, ladder, asOf),
  ];
  const event = { kind: "breach_referred" as const, on: asOf };
  const settled = settledBecause(facts, asOf) ?? canHappen(event, facts.history, law)?.zh;
  const receipt = latestOf("referral_receipt", facts.documents, asOf);
  return {
    items,
    settled,
    canRefer: settled === undefined && items.every(({ present }) => present),
    ground: full?.ground,
    basis: breachBasis(facts.history.measure, asOf, law),
    referredOn: ladder.referredOn,
    referralClosed:
      ladder.referredOn !== undefined && receipt !== undefined && ladder.referredOn <= receipt.issuedOn,
    awaitsAnswer: standing.ended === undefined && standing.breachReferredOn !== undefined,
  };
}

/** What the packet lacks, in one sentence; undefined when nothing does. */
export function breachPacketLacks({ items }: Pick<BreachPacket, "items">): string | undefined {
  const missing = items.filter(({ present }) => !present);
  if (missing.length === 0) return undefined;
  return missing.map(({ code, because }) => `${zhOf(BREACH_PACKET_ITEMS, code)}：${because}`).join("；");
}

/**
 * What the law makes of a serious breach. 社区戒毒: it must be reported (戒毒条例 第二十条、第二十一条). 社区康复 has no such clause
 * (第三十八条): the police are told a fact, and nothing follows from it alone.
 */
export function breachBasis(measure: Measure, asOf: PlainDate, law: Law): LegalBasis {
  if (measure === "community_rehab") {
    return {
      ...citing(["T15"], asOf, law),
      sentence:
        "严重违反社区康复协议。现将情况告知公安机关；条例没有规定社区康复的违反行为单独引起强制隔离戒毒，不以此作为决定强制隔离戒毒的理由。",
    };
  }
  return {
    ...citing(["T8", "T9"], asOf, law),
    sentence: "属于严重违反社区戒毒协议，应当及时向公安机关报告，由公安机关依法处理。",
  };
}

/**
 * What may follow, in the words of the rule: for somebody whom the law keeps from 强制隔离戒毒 (禁毒法 第三十九条) it is help and
 * not that. Whether a woman is pregnant or nursing the system does not know: `isolationCautions` reminds of it.
 */
export function consequenceOf(
  measure: Measure,
  birthDate: PlainDate | null,
  asOf: PlainDate,
  law: Law,
): { readonly ruleId: RuleId; readonly citation: string; readonly says: string } {
  const isChild = isBelowIsolationAge(birthDate, asOf, law);
  const ruleId = isChild ? "T11" : measure === "community_rehab" ? "T15" : "T10";
  const rule = ruleOn(ruleId, asOf, law.rules);
  return { ruleId, citation: citationOf(rule), says: rule.says };
}

/** Why nothing is recorded or referred any more, or not yet. */
export function settledBecause({ history }: BreachFacts, asOf: PlainDate): string | undefined {
  const standing = standingOn(history, asOf);
  if (standing.ended !== undefined) return "措施已经结束";
  if (standing.reportedOn === undefined) return "尚未报到";
  if (standing.breachReferredOn !== undefined) return "已经移交公安机关，等待处理";
  return standing.suspendedSince === undefined ? undefined : "正在中止，恢复执行后再办理";
}

function thresholdItem({ counters }: BreachLadder): BreachPacketItem {
  const full = counters.filter(({ reachedOn }) => reachedOn !== undefined);
  const shown = full.length > 0 ? full : counters;
  const because = shown
    .map(({ ground, count, threshold }) => `${zhOf(BREACH_GROUNDS, ground)}：${count} / ${threshold}`)
    .join("；");
  return { code: "threshold", present: full.length > 0, because };
}

/** After an answer of the police the same facts are not referred a second time. */
function sinceAnswerItem({ referredOn, countedSince }: BreachLadder): BreachPacketItem[] {
  if (referredOn === undefined) return [];
  const present = countedSince !== undefined;
  const because = present
    ? `${referredOn}移交以后，${countedSince}又有违反`
    : `${referredOn}移交以后没有新的违反`;
  return [{ code: "since_answer", present, because }];
}

function testNoticeItem({ counters }: BreachLadder): BreachPacketItem[] {
  const refusals = counters.find(({ ground }) => ground === "refusals");
  const counted = refusals?.items.filter(({ counts }) => counts) ?? [];
  if (refusals?.reachedOn === undefined) return [];
  const because = counted.map((item) => item.because).join("；");
  return [{ code: "test_notice", present: true, because }];
}

function warningItems({ documents }: BreachFacts, asOf: PlainDate): BreachPacketItem[] {
  const warnings = documents.filter(({ kind, issuedOn }) => kind === "warning" && issuedOn <= asOf);
  const receipts = warnings.flatMap((warning) => warning.receipts).filter(({ servedOn }) => servedOn <= asOf);
  const whole = receipts.find((receipt) => serviceGaps(receipt).length === 0);
  const gaps = receipts.flatMap(serviceGaps).map((gap) => zhOf(SERVICE_GAPS, gap));
  const last = latestOf("warning", documents, asOf);
  return [
    {
      code: "warning_issued",
      present: last !== undefined,
      because:
        last === undefined
          ? "尚未制发"
          : [last.issuedOn, last.number].filter((part) => part !== null).join(" "),
    },
    {
      code: "warning_served",
      present: whole !== undefined,
      because:
        whole !== undefined
          ? `${whole.servedOn}${zhOf(SERVICE_METHODS, whole.method)}`
          : gaps.length > 0
            ? `回执有缺项：${gaps.join("、")}`
            : "还没有送达回执",
    },
  ];
}

function certificateItem(facts: BreachFacts, ladder: BreachLadder, asOf: PlainDate): BreachPacketItem {
  const certificate = latestOf("breach_certificate", facts.documents, asOf);
  if (certificate === undefined) return { code: "certificate", present: false, because: "尚未制发" };
  const present = certificate.issuedOn >= certificateFrom(ladder);
  const because = present
    ? [certificate.issuedOn, certificate.number].filter((part) => part !== null).join(" ")
    : "已有的一份早于达到严重违反的日期，须重新制发";
  return { code: "certificate", present, because };
}

function citing(ruleIds: readonly RuleId[], asOf: PlainDate, law: Law) {
  const rules = ruleIds.map((id) => ruleOn(id, asOf, law.rules));
  const [first, ...rest] = rules;
  const citation = [first && citationOf(first), ...rest.map(({ article }) => article)].filter(Boolean);
  return { ruleIds, citation: citation.join("、") };
}

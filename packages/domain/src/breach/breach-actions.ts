import type { Law } from "../law/law.ts";
import type { PlainDate } from "../time/plain-date.ts";
import type { BreachFacts } from "./breach-counters.ts";
import { breachLadder, certificateFrom, warningObstacle } from "./breach-ladder.ts";
import { breachPacket, breachPacketLacks, settledBecause } from "./breach-packet.ts";

/** The documents that are issued in the course of breaches. */
export const BREACH_DOCUMENTS = [
  "test_notice",
  "admonition",
  "warning",
  "breach_notice",
  "breach_certificate",
] as const;

export type BreachDocument = (typeof BREACH_DOCUMENTS)[number];

/** What can be done about breaches of the agreement. */
export type BreachAction =
  | "recordBreach"
  | "issueDocument"
  | "proposeReferral"
  | "recordReferralReceipt"
  | "recordAnswer";

/** Why each action is not possible on a day, in Chinese; undefined for one that is. */
export type BreachObstacles = Readonly<Record<BreachAction, string | undefined>>;

/** What stands in the way of each action: law and state of the case, not who asks. */
export function breachObstacles(
  facts: BreachFacts,
  hasOpenProposal: boolean,
  asOf: PlainDate,
  law: Law,
): BreachObstacles {
  const packet = breachPacket(facts, asOf, law);
  const settled = settledBecause(facts, asOf);
  return {
    recordBreach: settled,
    issueDocument: settled,
    proposeReferral:
      packet.settled ?? (hasOpenProposal ? "已有一份移交待复核" : undefined) ?? breachPacketLacks(packet),
    recordReferralReceipt:
      packet.referredOn === undefined
        ? "尚未移交公安机关"
        : packet.referralClosed
          ? "移交回执已经登记"
          : undefined,
    recordAnswer: packet.awaitsAnswer ? undefined : "尚未移交公安机关，或者已经登记处理结果",
  };
}

/**
 * Whether a document can be issued on a day, and from which day on it tells of what it is about. 告诫书 waits for a
 * served 劝诫书 (`warningObstacle`); what says 严重违反 waits for a full counter (戒毒条例 第二十条).
 */
export function documentStanding(
  kind: BreachDocument,
  facts: BreachFacts,
  asOf: PlainDate,
  law: Law,
): { readonly obstacle: string | undefined; readonly from: PlainDate | undefined } {
  const settled = settledBecause(facts, asOf);
  if (kind === "test_notice") return { obstacle: settled, from: undefined };
  const ladder = breachLadder(facts, asOf, law);
  const first = ladder.openSince;
  if (first === undefined) {
    const none = ladder.level === "none" ? "没有违反协议的记录" : "上次移交以后没有新的违反";
    return { obstacle: settled ?? none, from: undefined };
  }
  if (kind === "admonition") return { obstacle: settled, from: first };
  if (kind === "warning") return { obstacle: settled ?? warningObstacle(ladder), from: first };
  const isGrave = ladder.level === "grave" && ladder.countedSince !== undefined;
  return {
    obstacle: settled ?? (isGrave ? undefined : "尚未达到《戒毒条例》第二十条的次数、天数"),
    from: isGrave ? certificateFrom(ladder) : undefined,
  };
}

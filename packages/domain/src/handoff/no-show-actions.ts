import type { Law } from "../law/law.ts";
import type { CaseStanding } from "../supervision/case-history.ts";
import { enteredOn, standingOn } from "../supervision/case-history.ts";
import type { PlainDate } from "../time/plain-date.ts";
import type { NoShowFacts, NoShowPacket } from "./no-show.ts";
import { missingOf, noShowPacket } from "./no-show.ts";

/** What can be done about somebody who does not report in. */
export type NoShowAction =
  | "recordAttempt"
  | "issueDocument"
  | "recordCustody"
  | "endCustody"
  | "proposeReferral"
  | "recordReferralReceipt"
  | "recordAnswer";

/** Why each action is not possible on a day, in Chinese; undefined for one that is. */
export type NoShowObstacles = Readonly<Record<NoShowAction, string | undefined>>;

/** What stands in the way of each action: law and state of the case, not who asks. */
export function noShowObstacles(
  facts: NoShowFacts,
  hasOpenProposal: boolean,
  asOf: PlainDate,
  law: Law,
): NoShowObstacles {
  const packet = noShowPacket(facts, asOf, law);
  const standing = standingOn(facts.history, asOf);
  const settled = settledBecause(standing);
  const isReferred = packet.state === "no_show_referred";
  const isOver = packet.state === "overdue_report" || isReferred;
  return {
    recordAttempt: settled,
    issueDocument: settled ?? (isOver ? undefined : deadlineReason(packet)),
    recordCustody: settled ?? (standing.suspendedSince === undefined ? undefined : "已经登记为羁押中"),
    endCustody: settled ?? (standing.suspendedSince === undefined ? "没有登记羁押" : undefined),
    proposeReferral:
      settled ??
      (isReferred ? "已经移交公安机关" : undefined) ??
      (hasOpenProposal ? "已有一份移交待复核" : undefined) ??
      missingOf(packet),
    recordReferralReceipt:
      packet.referredOn === undefined
        ? "尚未移交公安机关"
        : packet.referralClosed
          ? "移交回执已经登记"
          : undefined,
    recordAnswer: settled ?? (isReferred ? undefined : "尚未移交公安机关，或者已经登记处理结果"),
  };
}

function settledBecause(standing: CaseStanding): string | undefined {
  if (standing.ended !== undefined) return "措施已经结束";
  if (enteredOn(standing) === undefined) return "决定书尚未送达";
  const isReported = standing.reportedOn !== undefined && standing.transferToReportOn === undefined;
  return isReported ? "已经报到" : undefined;
}

function deadlineReason({ items }: NoShowPacket): string | undefined {
  return items.find(({ code }) => code === "deadline_over")?.because;
}

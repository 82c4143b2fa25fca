import { missingOf, noShowPacket } from "@rehab/domain/handoff/no-show";
import { ProblemError } from "../../core/problem-error.ts";
import { requirePossibleEvent } from "../case-states/require-possible-event.ts";
import { referring } from "../matters/referral.ts";
import { noShowMatter } from "./no-show-matter.ts";
import { requirePossible } from "./possible-actions.ts";

/** The referral of somebody who did not report in: from the day of its confirmation the police have the case. */
export const { proposeReferral, carryOutReferral, recordReferralReceipt } = referring(noShowMatter, {
  kind: "no_show_referral",
  require: requirePossible,
  eventOf: ({ today, law }, { facts }) => {
    const packet = noShowPacket(facts, today, law);
    if (!packet.canRefer) {
      throw new ProblemError("wrong_state", { detail: missingOf(packet) ?? "已经移交公安机关" });
    }
    const event = { kind: "no_show_referred", on: today } as const;
    requirePossibleEvent(event, facts.history, law);
    return event;
  },
  referredOn: ({ today, law }, { facts }) => noShowPacket(facts, today, law).referredOn,
});

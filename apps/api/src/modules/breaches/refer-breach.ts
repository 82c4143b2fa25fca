import { breachPacket, breachPacketLacks } from "@rehab/domain/breach/breach-packet";
import { ProblemError } from "../../core/problem-error.ts";
import { referring } from "../matters/referral.ts";
import { breachMatter } from "./breach-matter.ts";
import { requirePossible } from "./possible-actions.ts";

/** The referral of a serious breach: from the day of its confirmation the police have the case. */
export const { proposeReferral, carryOutReferral, recordReferralReceipt } = referring(breachMatter, {
  kind: "breach_referral",
  require: requirePossible,
  eventOf: ({ today, law }, { facts }) => {
    // a packet is settled where the table of transitions does not allow the event
    const packet = breachPacket(facts, today, law);
    if (!packet.canRefer || packet.ground === undefined) {
      const detail = packet.settled ?? breachPacketLacks(packet) ?? "已经移交公安机关";
      throw new ProblemError("wrong_state", { detail });
    }
    return { kind: "breach_referred", on: today, ground: packet.ground };
  },
  referredOn: ({ today, law }, { facts }) => breachPacket(facts, today, law).referredOn,
});

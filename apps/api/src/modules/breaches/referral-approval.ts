import { BREACH_PACKET_ITEMS, breachPacket, consequenceOf } from "@rehab/domain/breach/breach-packet";
import { zhOf } from "@rehab/domain/code-list";
import { isolationCautions } from "@rehab/domain/handoff/no-show";
import { handlerIn } from "../approvals/approval-handler.ts";
import { letterFacts } from "../matters/referral.ts";
import { breachMatter } from "./breach-matter.ts";
import { carryOutReferral } from "./refer-breach.ts";

/** The referral of somebody who broke the agreement seriously, as the second person sees it. */
export const breachReferral = handlerIn(
  breachMatter,
  (record, proposal, { today, law }) => {
    const { measure } = record.facts.history;
    const packet = breachPacket(record.facts, today, law);
    const { citation, says } = consequenceOf(measure, record.birthDate, today, law);
    return {
      measure,
      facts: [
        ...packet.items.flatMap(({ code, because }) =>
          code === "threshold" ? [{ label: "事由", value: because }] : [],
        ),
        ...letterFacts(proposal),
        { label: "法律后果", value: `${says}（${citation}）` },
      ],
      items: packet.items.map((item) => ({ ...item, label: zhOf(BREACH_PACKET_ITEMS, item.code) })),
      sentence: packet.basis.sentence,
      citation: packet.basis.citation,
      cautions: isolationCautions(record, today, law),
      obstacle: packet.canRefer ? undefined : (packet.settled ?? "材料已经不齐"),
    };
  },
  carryOutReferral,
);

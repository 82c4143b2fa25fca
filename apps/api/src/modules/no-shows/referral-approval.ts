import { zhOf } from "@rehab/domain/code-list";
import { PACKET_ITEMS, isolationCautions, noShowPacket } from "@rehab/domain/handoff/no-show";
import type { Measure } from "@rehab/domain/supervision/measure";
import { handlerIn } from "../approvals/approval-handler.ts";
import { letterFacts } from "../matters/referral.ts";
import { noShowMatter } from "./no-show-matter.ts";
import { carryOutReferral } from "./refer-no-show.ts";

/** The referral of somebody who did not report in, as the second person sees it. */
export const noShowReferral = handlerIn(
  noShowMatter,
  (record, proposal, { today, law }) => {
    const packet = noShowPacket(record.facts, today, law);
    return {
      measure: record.caseRecord.measure as Measure,
      facts: letterFacts(proposal),
      items: packet.items.map((item) => ({ ...item, label: zhOf(PACKET_ITEMS, item.code) })),
      sentence: packet.basis.sentence,
      citation: packet.basis.citation,
      cautions: isolationCautions(record, today, law),
      obstacle: packet.canRefer ? undefined : "材料已经不齐，或者本人已经报到",
    };
  },
  carryOutReferral,
);

import { zhOf } from "@rehab/domain/code-list";
import { PACKET_ITEMS, isolationCautions, noShowPacket } from "@rehab/domain/handoff/no-show";
import type { Measure } from "@rehab/domain/supervision/measure";
import { inArray } from "drizzle-orm";
import { enrollee } from "../../db/schema/enrollee.ts";
import type { ApprovalContent, ApprovalHandler } from "../approvals/approval-kinds.ts";
import { loadNoShows } from "./load-no-shows.ts";
import { carryOutReferral } from "./refer-no-show.ts";
import { ReferralProposal } from "./referral-proposal.ts";

/** The referral of somebody who did not report in, as the second person sees it. */
export const noShowReferral: ApprovalHandler = {
  async describe({ tx, today, law }, proposals) {
    const ids = [...new Set(proposals.map(({ enrolleeId }) => enrolleeId))];
    const records = await loadNoShows(tx, ids);
    const people = await tx
      .select({ id: enrollee.id, sex: enrollee.sex, birthDate: enrollee.birthDate })
      .from(enrollee)
      .where(inArray(enrollee.id, ids));
    const contents = new Map<string, ApprovalContent>();
    for (const proposal of proposals) {
      const record = records.get(proposal.enrolleeId);
      const person = people.find(({ id }) => id === proposal.enrolleeId);
      if (record === undefined || person === undefined) continue;
      const packet = noShowPacket(record.facts, today, law);
      const { letterNumber, organ, note } = ReferralProposal.parse(proposal.proposal);
      contents.set(proposal.id, {
        measure: record.caseRecord.measure as Measure,
        facts: [
          { label: "移交函", value: `${letterNumber}，送${organ}` },
          ...(note === null ? [] : [{ label: "其他情况", value: note }]),
        ],
        items: packet.items.map((item) => ({ ...item, label: zhOf(PACKET_ITEMS, item.code) })),
        sentence: packet.basis.sentence,
        citation: packet.basis.citation,
        cautions: isolationCautions({ ...person, sex: person.sex as "male" | "female" | null }, today, law),
        obstacle: packet.canRefer ? undefined : "材料已经不齐，或者本人已经报到",
      });
    }
    return contents;
  },
  carryOut: carryOutReferral,
};

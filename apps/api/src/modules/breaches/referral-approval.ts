import { BREACH_PACKET_ITEMS, breachPacket, consequenceOf } from "@rehab/domain/breach/breach-packet";
import { zhOf } from "@rehab/domain/code-list";
import { isolationCautions } from "@rehab/domain/handoff/no-show";
import { inArray } from "drizzle-orm";
import { enrollee } from "../../db/schema/enrollee.ts";
import type { ApprovalContent, ApprovalHandler } from "../approvals/approval-kinds.ts";
import { ReferralProposal } from "../no-shows/referral-proposal.ts";
import { loadBreaches } from "./load-breaches.ts";
import { carryOutReferral } from "./refer-breach.ts";

/** The referral of somebody who broke the agreement seriously, as the second person sees it. */
export const breachReferral: ApprovalHandler = {
  async describe({ tx, today, law }, proposals) {
    const ids = [...new Set(proposals.map(({ enrolleeId }) => enrolleeId))];
    const records = await loadBreaches(tx, ids);
    const people = await tx
      .select({ id: enrollee.id, sex: enrollee.sex, birthDate: enrollee.birthDate })
      .from(enrollee)
      .where(inArray(enrollee.id, ids));
    const contents = new Map<string, ApprovalContent>();
    for (const proposal of proposals) {
      const record = records.get(proposal.enrolleeId);
      const person = people.find(({ id }) => id === proposal.enrolleeId);
      if (record === undefined || person === undefined) continue;
      const { measure } = record.facts.history;
      const packet = breachPacket(record.facts, today, law);
      const { letterNumber, organ, note } = ReferralProposal.parse(proposal.proposal);
      const { citation, says } = consequenceOf(measure, person.birthDate, today, law);
      contents.set(proposal.id, {
        measure,
        facts: [
          ...packet.items.flatMap(({ code, because }) =>
            code === "threshold" ? [{ label: "事由", value: because }] : [],
          ),
          { label: "移交函", value: `${letterNumber}，送${organ}` },
          ...(note === null ? [] : [{ label: "其他情况", value: note }]),
          { label: "法律后果", value: `${says}（${citation}）` },
        ],
        items: packet.items.map((item) => ({ ...item, label: zhOf(BREACH_PACKET_ITEMS, item.code) })),
        sentence: packet.basis.sentence,
        citation: packet.basis.citation,
        cautions: isolationCautions({ ...person, sex: person.sex as "male" | "female" | null }, today, law),
        obstacle: packet.canRefer ? undefined : (packet.settled ?? "材料已经不齐"),
      });
    }
    return contents;
  },
  carryOut: carryOutReferral,
};

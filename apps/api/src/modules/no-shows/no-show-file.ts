import { isolationCautions, noShowPacket } from "@rehab/domain/handoff/no-show";
import type { NoShowPacket } from "@rehab/domain/handoff/no-show";
import { citationOf } from "@rehab/domain/law/rule";
import { stateOn } from "@rehab/domain/supervision/case-state";
import type { AnswerView, CustodyView, NoShowFile } from "@rehab/schema/no-shows";
import { holds } from "../enrollees/annulment.ts";
import type { Showing } from "../matters/matter.ts";
import { referralView } from "../matters/referral.ts";
import type { EventRow } from "../matters/rows.ts";
import { attemptView, documentView, loadAccountNames, recorded } from "../matters/views.ts";
import type { NameOf } from "../matters/views.ts";
import { isPrintable } from "./documents/no-show-papers.ts";
import { proofOf, releaseAfter } from "./load-no-shows.ts";
import type { NoShowRecord } from "./load-no-shows.ts";
import { actionsOf } from "./possible-actions.ts";

/** Everything about one person's not reporting in, as the screen shows it. */
export async function noShowFileOf(context: Showing, record: NoShowRecord): Promise<NoShowFile> {
  const { tx, actor, today, law } = context;
  const nameOf = await loadAccountNames(tx);
  const packet = noShowPacket(record.facts, today, law);
  return {
    enrolleeId: record.id,
    measure: record.caseRecord.measure as NoShowFile["measure"],
    state: stateOn(record.facts.history, today, law)?.state ?? "ordered",
    deadline: deadlineView(packet),
    attempts: record.attempts.map((row) => attemptView(row, nameOf)).toReversed(),
    documents: record.documents
      .map((row) => documentView(row, record.receipts, nameOf, isPrintable))
      .toReversed(),
    custody: custodyViews(record.events, nameOf),
    packet: {
      items: [...packet.items],
      canRefer: packet.canRefer,
      sentence: packet.basis.sentence,
      citation: packet.basis.citation,
      referredOn: packet.referredOn ?? null,
      referralClosed: packet.referralClosed,
    },
    referrals: record.approvals.map((row) => referralView(row, nameOf, actor.accountId)),
    answers: record.events.flatMap((event) => answerView(event, nameOf)).toReversed(),
    cautions: isolationCautions(record, today, law),
    actions: actionsOf(context, record),
  };
}

function deadlineView(packet: NoShowPacket): NoShowFile["deadline"] {
  const { deadline, daysOver } = packet;
  if (deadline === undefined) return null;
  return {
    date: deadline.date,
    citation: citationOf(deadline.rule),
    says: deadline.rule.says,
    steps: [...deadline.steps],
    unknownYears: [...deadline.unknownYears],
    daysOver,
  };
}

/** Each time in custody with the release that follows it. */
function custodyViews(events: readonly EventRow[], nameOf: NameOf): CustodyView[] {
  return events
    .filter(({ kind }) => kind === "suspended")
    .map((event) => {
      const release = holds(event) ? releaseAfter(events, event) : undefined;
      return {
        ...recorded(event, nameOf),
        from: event.happenedOn,
        ground: event.ground,
        proof: proofOf(event),
        releasedOn: release?.happenedOn ?? null,
        releaseProof: release === undefined ? null : proofOf(release),
      };
    })
    .toReversed();
}

/** An event by which the police answered a referral; a termination for another reason is none. */
function answerView(event: EventRow, nameOf: NameOf): AnswerView[] {
  const details = event.details as { answer?: string; number?: string | null } | null;
  if (details?.answer !== "continue" && details?.answer !== "isolation") return [];
  return [
    {
      ...recorded(event, nameOf),
      answer: details.answer,
      happenedOn: event.happenedOn,
      number: details.number ?? null,
      note: event.note,
    },
  ];
}

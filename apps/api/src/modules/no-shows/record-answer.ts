import { noShowPacket } from "@rehab/domain/handoff/no-show";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { NoShowFile, noShowsEndpoints } from "@rehab/schema/no-shows";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { requirePossibleEvent } from "../case-states/require-possible-event.ts";
import { factOf } from "../enrollees/present-case.ts";
import { fileIsolationOrder } from "../matters/event-paper.ts";
import { recording } from "../matters/recording.ts";
import type { NoShowRecord } from "./load-no-shows.ts";
import { noShowMatter } from "./no-show-matter.ts";
import { requirePossible } from "./possible-actions.ts";

interface Input {
  readonly id: string;
  readonly body: BodyOf<typeof noShowsEndpoints.recordAnswer>;
}

/** What each answer does to the case. That the person has reported in is recorded with the report-in. */
const eventOf = {
  continue: { kind: "no_show_dismissed", ground: null },
  isolation: { kind: "terminated", ground: "compulsory_isolation" },
} as const;

/**
 * Records what the police decided: the person is sent back to report in, or the measure ends, and the decision on
 * 强制隔离戒毒 goes on file.
 */
export const recordAnswer = recording<NoShowRecord, NoShowFile, Input>(noShowMatter, {
  action: "recordAnswer",
  subjectType: "caseEvent",
  known: ({ events }) => events,
  change: ({ body: { answer, happenedOn } }) => ({ answer, happenedOn }),
  write: async (context, record, { body }) => {
    const { tx, today, law } = context;
    const { id, answer, happenedOn, number, note } = body;
    requirePossible(context, record, "recordAnswer");
    refuseFutureDay(happenedOn, today, "/happenedOn");
    const { referredOn } = noShowPacket(record.facts, today, law);
    const happened = { pointer: "/happenedOn", day: happenedOn };
    refuseEarlierDay(happened, referredOn, `应不早于移交日期（${referredOn}）`);
    const event = eventOf[answer];
    requirePossibleEvent({ kind: event.kind, on: happenedOn }, record.facts.history, law);
    const ofCase = noShowMatter.caseOf(record);
    const order = { number, issuedOn: happenedOn, issuedBy: null };
    const paperId = answer === "isolation" ? await fileIsolationOrder(context, ofCase, order) : null;
    await tx.insert(caseEvent).values({
      ...factOf(context, ofCase),
      ...event,
      id,
      happenedOn,
      reason: number,
      note,
      details: { answer, number, paperId },
    });
  },
});

import { breachPacket } from "@rehab/domain/breach/breach-packet";
import type { BreachFile, breachesEndpoints } from "@rehab/schema/breaches";
import type { BodyOf } from "@rehab/schema/endpoint";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { requirePossibleEvent } from "../case-states/require-possible-event.ts";
import { factOf } from "../enrollees/present-case.ts";
import { fileIsolationOrder } from "../matters/event-paper.ts";
import { recording } from "../matters/recording.ts";
import { breachMatter } from "./breach-matter.ts";
import type { AnswerDetails, BreachCase } from "./load-breaches.ts";
import { requirePossible } from "./possible-actions.ts";

interface Input {
  readonly id: string;
  readonly body: BodyOf<typeof breachesEndpoints.recordAnswer>;
}

/**
 * Records what the police decided. With 强制隔离戒毒 the measure ends, and the decision goes on file; after any other answer
 * it goes on, and the counters stay as they are.
 */
export const recordAnswer = recording<BreachCase, BreachFile, Input>(breachMatter, {
  action: "recordAnswer",
  subjectType: "caseEvent",
  known: ({ answers }) => answers,
  change: ({ body: { answer, happenedOn } }) => ({ answer, happenedOn }),
  write: async (context, record, { body }) => {
    const { facts } = record;
    const { tx, today, law } = context;
    const { id, answer, happenedOn, number, organ, note } = body;
    requirePossible(context, record, "recordAnswer");
    refuseFutureDay(happenedOn, today, "/happenedOn");
    const { referredOn } = breachPacket(facts, today, law);
    const happened = { pointer: "/happenedOn", day: happenedOn };
    refuseEarlierDay(happened, referredOn, `应不早于移交日期（${referredOn}）`);
    const ends = answer === "isolation";
    const event = { kind: ends ? ("terminated" as const) : ("breach_dismissed" as const), on: happenedOn };
    requirePossibleEvent(event, facts.history, law);
    const order = { number, issuedOn: happenedOn, issuedBy: organ };
    const paperId = ends ? await fileIsolationOrder(context, facts, order) : null;
    const details: AnswerDetails = { breachAnswer: answer, number, organ, paperId };
    await tx.insert(caseEvent).values({
      ...factOf(context, facts),
      id,
      kind: event.kind,
      ground: ends ? "compulsory_isolation" : null,
      happenedOn,
      reason: number,
      note,
      details,
    });
  },
});

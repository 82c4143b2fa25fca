import { breachPacket } from "@rehab/domain/breach/breach-packet";
import type { BreachFile, breachesEndpoints } from "@rehab/schema/breaches";
import type { BodyOf } from "@rehab/schema/endpoint";
import { newId } from "../../core/ids.ts";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { useCase } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { caseDocument } from "../../db/schema/handoff.ts";
import { requirePossibleEvent } from "../case-states/require-possible-event.ts";
import type { AnswerDetails } from "./load-breaches.ts";
import { factOf } from "../enrollees/present-case.ts";
import { answerAfterWrite, getPerson } from "./open-person.ts";
import { requirePossible } from "./possible-actions.ts";

interface Input {
  readonly id: string;
  readonly body: BodyOf<typeof breachesEndpoints.recordAnswer>;
}

/**
 * Records what the police decided. With 强制隔离戒毒 the measure ends, and the decision goes on file; after any other answer
 * it goes on, and the counters stay as they are.
 */
export const recordAnswer = useCase<Input, BreachFile>(
  "breaches.recordAnswer",
  async (context, { id, body }) => {
    const { tx, audit, today, law } = context;
    const { id: eventId, answer, happenedOn, number, organ, note } = body;
    const person = await getPerson(tx, id);
    const created = !person.breach.answers.some((row) => row.id === eventId);
    if (created) {
      requirePossible(context, person.breach, "recordAnswer");
      refuseFutureDay(happenedOn, today, "/happenedOn");
      const { referredOn } = breachPacket(person.breach.facts, today, law);
      const happened = { pointer: "/happenedOn", day: happenedOn };
      refuseEarlierDay(happened, referredOn, `应不早于移交日期（${referredOn}）`);
      const ends = answer === "isolation";
      const event = { kind: ends ? ("terminated" as const) : ("breach_dismissed" as const), on: happenedOn };
      requirePossibleEvent(event, person.breach.facts.history, law);
      const details: AnswerDetails = { breachAnswer: answer, number, organ };
      await tx.insert(caseEvent).values({
        ...factOf(context, person.breach.facts),
        id: eventId,
        kind: event.kind,
        ground: ends ? "compulsory_isolation" : null,
        happenedOn,
        reason: number,
        note,
        details,
      });
      if (ends) {
        await tx.insert(caseDocument).values({
          ...factOf(context, person.breach.facts),
          id: newId(),
          kind: "isolation_order",
          number,
          issuedOn: happenedOn,
          issuedBy: organ,
        });
      }
    }
    audit({
      action: "breaches.recordAnswer",
      subjectType: "caseEvent",
      subjectId: eventId,
      change: { enrolleeId: id, answer, happenedOn, created },
    });
    return answerAfterWrite(context, id);
  },
);

import { noShowPacket } from "@rehab/domain/handoff/no-show";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { NoShowFile, noShowsEndpoints } from "@rehab/schema/no-shows";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { useCase } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { requirePossibleEvent } from "../case-states/require-possible-event.ts";
import { answerAfterWrite, getPerson, ownColumns } from "./open-person.ts";
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

/** Records what the police decided: the person is sent back to report in, or the measure ends. */
export const recordAnswer = useCase<Input, NoShowFile>(
  "no-shows.recordAnswer",
  async (context, { id, body }) => {
    const { tx, audit, today, law } = context;
    const { id: eventId, answer, happenedOn, number, note } = body;
    const person = await getPerson(tx, id);
    const created = !person.noShow.events.some((row) => row.id === eventId);
    if (created) {
      requirePossible(context, person.noShow, "recordAnswer");
      refuseFutureDay(happenedOn, today, "/happenedOn");
      const { referredOn } = noShowPacket(person.noShow.facts, today, law);
      if (referredOn !== undefined && happenedOn < referredOn) {
        throw new ProblemError("invalid_input", {
          errors: [{ pointer: "/happenedOn", detail: `应不早于移交日期（${referredOn}）` }],
        });
      }
      const event = eventOf[answer];
      requirePossibleEvent({ kind: event.kind, on: happenedOn }, person.noShow.facts.history, law);
      await tx.insert(caseEvent).values({
        ...ownColumns(context, person),
        ...event,
        id: eventId,
        happenedOn,
        reason: number,
        note,
        details: { answer, number },
      });
    }
    audit({
      action: "no-shows.recordAnswer",
      subjectType: "caseEvent",
      subjectId: eventId,
      change: { enrolleeId: id, answer, happenedOn, created },
    });
    return answerAfterWrite(context, id);
  },
);

import { standingOn } from "@rehab/domain/supervision/case-history";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { NoShowFile, noShowsEndpoints } from "@rehab/schema/no-shows";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { useCase } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { requirePossibleEvent } from "../case-states/require-possible-event.ts";
import { answerAfterWrite, getPerson, ownColumns } from "./open-person.ts";
import { requirePossible } from "./possible-actions.ts";

interface CustodyInput {
  readonly id: string;
  readonly body: BodyOf<typeof noShowsEndpoints.recordCustody>;
}

/** Records that the person is in custody: a good reason not to report in (rule T17). It needs its proof. */
export const recordCustody = useCase<CustodyInput, NoShowFile>(
  "no-shows.recordCustody",
  async (context, { id, body }) => {
    const { tx, audit, today, law } = context;
    const { id: eventId, from, ground, proof } = body;
    const person = await getPerson(tx, id);
    const created = !person.noShow.events.some((row) => row.id === eventId);
    if (created) {
      requirePossible(context, person.noShow, "recordCustody");
      refuseFutureDay(from, today, "/from");
      const released = standingOn(person.noShow.facts.history, today).suspensions.at(-1)?.resumedOn;
      if (released !== undefined && from < released) {
        throw new ProblemError("invalid_input", {
          errors: [{ pointer: "/from", detail: `应不早于上一次释放（${released}）` }],
        });
      }
      requirePossibleEvent({ kind: "suspended", on: from, ground }, person.noShow.facts.history, law);
      await tx.insert(caseEvent).values({
        ...ownColumns(context, person),
        id: eventId,
        kind: "suspended",
        happenedOn: from,
        ground,
        details: { proof },
      });
    }
    audit({
      action: "no-shows.recordCustody",
      subjectType: "caseEvent",
      subjectId: eventId,
      change: { enrolleeId: id, from, ground, created },
    });
    return answerAfterWrite(context, id);
  },
);

interface ReleaseInput {
  readonly id: string;
  readonly body: BodyOf<typeof noShowsEndpoints.endCustody>;
}

/** Records the release: the report period begins anew on the day after it (rule T17). */
export const endCustody = useCase<ReleaseInput, NoShowFile>(
  "no-shows.endCustody",
  async (context, { id, body }) => {
    const { tx, audit, today, law } = context;
    const { id: eventId, on, proof } = body;
    const person = await getPerson(tx, id);
    const created = !person.noShow.events.some((row) => row.id === eventId);
    if (created) {
      requirePossible(context, person.noShow, "endCustody");
      refuseFutureDay(on, today, "/on");
      const { suspendedSince } = standingOn(person.noShow.facts.history, today);
      if (suspendedSince !== undefined && on < suspendedSince) {
        throw new ProblemError("invalid_input", {
          errors: [{ pointer: "/on", detail: `应不早于羁押的第一日（${suspendedSince}）` }],
        });
      }
      requirePossibleEvent({ kind: "resumed", on }, person.noShow.facts.history, law);
      await tx.insert(caseEvent).values({
        ...ownColumns(context, person),
        id: eventId,
        kind: "resumed",
        happenedOn: on,
        details: { proof },
      });
    }
    audit({
      action: "no-shows.endCustody",
      subjectType: "caseEvent",
      subjectId: eventId,
      change: { enrolleeId: id, on, created },
    });
    return answerAfterWrite(context, id);
  },
);

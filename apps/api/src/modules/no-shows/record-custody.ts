import { standingOn } from "@rehab/domain/supervision/case-history";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { NoShowFile, noShowsEndpoints } from "@rehab/schema/no-shows";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { requirePossibleEvent } from "../case-states/require-possible-event.ts";
import { factOf } from "../enrollees/present-case.ts";
import { recording } from "../matters/recording.ts";
import type { NoShowRecord } from "./load-no-shows.ts";
import { noShowMatter } from "./no-show-matter.ts";
import { requirePossible } from "./possible-actions.ts";

interface CustodyInput {
  readonly id: string;
  readonly body: BodyOf<typeof noShowsEndpoints.recordCustody>;
}

/** Records that the person is in custody: a good reason not to report in (rule T17). It needs its proof. */
export const recordCustody = recording<NoShowRecord, NoShowFile, CustodyInput>(noShowMatter, {
  action: "recordCustody",
  subjectType: "caseEvent",
  known: ({ events }) => events,
  change: ({ body: { from, ground } }) => ({ from, ground }),
  write: async (context, record, { body }) => {
    const { tx, today, law } = context;
    const { id, from, ground, proof } = body;
    const { history } = record.facts;
    requirePossible(context, record, "recordCustody");
    refuseFutureDay(from, today, "/from");
    const released = standingOn(history, today).suspensions.at(-1)?.resumedOn;
    refuseEarlierDay({ pointer: "/from", day: from }, released, `应不早于上一次释放（${released}）`);
    requirePossibleEvent({ kind: "suspended", on: from, ground }, history, law);
    await tx.insert(caseEvent).values({
      ...factOf(context, noShowMatter.caseOf(record)),
      id,
      kind: "suspended",
      happenedOn: from,
      ground,
      details: { proof },
    });
  },
});

interface ReleaseInput {
  readonly id: string;
  readonly body: BodyOf<typeof noShowsEndpoints.endCustody>;
}

/** Records the release: the report period begins anew on the day after it (rule T17). */
export const endCustody = recording<NoShowRecord, NoShowFile, ReleaseInput>(noShowMatter, {
  action: "endCustody",
  subjectType: "caseEvent",
  known: ({ events }) => events,
  change: ({ body: { on } }) => ({ on }),
  write: async (context, record, { body }) => {
    const { tx, today, law } = context;
    const { id, on, proof } = body;
    const { history } = record.facts;
    requirePossible(context, record, "endCustody");
    refuseFutureDay(on, today, "/on");
    const since = standingOn(history, today).suspendedSince;
    refuseEarlierDay({ pointer: "/on", day: on }, since, `应不早于羁押的第一日（${since}）`);
    requirePossibleEvent({ kind: "resumed", on }, history, law);
    await tx.insert(caseEvent).values({
      ...factOf(context, noShowMatter.caseOf(record)),
      id,
      kind: "resumed",
      happenedOn: on,
      details: { proof },
    });
  },
});

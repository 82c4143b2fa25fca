import { standingOn } from "@rehab/domain/supervision/case-history";
import type { BreachFile, breachesEndpoints } from "@rehab/schema/breaches";
import type { BodyOf } from "@rehab/schema/endpoint";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { breachRecord } from "../../db/schema/supervision.ts";
import { factOf } from "../enrollees/present-case.ts";
import { recording } from "../matters/recording.ts";
import { breachMatter } from "./breach-matter.ts";
import type { BreachCase } from "./load-breaches.ts";
import { requirePossible } from "./possible-actions.ts";

interface Input {
  readonly id: string;
  readonly body: BodyOf<typeof breachesEndpoints.recordBreach>;
}

/** Records a breach that neither the tests nor the leaves hold. */
export const recordBreach = recording<BreachCase, BreachFile, Input>(breachMatter, {
  action: "recordBreach",
  subjectType: "breachRecord",
  known: ({ records }) => records,
  change: ({ body: { kind, happenedOn } }) => ({ kind, happenedOn }),
  write: async (context, record, { body }) => {
    const { tx, today } = context;
    requirePossible(context, record, "recordBreach");
    refuseFutureDay(body.happenedOn, today, "/happenedOn");
    const { reportedOn } = standingOn(record.facts.history, today);
    const happened = { pointer: "/happenedOn", day: body.happenedOn };
    refuseEarlierDay(happened, reportedOn, `不能早于报到日期（${reportedOn}）`);
    await tx.insert(breachRecord).values({ ...factOf(context, record.facts), ...body });
  },
});

import { standingOn } from "@rehab/domain/supervision/case-history";
import type { BreachFile, breachesEndpoints } from "@rehab/schema/breaches";
import type { BodyOf } from "@rehab/schema/endpoint";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { useCase } from "../../core/use-case.ts";
import { breachRecord } from "../../db/schema/supervision.ts";
import { factOf } from "../enrollees/present-case.ts";
import { answerAfterWrite, getPerson } from "./open-person.ts";
import { requirePossible } from "./possible-actions.ts";

interface Input {
  readonly id: string;
  readonly body: BodyOf<typeof breachesEndpoints.recordBreach>;
}

/** Records a breach that neither the tests nor the leaves hold. */
export const recordBreach = useCase<Input, BreachFile>(
  "breaches.recordBreach",
  async (context, { id, body }) => {
    const { tx, audit, today } = context;
    const person = await getPerson(tx, id);
    const created = !person.breach.records.some((row) => row.id === body.id);
    if (created) {
      requirePossible(context, person.breach, "recordBreach");
      refuseFutureDay(body.happenedOn, today, "/happenedOn");
      const { reportedOn } = standingOn(person.breach.facts.history, today);
      const happened = { pointer: "/happenedOn", day: body.happenedOn };
      refuseEarlierDay(happened, reportedOn, `不能早于报到日期（${reportedOn}）`);
      await tx.insert(breachRecord).values({ ...factOf(context, person.breach.facts), ...body });
    }
    audit({
      action: "breaches.recordBreach",
      subjectType: "breachRecord",
      subjectId: body.id,
      change: { enrolleeId: id, kind: body.kind, happenedOn: body.happenedOn, created },
    });
    return answerAfterWrite(context, id);
  },
);

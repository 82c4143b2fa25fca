import type { BodyOf } from "@rehab/schema/endpoint";
import type { NoShowFile, noShowsEndpoints } from "@rehab/schema/no-shows";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { useCase } from "../../core/use-case.ts";
import { contactAttempt } from "../../db/schema/handoff.ts";
import { answerAfterWrite, getPerson, ownColumns } from "./open-person.ts";
import { requirePossible } from "./possible-actions.ts";

interface Input {
  readonly id: string;
  readonly body: BodyOf<typeof noShowsEndpoints.recordAttempt>;
}

/** Records how the person was sought and what came of it. A resend with the same id changes nothing. */
export const recordAttempt = useCase<Input, NoShowFile>(
  "no-shows.recordAttempt",
  async (context, { id, body }) => {
    const { tx, audit, today } = context;
    const person = await getPerson(tx, id);
    const created = !person.noShow.attempts.some((row) => row.id === body.id);
    if (created) {
      requirePossible(context, person.noShow, "recordAttempt");
      refuseFutureDay(body.happenedOn, today, "/happenedOn");
      await tx.insert(contactAttempt).values({ ...ownColumns(context, person), ...body });
    }
    const { happenedOn, method, outcome } = body;
    audit({
      action: "no-shows.recordAttempt",
      subjectType: "contactAttempt",
      subjectId: body.id,
      change: { enrolleeId: id, happenedOn, method, outcome, created },
    });
    return answerAfterWrite(context, id);
  },
);

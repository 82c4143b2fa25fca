import { noShowPacket } from "@rehab/domain/handoff/no-show";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { NoShowFile, noShowsEndpoints } from "@rehab/schema/no-shows";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { useCase } from "../../core/use-case.ts";
import { caseDocument } from "../../db/schema/handoff.ts";
import { answerAfterWrite, getPerson, ownColumns } from "./open-person.ts";
import { requirePossible } from "./possible-actions.ts";

interface Input {
  readonly id: string;
  readonly body: BodyOf<typeof noShowsEndpoints.issueDocument>;
}

/** Records a warning or certificate with its number; neither can be older than the end of the report period. */
export const issueDocument = useCase<Input, NoShowFile>(
  "no-shows.issueDocument",
  async (context, { id, body }) => {
    const { tx, audit, today, law } = context;
    const person = await getPerson(tx, id);
    const created = !person.noShow.documents.some((row) => row.id === body.id);
    if (created) {
      requirePossible(context, person.noShow, "issueDocument");
      refuseFutureDay(body.issuedOn, today, "/issuedOn");
      const { deadline } = noShowPacket(person.noShow.facts, today, law);
      if (deadline !== undefined && body.issuedOn <= deadline.date) {
        throw new ProblemError("invalid_input", {
          errors: [{ pointer: "/issuedOn", detail: `报到期限到${deadline.date}为止，文书日期应在其后` }],
        });
      }
      await tx.insert(caseDocument).values({ ...ownColumns(context, person), ...body });
    }
    audit({
      action: "no-shows.issueDocument",
      subjectType: "caseDocument",
      subjectId: body.id,
      change: { enrolleeId: id, kind: body.kind, issuedOn: body.issuedOn, created },
    });
    return answerAfterWrite(context, id);
  },
);

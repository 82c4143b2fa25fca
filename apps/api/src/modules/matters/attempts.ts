import type { BodyOf } from "@rehab/schema/endpoint";
import type { noShowsEndpoints } from "@rehab/schema/no-shows";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { contactAttempt } from "../../db/schema/handoff.ts";
import { factOf } from "../enrollees/present-case.ts";
import type { Matter } from "./matter.ts";
import { recording } from "./recording.ts";
import type { AttemptRow } from "./rows.ts";

type Body = BodyOf<typeof noShowsEndpoints.recordAttempt>;

export interface AttemptInput {
  readonly id: string;
  /** Somebody in the term promises no day to come; somebody awaited may. */
  readonly body: Omit<Body, "promisedOn"> & Partial<Pick<Body, "promisedOn">>;
}

/** The use case that records how somebody was sought and what came of it; `refuse` throws where it cannot be. */
export function attemptRecording<R extends { readonly attempts: readonly AttemptRow[] }, F>(
  matter: Matter<R, F>,
  action: string,
  refuse: (context: UseCaseContext, record: R) => void,
) {
  return recording<R, F, AttemptInput>(matter, {
    action,
    subjectType: "contactAttempt",
    known: ({ attempts }) => attempts,
    change: ({ body: { happenedOn, method, outcome } }) => ({ happenedOn, method, outcome }),
    write: async (context, record, { body }) => {
      refuse(context, record);
      refuseFutureDay(body.happenedOn, context.today, "/happenedOn");
      await context.tx.insert(contactAttempt).values({ ...factOf(context, matter.caseOf(record)), ...body });
    },
  });
}

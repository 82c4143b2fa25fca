import type { ResponseOf } from "@rehab/schema/endpoint";
import type { handoffsEndpoints } from "@rehab/schema/handoffs";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { staleVersion } from "../../core/stale-version.ts";
import { useCase } from "../../core/use-case.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { lockEnrollee } from "../enrollees/present-case.ts";
import { caseworkersOf } from "./station-loads.ts";

interface Input {
  readonly enrolleeId: string;
  readonly version: number;
  readonly caseworkerId: string;
}

type Result = ResponseOf<typeof handoffsEndpoints.assignCaseworker>;

/** Makes somebody else of the person's station responsible. */
export const assignCaseworker = useCase<Input, Result>(
  "handoffs.assignCaseworker",
  async (context, { enrolleeId, version, caseworkerId }) => {
    const { tx, audit } = context;
    const person = await lockEnrollee(context, enrolleeId);
    const caseworkers = await caseworkersOf(tx, person.stationId);
    const chosen = caseworkers.find(({ id }) => id === caseworkerId);
    if (chosen === undefined) {
      throw new ProblemError("invalid_input", {
        errors: [{ pointer: "/caseworkerId", detail: "责任人须是本人所在工作站在岗的工作人员" }],
      });
    }
    if (person.version !== version) throw await staleVersion(context, { ...person, subjectId: person.id });
    await tx
      .update(enrollee)
      .set({ caseworkerId, version: version + 1 })
      .where(eq(enrollee.id, enrolleeId));
    audit({
      action: "handoffs.assignCaseworker",
      subjectType: "enrollee",
      subjectId: enrolleeId,
      saved: { id: enrolleeId, version: version + 1 },
      change: { from: person.caseworkerId, to: caseworkerId },
    });
    return { enrolleeId, version: version + 1, caseworkerName: chosen.name };
  },
);

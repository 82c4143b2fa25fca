import { leastLoaded } from "@rehab/domain/handoff/station-load";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { HandoffFile, handoffsEndpoints } from "@rehab/schema/handoffs";
import { and, eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { staleVersion } from "../../core/stale-version.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { township } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { lockEnrollee } from "../enrollees/present-case.ts";
import { getHandoffCase, projectPerson } from "./handoff-case.ts";
import { handoffFileOf } from "./handoff-file.ts";
import { insertStep, isRecorded, refuseObstacle } from "./record-step.ts";
import { caseworkersOf } from "./station-loads.ts";

type Input = BodyOf<typeof handoffsEndpoints.reassign> & { readonly caseId: string };

/** Assigns a case to a station. The person's whole file moves there, and somebody of its staff takes it in hand. */
export const reassign = useCase<Input, HandoffFile>("handoffs.reassign", async (context, input) => {
  const { tx, audit, today } = context;
  const found = await getHandoffCase(tx, input.caseId);
  const person = await lockEnrollee(context, found.person.id);
  const step = { ...input, action: "handoffs.reassign", step: "assign" as const, happenedOn: today };
  const change = { caseId: input.caseId, from: person.stationId, to: input.stationId };
  const trace = { action: "handoffs.reassign", subjectType: "enrollee", subjectId: person.id };
  if (await isRecorded(context, step)) {
    audit({ ...trace, change: { ...change, created: false } });
    return handoffFileOf(context, input.caseId);
  }
  if (person.version !== input.version) {
    throw await staleVersion(context, { ...person, subjectId: person.id });
  }
  refuseObstacle("assign", found, today);
  const caseworkerId = await pickCaseworker(context, input, person.caseworkerId);
  await refuseForeignTownship(context, input);

  await tx
    .update(enrollee)
    .set({
      stationId: input.stationId,
      caseworkerId,
      ...(input.townshipId === null ? {} : { townshipId: input.townshipId }),
      version: person.version + 1,
    })
    .where(eq(enrollee.id, person.id));
  await insertStep(context, found, step, input.stationId);
  await projectPerson(context, person.id);
  audit({
    ...trace,
    saved: { id: person.id, version: person.version + 1 },
    change: { ...change, caseworkerId, townshipId: input.townshipId, created: true },
  });
  return handoffFileOf(context, input.caseId);
});

/**
 * Whoever was named, has the person in hand already, or carries fewest people there. Throws `invalid_input` when the
 * station has no such member.
 */
async function pickCaseworker({ tx }: UseCaseContext, input: Input, present: string | null): Promise<string> {
  const caseworkers = await caseworkersOf(tx, input.stationId);
  const findThere = (wanted: string | null) => caseworkers.find(({ id }) => id === wanted);
  const chosen =
    input.caseworkerId === null
      ? (findThere(present) ?? leastLoaded(caseworkers))
      : findThere(input.caseworkerId);
  if (chosen !== undefined) return chosen.id;
  const [pointer, detail] =
    input.caseworkerId === null
      ? ["/stationId", "该工作站没有在岗的工作人员，不能承办"]
      : ["/caseworkerId", "责任人须是该工作站在岗的工作人员"];
  throw new ProblemError("invalid_input", { errors: [{ pointer, detail }] });
}

async function refuseForeignTownship({ tx }: UseCaseContext, input: Input): Promise<void> {
  if (input.townshipId === null) return;
  const [served] = await tx
    .select({ id: township.id })
    .from(township)
    .where(and(eq(township.id, input.townshipId), eq(township.stationId, input.stationId)));
  if (served !== undefined) return;
  throw new ProblemError("invalid_input", {
    errors: [{ pointer: "/townshipId", detail: "这个乡镇（街道）不由该工作站承办" }],
  });
}

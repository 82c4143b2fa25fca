import { and, eq, getTableColumns, isNull } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { staffMember, station, township } from "../../db/schema/county.ts";
import { caseRecord, enrollee } from "../../db/schema/enrollee.ts";
import { handoff } from "../../db/schema/handoff.ts";
import { loadCaseFacts } from "../enrollees/case-facts.ts";
import type { CaseFacts } from "../enrollees/case-facts.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import { ownerIsUnfit } from "../staff/owner-fitness.ts";

/** A case on its way, with the person, all cases of the person, and the hand-off record where there is one. */
export interface HandoffCase {
  readonly person: Person;
  readonly facts: CaseFacts;
  readonly cases: readonly CaseFacts[];
  readonly record: typeof handoff.$inferSelect | undefined;
}

export type Person = Awaited<ReturnType<typeof selectPerson>>[number];

/** Finds a case in the actor's sight. Throws `not_found`. */
export async function getHandoffCase(tx: ReadTx, caseId: string): Promise<HandoffCase> {
  const [owner] = await tx
    .select({ enrolleeId: caseRecord.enrolleeId })
    .from(caseRecord)
    .where(and(eq(caseRecord.id, caseId), isNull(caseRecord.annulledAt)));
  if (owner === undefined) throw new ProblemError("not_found");
  const [person] = await selectPerson(tx, owner.enrolleeId);
  const cases = await loadCaseFacts(tx, [owner.enrolleeId]);
  const facts = cases.find((each) => each.caseId === caseId);
  if (person === undefined || facts === undefined) throw new ProblemError("not_found");
  const [record] = await tx
    .select()
    .from(handoff)
    .where(and(eq(handoff.caseId, caseId), isNull(handoff.annulledAt)));
  return { person, facts, cases, record };
}

/** Derives the person's register line anew after a write. */
export function projectPerson(context: UseCaseContext, enrolleeId: string): Promise<void> {
  const { tx, law, today } = context;
  return projectRegister(tx, [enrolleeId], { law, today });
}

function selectPerson(tx: ReadTx, id: string) {
  return tx
    .select({
      ...getTableColumns(enrollee),
      stationName: station.name,
      townshipName: township.name,
      /** The station that serves the person's township. */
      townshipStationId: township.stationId,
      caseworkerName: staffMember.name,
      hasUnfitOwner: ownerIsUnfit.mapWith(Boolean),
    })
    .from(enrollee)
    .innerJoin(station, eq(station.id, enrollee.stationId))
    .leftJoin(township, eq(township.id, enrollee.townshipId))
    .leftJoin(staffMember, eq(staffMember.id, enrollee.caseworkerId))
    .where(and(eq(enrollee.id, id), isNull(enrollee.annulledAt)));
}

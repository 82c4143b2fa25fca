import { and, eq, isNull, sql } from "drizzle-orm";
import { useCase } from "../../core/use-case.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import { ownerIsUnfit } from "./owner-fitness.ts";

/**
 * The daily check that everybody on the way or on the register is in somebody's hands. The trail keeps how many are
 * not; who they are stands in the queue of the hand-offs.
 */
export const checkOwners = useCase<void, number>("register.checkOwners", async ({ tx, audit, today }) => {
  const [found] = await tx
    .select({ people: sql<number>`count(*)::int` })
    .from(registerEntry)
    .innerJoin(enrollee, eq(enrollee.id, registerEntry.enrolleeId))
    .where(and(isNull(registerEntry.endedOn), ownerIsUnfit));
  const people = found?.people ?? 0;
  audit({ action: "register.checkOwners", change: { day: today, people } });
  return people;
});

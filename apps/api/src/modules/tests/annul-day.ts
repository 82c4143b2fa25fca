import type { BodyOf } from "@rehab/schema/endpoint";
import type { TestSessionView } from "@rehab/schema/test-views";
import type { testsEndpoints } from "@rehab/schema/tests";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import { useCase } from "../../core/use-case.ts";
import { drugTest } from "../../db/schema/case-facts.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { testSession } from "../../db/schema/supervision.ts";
import { annulment } from "../enrollees/annulment.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import { countFollowed, followedObstacle, getSession } from "./sessions.ts";

interface Input {
  readonly id: string;
  readonly body: BodyOf<typeof testsEndpoints.annulDay>;
}

/**
 * Annuls a test day with all its tests that hold, with the reason: all of them, or none. What followed a test goes
 * first, where it was recorded. Tests of people who have moved to another station since are that station's.
 */
export const annulDay = useCase<Input, TestSessionView>("tests.annulDay", async (context, { id, body }) => {
  const { tx, audit, actor } = context;
  const { reason } = body;
  const [session] = await tx.select().from(testSession).where(eq(testSession.id, id)).for("update");
  if (session === undefined) throw new ProblemError("not_found");
  requireAtStation(actor, "update", "CaseFile", session.stationId);
  const annulled = session.annulledAt === null;
  let tests = 0;
  if (annulled) {
    const ofDay = and(eq(drugTest.sessionId, id), isNull(drugTest.annulledAt));
    await tx
      .select({ id: enrollee.id })
      .from(enrollee)
      .where(inArray(enrollee.id, tx.select({ id: drugTest.enrolleeId }).from(drugTest).where(ofDay)))
      .orderBy(asc(enrollee.id))
      .for("update");
    const followed = (await countFollowed(tx, [id])).get(id) ?? 0;
    if (followed > 0) throw new ProblemError("wrong_state", { detail: followedObstacle(followed) });
    const mark = annulment(context, reason);
    const taken = await tx.update(drugTest).set(mark).where(ofDay).returning({ id: drugTest.enrolleeId });
    await tx.update(testSession).set(mark).where(eq(testSession.id, id));
    await projectRegister(
      tx,
      taken.map((row) => row.id),
      context,
    );
    tests = taken.length;
  }
  audit({
    action: "tests.annulDay",
    subjectType: "testSession",
    subjectId: id,
    change: { happenedOn: session.happenedOn, tests, annulled },
    reason,
  });
  return getSession(context, id);
});

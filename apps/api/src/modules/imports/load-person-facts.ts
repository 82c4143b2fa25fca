import { and, isNull, sql } from "drizzle-orm";
import type { ReadTx } from "../../db/client.ts";
import { drugTest, leave, visit } from "../../db/schema/case-facts.ts";
import { factKey } from "./plan/known-facts.ts";
import type { KnownFacts } from "./plan/known-facts.ts";

/** The natural keys of what is recorded about some people. */
export async function loadPersonFacts(
  tx: ReadTx,
  enrolleeIds: readonly string[],
  facts: KnownFacts,
): Promise<void> {
  if (enrolleeIds.length === 0) return;
  const ofPeople = (table: typeof drugTest | typeof visit | typeof leave) =>
    and(sql`${table.enrolleeId} = any(${sql.param([...enrolleeIds])}::uuid[])`, isNull(table.annulledAt));

  const tests = await tx
    .select({
      enrolleeId: drugTest.enrolleeId,
      on: drugTest.happenedOn,
      method: drugTest.method,
      place: drugTest.place,
      result: drugTest.result,
    })
    .from(drugTest)
    .where(ofPeople(drugTest));
  for (const { enrolleeId, on, method, place, result } of tests) {
    facts.add(factKey("test", enrolleeId, on, method, place), { fileId: null, detail: result });
  }
  const visits = await tx
    .select({
      enrolleeId: visit.enrolleeId,
      on: visit.happenedOn,
      method: visit.method,
      place: visit.place,
    })
    .from(visit)
    .where(ofPeople(visit));
  for (const { enrolleeId, on, method, place } of visits) {
    facts.add(factKey("visit", enrolleeId, on, method, place), { fileId: null, detail: "" });
  }
  const leaves = await tx
    .select({
      id: leave.id,
      enrolleeId: leave.enrolleeId,
      leftOn: leave.leftOn,
      dueBackOn: leave.dueBackOn,
      returnedOn: leave.returnedOn,
    })
    .from(leave)
    .where(ofPeople(leave));
  for (const { id, enrolleeId, leftOn, dueBackOn, returnedOn } of leaves) {
    facts.add(factKey("leave", enrolleeId, leftOn), {
      fileId: null,
      detail: dueBackOn,
      leave: { id, returnedOn },
    });
  }
}

import { plainDate } from "@rehab/domain/time/plain-date";
import { eq } from "drizzle-orm";
import { systemActor } from "../src/core/actor.ts";
import { newId } from "../src/core/ids.ts";
import type { Services } from "../src/core/use-case.ts";
import { tables } from "../src/db/client.ts";
import { insertRows } from "../src/db/insert-rows.ts";

const day = plainDate("2021-09-01");

/** One record of every kind that supervision in the term keeps, for some people. */
export async function insertSupervisionRows(
  services: Services,
  enrolleeIds: readonly string[],
): Promise<void> {
  const { db, county } = services;
  await db.write({ countyCode: county.code, people: systemActor.scope }, async (tx) => {
    for (const enrolleeId of enrolleeIds) {
      const [record] = await tx
        .select()
        .from(tables.caseRecord)
        .where(eq(tables.caseRecord.enrolleeId, enrolleeId));
      if (record === undefined) throw new Error("the person has no case");
      const { id: caseId, stationId } = record;
      const fact = () => ({ id: newId(), countyCode: county.code, stationId, enrolleeId, caseId });
      const test = { ...fact(), method: "hair", happenedOn: day, result: "pending" };
      const away = { ...fact(), leftOn: day, dueBackOn: day };
      await insertRows(tx, tables.drugTest, [test]);
      await insertRows(tx, tables.leave, [away]);
      await insertRows(tx, tables.testStep, [
        { ...fact(), testId: test.id, kind: "lab_result", happenedOn: day, result: "negative" },
      ]);
      await insertRows(tx, tables.leaveStep, [
        { ...fact(), leaveId: away.id, kind: "returned", happenedOn: day },
      ]);
      await insertRows(tx, tables.testDelegation, [
        {
          ...fact(),
          method: "urine",
          toPlace: "邻县",
          letterNumber: "测函1号",
          requestedOn: day,
          wantedFrom: day,
          wantedTo: day,
          reason: "务工",
        },
      ]);
      await insertRows(tx, tables.helpRecord, [
        {
          ...fact(),
          kind: "employment",
          happenedOn: day,
          helper: "专干",
          content: "介绍岗位",
          outcome: "ongoing",
        },
      ]);
      await insertRows(tx, tables.planGoal, [
        { ...fact(), goal: "就业", responsible: "专干", setOn: day, dueOn: day },
      ]);
      await insertRows(tx, tables.breachRecord, [
        { ...fact(), kind: "unreachable", happenedOn: day, evidence: "三次无人接听" },
      ]);
      await insertRows(tx, tables.dutySnooze, [
        { ...fact(), kind: "visit", subject: "", until: day, reason: "住院" },
      ]);
      await insertRows(tx, tables.duty, [
        {
          enrolleeId,
          kind: "goal",
          subject: newId(),
          countyCode: county.code,
          stationId,
          caseId,
          ruleId: "G1",
          opensOn: day,
          dueOn: day,
          snoozable: true,
        },
      ]);
    }
  });
}

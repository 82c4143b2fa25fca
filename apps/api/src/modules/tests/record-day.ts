import { wasTaken } from "@rehab/domain/testing/drug-test";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { TestDetails } from "@rehab/schema/test-bodies";
import type { TestSessionView } from "@rehab/schema/test-views";
import type { testsEndpoints } from "@rehab/schema/tests";
import { asc, eq, inArray } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { insertRows } from "../../db/insert-rows.ts";
import { drugTest } from "../../db/schema/case-facts.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { testSession } from "../../db/schema/supervision.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import { factOf } from "../enrollees/present-case.ts";
import { loadTestPeople } from "./load-test-people.ts";
import type { TestPerson } from "./load-test-people.ts";
import { obstacleTo, refuseTesterGaps } from "./record-test.ts";
import { getSession } from "./sessions.ts";

type Body = BodyOf<typeof testsEndpoints.recordDay>;
type Entry = Body["entries"][number];

/**
 * Records a station's test day with all its tests in one transaction: all of them, or none. A resend with the same
 * id changes nothing. Throws `not_found` when one of the people is another station's.
 */
export const recordDay = useCase<Body, TestSessionView>("tests.recordDay", async (context, body) => {
  const { tx, audit, today } = context;
  const stationId = ownStation(context);
  const [known] = await tx.select().from(testSession).where(eq(testSession.id, body.id));
  if (known === undefined) {
    refuseFutureDay(body.happenedOn, today, "/happenedOn");
    const people = await lockPeople(context, body, stationId);
    refuseTesterGaps(body, samplesOf(body, people));
    refuseObstacles(context, body, people);
    await insertDay(context, body, { stationId, people });
    await projectRegister(
      tx,
      body.entries.map(({ enrolleeId }) => enrolleeId),
      context,
    );
  }
  audit({
    action: "tests.recordDay",
    subjectType: "testSession",
    subjectId: body.id,
    change: {
      happenedOn: body.happenedOn,
      method: body.method,
      people: body.entries.length,
      created: known === undefined,
    },
  });
  return getSession(context, body.id);
});

/** The station whose day it is: that of whoever records it. */
export function ownStation({ actor }: Pick<UseCaseContext, "actor">): string {
  if (actor.stationId === null) throw new ProblemError("forbidden");
  return actor.stationId;
}

async function lockPeople(context: UseCaseContext, { entries }: Body, stationId: string) {
  const ids = entries.map(({ enrolleeId }) => enrolleeId);
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (repeated !== -1) refuseEntry(repeated, "同一个人登记了两次");
  await context.tx
    .select({ id: enrollee.id })
    .from(enrollee)
    .where(inArray(enrollee.id, ids))
    .orderBy(asc(enrollee.id))
    .for("update");
  const people = await loadTestPeople(context, ids);
  if (ids.some((id) => people.get(id)?.facts.stationId !== stationId)) throw new ProblemError("not_found");
  return people;
}

function samplesOf({ method, entries }: Body, people: ReadonlyMap<string, TestPerson>) {
  const samples = entries
    .map((entry, index) => ({ entry, index, sex: people.get(entry.enrolleeId)?.sex ?? entry.sex }))
    .filter(({ entry }) => wasTaken(entry));
  const unknown = samples.find(({ sex }) => sex === null);
  if (unknown !== undefined && method === "urine") {
    refuseEntry(unknown.index, "档案没有性别，请注明本人是男是女", "/sex");
  }
  return samples.map(({ sex }) => ({ method, sex }));
}

function refuseObstacles(context: UseCaseContext, body: Body, people: ReadonlyMap<string, TestPerson>): void {
  for (const [index, { enrolleeId, result }] of body.entries.entries()) {
    const person = people.get(enrolleeId);
    const obstacle = person && obstacleTo(context, person, { ...body, result });
    if (obstacle !== undefined) refuseEntry(index, obstacle);
  }
}

function refuseEntry(index: number, detail: string, field = ""): never {
  throw new ProblemError("invalid_input", {
    errors: [{ pointer: `/entries/${index}${field}`, detail }],
  });
}

async function insertDay(
  context: UseCaseContext,
  body: Body,
  { stationId, people }: { readonly stationId: string; readonly people: ReadonlyMap<string, TestPerson> },
): Promise<void> {
  const { tx, county, now, actor } = context;
  const { id, happenedOn, method, place, tester, secondTester, womanCollector, stripBatch, note } = body;
  await tx.insert(testSession).values({
    id,
    countyCode: county.code,
    stationId,
    happenedOn,
    method,
    place,
    tester,
    secondTester,
    stripBatch,
    note,
    recordedAt: now,
    recordedBy: actor.accountId,
  });
  const rows = body.entries.flatMap((entry) => {
    const person = people.get(entry.enrolleeId);
    if (person === undefined) return [];
    return {
      ...factOf(context, person.facts),
      id: entry.testId,
      sessionId: id,
      happenedOn,
      method,
      place,
      tester,
      secondTester,
      result: entry.result,
      details: detailsOf(entry, person, womanCollector),
    };
  });
  await insertRows(tx, drugTest, rows);
}

function detailsOf(entry: Entry, person: TestPerson, womanCollector: string | null): TestDetails {
  const isWoman = (person.sex ?? entry.sex) === "female";
  return {
    ...(isWoman && womanCollector !== null && wasTaken(entry) && { womanCollector }),
    ...(entry.reason !== null && { reason: entry.reason }),
  };
}

import type { ResponseOf } from "@rehab/schema/endpoint";
import type { TestFile } from "@rehab/schema/test-views";
import type { testsEndpoints } from "@rehab/schema/tests";
import { eq } from "drizzle-orm";
import type { InjectOptions, LightMyRequestResponse } from "fastify";
import { Client } from "pg";
import { systemActor } from "../src/core/actor.ts";
import { newId } from "../src/core/ids.ts";
import { tables } from "../src/db/client.ts";
import { createAccount } from "../src/modules/accounts/create-account.ts";
import { callerOf } from "./caller-of.ts";
import { createAppWorld, password } from "./app-world.ts";
import type { AppWorld } from "./app-world.ts";

export type DayList = ResponseOf<typeof testsEndpoints.dayList>;

/**
 * The county of two stations on 2021-12-31. Everybody reported in on 2021-06-03, so that the seventh window runs from
 * 2021-12-03 to 2022-01-02; a test of 2021-12-01 covers the sixth. The sex of nobody is on file.
 */
export interface TestsWorld {
  readonly world: AppWorld;
  /** Sends a request as somebody of the county, or as `second`: another caseworker of station A. */
  call(caller: string, request: InjectOptions): Promise<LightMyRequestResponse>;
  post(caller: string, path: string, payload: object): Promise<LightMyRequestResponse>;
  file(id: string, caller?: string): Promise<TestFile>;
  dayList(on?: string, caller?: string): Promise<DayList>;
  setSex(id: string, sex: "male" | "female" | null): Promise<void>;
  audits(subjectId: string): Promise<{ action: string; change: Record<string, unknown> }[]>;
  close(): Promise<void>;
}

export async function createTestsWorld(): Promise<TestsWorld> {
  const world = await createAppWorld();
  await createAccount(world.services, systemActor, {
    id: newId(),
    username: "second",
    displayName: "甲二",
    roles: ["caseworker"],
    stationId: world.stations.a,
    password,
    mustChangePassword: false,
  });
  const call = callerOf(world.app, password);
  const { db, county } = world.services;
  return {
    world,
    call,
    post: (caller, path, payload) => call(caller, { method: "POST", url: `/api/v1${path}`, payload }),
    file: async (id, caller = "caseworkerA") =>
      (await call(caller, { url: `/api/v1/enrollees/${id}/tests` })).json<TestFile>(),
    dayList: async (on = "2021-12-31", caller = "caseworkerA") =>
      (await call(caller, { url: `/api/v1/test-day?on=${on}` })).json<DayList>(),
    setSex: (id, sex) =>
      db.write({ countyCode: county.code, people: systemActor.scope }, async (tx) => {
        await tx.update(tables.enrollee).set({ sex }).where(eq(tables.enrollee.id, id));
      }),
    audits: async (subjectId) => {
      const client = new Client({ connectionString: world.database.adminUrl });
      await client.connect();
      const { rows } = await client.query<{ action: string; change: Record<string, unknown> }>(
        "select action, change from audit_entry where subject_id = $1 order by at",
        [subjectId],
      );
      await client.end();
      return rows;
    },
    close: () => world.close(),
  };
}

export const entry = (enrolleeId: string, result = "negative", changes: object = {}) => ({
  testId: newId(),
  enrolleeId,
  result,
  sex: null,
  reason: null,
  ...changes,
});

export const testDay = (entries: object[], changes: object = {}) => ({
  id: newId(),
  happenedOn: "2021-12-31",
  method: "urine",
  place: "甲中心站",
  tester: "甲一",
  secondTester: "甲二",
  womanCollector: null,
  stripBatch: "MOP-2112",
  note: null,
  entries,
  ...changes,
});

export const oneTest = (changes: object = {}) => ({
  id: newId(),
  happenedOn: "2021-12-30",
  method: "urine",
  result: "positive",
  place: "甲中心站",
  tester: "甲一",
  secondTester: "甲二",
  ...changes,
});

export const hairSample = (changes: object = {}) =>
  oneTest({
    method: "hair",
    result: "pending",
    sampleNumber: "A-001",
    sampleB: "B-001",
    sealed: true,
    laboratory: "省鉴定中心",
    sentOn: "2021-12-30",
    ...changes,
  });

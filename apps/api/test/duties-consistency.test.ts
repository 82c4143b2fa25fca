import { queueOf } from "@rehab/domain/supervision/duty";
import type { Duty } from "@rehab/domain/supervision/duty";
import { plainDate } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { DutyQueue } from "@rehab/schema/workbench";
import { fixtureFolder } from "@rehab/testkit/fixture-folder";
import { asc, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { systemActor } from "../src/core/actor.ts";
import { startOfWork } from "../src/core/clock.ts";
import type { MovableClock } from "../src/core/clock.ts";
import { query } from "../src/core/use-case.ts";
import { tables } from "../src/db/client.ts";
import { rebuildRegister } from "../src/modules/enrollees/rebuild-register.ts";
import { rollRegister } from "../src/modules/enrollees/roll-register.ts";
import { importFolder } from "../src/modules/imports/import-folder.ts";
import { queueCondition, queueDays } from "../src/modules/workbench/queue-conditions.ts";
import { createImportWorld, fixtureDecisions } from "./import-world.ts";
import type { ImportWorld } from "./import-world.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let world: ImportWorld;
beforeAll(async () => {
  world = await createImportWorld({ today: "2021-12-31" });
  await importFolder(world.services, fixtureFolder, { decisions: fixtureDecisions });
});
afterAll(() => world.close());

const { duty } = tables;
/** People of the papers, the ended measures included. */
const everybody = 258;

const readDuties = query<PlainDate, (typeof duty.$inferSelect & { queues: string[] })[]>(
  async ({ tx }, day) => {
    const rows = await tx
      .select({
        duty,
        queues: sql<string[]>`array_remove(array[${sql.join(
          DutyQueue.options.map(
            (queue) => sql`case when ${queueCondition(queue, queueDays(day))} then ${queue}::text end`,
          ),
          sql`, `,
        )}], null)`,
      })
      .from(duty)
      .orderBy(asc(duty.enrolleeId), asc(duty.kind), asc(duty.subject));
    return rows.map((row) => ({ ...row.duty, queues: row.queues }));
  },
);

const days = ["2021-11-30", "2021-12-30", "2021-12-31", "2022-01-01", "2022-01-10", "2022-03-01"].map(
  plainDate,
);

it.each(days)("on %s every duty stands in the queue that the domain names", async (day) => {
  const rows = await readDuties(world.services, systemActor, day);
  expect(rows.length).toBeGreaterThan(200);
  for (const { queues, ...row } of rows) {
    const queue = queueOf(
      { ...row, dueOn: row.dueOn ?? undefined, snoozedTo: row.snoozedTo ?? undefined } as Duty,
      day,
    );
    expect(queues).toEqual(queue === undefined ? [] : [queue]);
  }
});

it("rolling day by day leaves the same duties as deriving them anew, and touches only what changes", async () => {
  const clock = world.services.clock as MovableClock;
  for (const day of ["2022-01-05", "2022-01-20", "2022-03-15"].map(plainDate)) {
    clock.set(startOfWork(day));
    expect(await rollRegister(world.services)).toBeLessThan(everybody);
    const rolled = await readDuties(world.services, systemActor, day);
    await rebuildRegister(world.services);
    expect(await readDuties(world.services, systemActor, day)).toEqual(rolled);
  }
});

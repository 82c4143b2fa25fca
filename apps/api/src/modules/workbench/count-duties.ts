import { WorkbenchQueue } from "@rehab/schema/workbench";
import type { WorkbenchCounts } from "@rehab/schema/workbench";
import { asc, eq, sql } from "drizzle-orm";
import { query } from "../../core/use-case.ts";
import { prepared } from "../../db/prepared.ts";
import { station } from "../../db/schema/county.ts";
import { duty } from "../../db/schema/supervision.ts";
import { queueCondition, queueDays, scopeConditions, scopeValues } from "./queue-conditions.ts";
import type { QueueDays, ScopeValues } from "./queue-conditions.ts";

/** How much stands in every queue, in one statement, by station and in all. */
export const countDuties = query<{ stationId?: string | undefined }, WorkbenchCounts>(
  async (context, { stationId }) => {
    const { tx, today } = context;
    const rows = await selectCounts(tx, { ...scopeValues(context, stationId), ...queueDays(today) });
    const countsOf = (count: (queue: WorkbenchQueue) => number) =>
      WorkbenchQueue.options.map((queue) => ({ queue, count: count(queue) }));
    return {
      today,
      queues: countsOf((queue) => rows.reduce((total, row) => total + row[queue], 0)),
      stations: rows.map((row) => ({ id: row.id, name: row.name, queues: countsOf((queue) => row[queue]) })),
    };
  },
);

const selectCounts = prepared("duty_counts", (tx, values: ScopeValues & QueueDays) => {
  const columns = Object.fromEntries(
    WorkbenchQueue.options.map((queue) => [
      queue,
      sql<number>`count(*) filter (where ${queueCondition(queue, values)})::int`,
    ]),
  ) as Record<WorkbenchQueue, ReturnType<typeof sql<number>>>;
  return tx
    .select({ id: station.id, name: station.name, ...columns })
    .from(duty)
    .innerJoin(station, eq(station.id, duty.stationId))
    .where(scopeConditions(values))
    .groupBy(station.id, station.name, station.position)
    .orderBy(asc(station.position));
});

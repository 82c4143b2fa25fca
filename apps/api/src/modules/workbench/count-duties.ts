import { WorkbenchQueue } from "@rehab/schema/workbench";
import type { WorkbenchCounts } from "@rehab/schema/workbench";
import { asc, eq, sql } from "drizzle-orm";
import { query } from "../../core/use-case.ts";
import { station } from "../../db/schema/county.ts";
import { duty } from "../../db/schema/supervision.ts";
import { queueCondition, scopeConditions } from "./queue-conditions.ts";

/** How much stands in every queue, in one statement, by station and in all. */
export const countDuties = query<{ stationId?: string | undefined }, WorkbenchCounts>(
  async (context, { stationId }) => {
    const { tx, today } = context;
    const columns = Object.fromEntries(
      WorkbenchQueue.options.map((queue) => [
        queue,
        sql<number>`count(*) filter (where ${queueCondition(queue, today)})::int`,
      ]),
    ) as Record<WorkbenchQueue, ReturnType<typeof sql<number>>>;
    const rows = await tx
      .select({ id: station.id, name: station.name, ...columns })
      .from(duty)
      .innerJoin(station, eq(station.id, duty.stationId))
      .where(scopeConditions(context, stationId))
      .groupBy(station.id, station.name, station.position)
      .orderBy(asc(station.position));
    const countsOf = (count: (queue: WorkbenchQueue) => number) =>
      WorkbenchQueue.options.map((queue) => ({ queue, count: count(queue) }));
    return {
      today,
      queues: countsOf((queue) => rows.reduce((total, row) => total + row[queue], 0)),
      stations: rows.map((row) => ({ id: row.id, name: row.name, queues: countsOf((queue) => row[queue]) })),
    };
  },
);

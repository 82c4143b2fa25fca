import { newId } from "../../../core/ids.ts";
import type { Tx } from "../../../db/client.ts";
import { insertRows } from "../../../db/insert-rows.ts";
import {
  fundBudget,
  fundExpense,
  meeting,
  publicityEvent,
  weeklyCheck,
} from "../../../db/schema/county-records.ts";
import { staffMember, station, township } from "../../../db/schema/county.ts";
import { pick } from "./sourced-write.ts";
import type { SourcedWrite } from "./sourced-write.ts";

/** Adds stations, townships and staff. */
export async function writeStructure(
  tx: Tx,
  writes: readonly SourcedWrite[],
  countyCode: string,
): Promise<void> {
  const ofCounty = <W extends { op: string }>({
    write,
    provenance,
  }: {
    write: W;
    provenance: { batchId: string };
  }) => {
    const { op: _, ...rest } = write;
    return { ...rest, countyCode, batchId: provenance.batchId };
  };
  await insertRows(tx, station, pick(writes, "add_station").map(ofCounty));
  await insertRows(tx, township, pick(writes, "add_township").map(ofCounty));
  await insertRows(tx, staffMember, pick(writes, "add_staff").map(ofCounty));
}

/** Adds weekly checks, budgets, expenses, publicity and meetings. */
export async function writeCountyRecords(
  tx: Tx,
  writes: readonly SourcedWrite[],
  countyCode: string,
): Promise<void> {
  const checks = pick(writes, "add_weekly_check").map(({ write, provenance }) => ({
    ...write.check,
    ...provenance,
    id: newId(),
    countyCode,
  }));
  await insertRows(tx, weeklyCheck, checks);
  const budgets = pick(writes, "add_budget").map(({ write, provenance }) => ({
    ...write.budget,
    ...provenance,
    id: newId(),
    countyCode,
  }));
  await insertRows(tx, fundBudget, budgets);
  const recordOf = <W extends { op: string }>({ write, provenance }: { write: W; provenance: object }) => {
    const { op: _, ...rest } = write;
    return { ...rest, ...provenance, id: newId(), countyCode };
  };
  await insertRows(tx, fundExpense, pick(writes, "add_expense").map(recordOf));
  await insertRows(tx, publicityEvent, pick(writes, "add_publicity").map(recordOf));
  await insertRows(tx, meeting, pick(writes, "add_meeting").map(recordOf));
}

import { sql } from "drizzle-orm";
import { newId } from "../../../core/ids.ts";
import type { Tx } from "../../../db/client.ts";
import { insertRows } from "../../../db/insert-rows.ts";
import { caseEvent, drugTest, leave, visit } from "../../../db/schema/case-facts.ts";
import { caseRecord } from "../../../db/schema/enrollee.ts";
import { handoff } from "../../../db/schema/handoff.ts";
import type { WorldPerson } from "../plan/world-person.ts";
import { pick } from "./sourced-write.ts";
import type { Provenance, SourcedWrite } from "./sourced-write.ts";

/** Adds cases and what happened in them. The people are in the database already. */
export async function writeCaseFacts(
  tx: Tx,
  writes: readonly SourcedWrite[],
  countyCode: string,
): Promise<void> {
  const factOf = ({ write: { person, caseId }, provenance }: FactWrite) => ({
    ...provenance,
    countyCode,
    stationId: person.fields.stationId,
    enrolleeId: person.id,
    caseId,
  });
  const cases = pick(writes, "add_case").map(({ write, provenance }) => {
    const { op: _, person, handoffSource: _source, ...record } = write;
    return {
      ...record,
      ...provenance,
      countyCode,
      stationId: person.fields.stationId,
      enrolleeId: person.id,
    };
  });
  await insertRows(tx, caseRecord, cases);
  const handoffs = pick(writes, "add_case").flatMap(({ write: { id, person, handoffSource }, provenance }) =>
    handoffSource === null
      ? []
      : [
          {
            ...provenance,
            caseId: id,
            countyCode,
            stationId: person.fields.stationId,
            enrolleeId: person.id,
            source: handoffSource,
            papers: [],
          },
        ],
  );
  await insertRows(tx, handoff, handoffs);
  const events = pick(writes, "add_event").map((sourced) => {
    const { op: _, person: _person, ...event } = sourced.write;
    return { id: newId(), ...event, ...factOf(sourced) };
  });
  await insertRows(tx, caseEvent, events);
  const tests = pick(writes, "add_test").map((sourced) => {
    const { op: _, person: _person, ...test } = sourced.write;
    return { id: newId(), ...test, ...factOf(sourced) };
  });
  await insertRows(tx, drugTest, tests);
  const visits = pick(writes, "add_visit").map((sourced) => {
    const { op: _, person: _person, ...contact } = sourced.write;
    return { id: newId(), ...contact, ...factOf(sourced) };
  });
  await insertRows(tx, visit, visits);
  const leaves = pick(writes, "add_leave").map((sourced) => {
    const { op: _, person: _person, ...absence } = sourced.write;
    return { ...absence, ...factOf(sourced) };
  });
  await insertRows(tx, leave, leaves);
  await closeLeaves(tx, writes);
  await noteHandoffs(tx, writes);
}

interface FactWrite {
  readonly write: { readonly person: WorldPerson; readonly caseId: string };
  readonly provenance: Provenance;
}

async function closeLeaves(tx: Tx, writes: readonly SourcedWrite[]): Promise<void> {
  const closed = pick(writes, "close_leave");
  if (closed.length === 0) return;
  const ids = sql.param(closed.map(({ write }) => write.leaveId));
  const days = sql.param(closed.map(({ write }) => write.returnedOn));
  await tx.execute(sql`
    update ${leave} set returned_on = given.returned_on
    from unnest(${ids}::uuid[], ${days}::date[]) as given (id, returned_on) where ${leave.id} = given.id`);
}

async function noteHandoffs(tx: Tx, writes: readonly SourcedWrite[]): Promise<void> {
  const noted = pick(writes, "note_handoff");
  if (noted.length === 0) return;
  const ids = sql.param(noted.map(({ write }) => write.caseId));
  const days = sql.param(noted.map(({ write }) => write.handedOffOn));
  await tx.execute(sql`
    update ${caseRecord} set handed_off_on = given.handed_off_on
    from unnest(${ids}::uuid[], ${days}::date[]) as given (id, handed_off_on) where ${caseRecord.id} = given.id`);
}

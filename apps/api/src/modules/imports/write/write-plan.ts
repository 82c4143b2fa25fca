import type { UseCaseContext } from "../../../core/use-case.ts";
import { projectRegister } from "../../enrollees/project-register.ts";
import { writeSearchKeys } from "../../enrollees/write-search-keys.ts";
import type { Plan } from "../plan/planned-row.ts";
import type { PreviousValues } from "./previous-values.ts";
import { pick, sourcedWrites } from "./sourced-write.ts";
import type { SourcedWrite } from "./sourced-write.ts";
import { writeCaseFacts } from "./write-case-facts.ts";
import { writeCountyRecords, writeStructure } from "./write-county.ts";
import { changePeople, insertPeople, writeFormerNames } from "./write-people.ts";

export interface WrittenPlan {
  /** Everybody about whom something was recorded. */
  readonly enrolleeIds: readonly string[];
  /** By import row: what stood in the records that it changed. */
  readonly previous: ReadonlyMap<string, readonly PreviousValues[]>;
  /** How many of each kind were recorded. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Records everything that a plan says, set by set, and brings the register to it. */
export async function writePlan(
  { tx, actor, now, county, cipher, law, today }: UseCaseContext,
  plan: Plan,
  batchId: string,
): Promise<WrittenPlan> {
  const writes = sourcedWrites(plan, batchId, { recordedAt: now, recordedBy: actor.accountId });
  await writeStructure(tx, writes, county.code);
  await insertPeople(tx, writes, county.code, cipher);
  const changed = await changePeople(tx, writes, cipher);
  await writeCaseFacts(tx, writes, county.code);
  await writeCountyRecords(tx, writes, county.code);

  const recorded = plan.rows.filter(({ writes: own }) => own.length > 0);
  const enrolleeIds = [...new Set(recorded.flatMap(({ enrolleeId }) => enrolleeId ?? []))];
  await writeFormerNames(tx, writes, county.code);
  await writeSearchKeys(tx, findRenamed(writes), cipher);
  await projectRegister(tx, enrolleeIds, { law, today });
  return { enrolleeIds, previous: withCompletions(changed, writes), counts: countByOperation(writes) };
}

/** Those whom a new number, name or order makes findable. */
function findRenamed(writes: readonly SourcedWrite[]): string[] {
  const ids = [
    ...pick(writes, "add_case").map(({ write }) => write.person.id),
    ...pick(writes, "add_former_name").map(({ write }) => write.person.id),
    ...pick(writes, "change_person").flatMap(({ write }) =>
      write.set.idNumber === undefined ? [] : write.personId,
    ),
  ];
  return [...new Set(ids)];
}

/** Days that completed a record were blank before. */
function withCompletions(
  changed: ReadonlyMap<string, readonly PreviousValues[]>,
  writes: readonly SourcedWrite[],
): Map<string, readonly PreviousValues[]> {
  const previous = new Map(changed);
  const remember = (rowId: string | null, values: PreviousValues) => {
    if (rowId !== null) previous.set(rowId, [...(previous.get(rowId) ?? []), values]);
  };
  for (const { write, provenance } of pick(writes, "close_leave")) {
    remember(provenance.importRowId, { table: "leave", id: write.leaveId, columns: { returnedOn: null } });
  }
  for (const { write, provenance } of pick(writes, "note_handoff")) {
    remember(provenance.importRowId, {
      table: "case_record",
      id: write.caseId,
      columns: { handedOffOn: null },
    });
  }
  return previous;
}

function countByOperation(writes: readonly SourcedWrite[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { write } of writes) counts[write.op] = (counts[write.op] ?? 0) + 1;
  return counts;
}

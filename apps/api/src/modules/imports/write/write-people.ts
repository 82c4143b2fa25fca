import { eq, sql } from "drizzle-orm";
import type { ValueCipher } from "../../../core/cipher.ts";
import { newId } from "../../../core/ids.ts";
import { sortKeyOf } from "../../../core/pinyin.ts";
import type { Tx } from "../../../db/client.ts";
import { insertRows } from "../../../db/insert-rows.ts";
import { enrollee } from "../../../db/schema/enrollee.ts";
import { recordFormerNames } from "../../enrollees/former-names.ts";
import { personColumns } from "./person-columns.ts";
import type { PreviousValues } from "./previous-values.ts";
import { toStored } from "./previous-values.ts";
import { pick } from "./sourced-write.ts";
import type { SourcedWrite } from "./sourced-write.ts";

/** Adds the new people, as they stand after all rows of the batch were planned. */
export async function insertPeople(
  tx: Tx,
  writes: readonly SourcedWrite[],
  countyCode: string,
  cipher: ValueCipher,
): Promise<void> {
  const rows = pick(writes, "add_person").map(({ write: { person }, provenance }) => ({
    ...personColumns(person.fields, cipher),
    id: person.id,
    countyCode,
    stationId: person.fields.stationId,
    name: person.name,
    nameSort: sortKeyOf(person.name),
    ...provenance,
  }));
  await insertRows(tx, enrollee, rows);
}

/** Adds the other names that papers tell of people who are in the database already. */
export async function writeFormerNames(
  tx: Tx,
  writes: readonly SourcedWrite[],
  countyCode: string,
): Promise<void> {
  const rows = pick(writes, "add_former_name").map(({ write: { person, name }, provenance }) => ({
    id: newId(),
    countyCode,
    stationId: person.fields.stationId,
    enrolleeId: person.id,
    name,
    ...provenance,
  }));
  await recordFormerNames(tx, rows);
}

/** Changes stored people and tells, by import row, what stood there before. */
export async function changePeople(
  tx: Tx,
  writes: readonly SourcedWrite[],
  cipher: ValueCipher,
): Promise<Map<string, PreviousValues[]>> {
  const previous = new Map<string, PreviousValues[]>();
  const changes = pick(writes, "change_person");
  if (changes.length === 0) return previous;
  const ids = [...new Set(changes.map(({ write }) => write.personId))];
  const stored = await tx
    .select()
    .from(enrollee)
    .where(sql`${enrollee.id} = any(${sql.param(ids)}::uuid[])`);
  const current = new Map(stored.map((row) => [row.id, row as Record<string, unknown>]));

  for (const { write, provenance } of changes) {
    const columns = personColumns(write.set, cipher);
    const before = current.get(write.personId) ?? {};
    const old = Object.keys(columns).map(
      (column) => [column, toStored(before[column] as string | null)] as const,
    );
    const rowId = provenance.importRowId ?? "";
    previous.set(rowId, [
      ...(previous.get(rowId) ?? []),
      { table: "enrollee", id: write.personId, columns: Object.fromEntries(old) },
    ]);
    current.set(write.personId, { ...before, ...columns });
    await tx
      .update(enrollee)
      .set({ ...columns, version: sql`${enrollee.version} + 1` })
      .where(eq(enrollee.id, write.personId));
  }
  return previous;
}

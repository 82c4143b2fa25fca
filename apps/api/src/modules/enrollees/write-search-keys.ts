import { and, isNull, sql } from "drizzle-orm";
import type { ValueCipher } from "../../core/cipher.ts";
import type { Tx } from "../../db/client.ts";
import { insertRows } from "../../db/insert-rows.ts";
import { caseRecord, enrollee, enrolleeSearchKey } from "../../db/schema/enrollee.ts";
import { loadFormerNames } from "./former-names.ts";
import { searchKeysOf } from "./search-keys.ts";

const peopleAtATime = 1000;

/** Makes what some people can be found by anew; whoever was annulled is found no more. */
export async function writeSearchKeys(
  tx: Tx,
  enrolleeIds: readonly string[],
  cipher: ValueCipher,
): Promise<void> {
  for (let start = 0; start < enrolleeIds.length; start += peopleAtATime) {
    await writeKeysOf(tx, enrolleeIds.slice(start, start + peopleAtATime), cipher);
  }
}

async function writeKeysOf(tx: Tx, enrolleeIds: string[], cipher: ValueCipher): Promise<void> {
  const ids = sql.param(enrolleeIds);
  await tx.delete(enrolleeSearchKey).where(sql`${enrolleeSearchKey.enrolleeId} = any(${ids}::uuid[])`);
  const people = await tx
    .select({
      id: enrollee.id,
      countyCode: enrollee.countyCode,
      stationId: enrollee.stationId,
      name: enrollee.name,
      nameSort: enrollee.nameSort,
      idNumberCipher: enrollee.idNumberCipher,
    })
    .from(enrollee)
    .where(and(sql`${enrollee.id} = any(${ids}::uuid[])`, isNull(enrollee.annulledAt)));
  const orders = await tx
    .select({ enrolleeId: caseRecord.enrolleeId, orderNumber: caseRecord.orderNumber })
    .from(caseRecord)
    .where(and(sql`${caseRecord.enrolleeId} = any(${ids}::uuid[])`, isNull(caseRecord.annulledAt)));
  const formerNames = await loadFormerNames(tx, enrolleeIds);
  const ordersByPerson = Map.groupBy(orders, ({ enrolleeId }) => enrolleeId);
  const rows = people.flatMap(({ id, countyCode, stationId, name, nameSort, idNumberCipher }) => {
    const orderNumbers = (ordersByPerson.get(id) ?? []).flatMap(({ orderNumber }) => orderNumber ?? []);
    const idNumber = idNumberCipher === null ? null : cipher.decrypt(idNumberCipher);
    const keys = searchKeysOf(
      { name, formerNames: formerNames.get(id) ?? [], idNumber, orderNumbers },
      cipher,
    );
    return keys.map((key) => ({ ...key, countyCode, stationId, enrolleeId: id, nameSort }));
  });
  await insertRows(tx, enrolleeSearchKey, rows);
}

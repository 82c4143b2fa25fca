import type { CaseEventKind } from "@rehab/domain/supervision/case-event";
import type { Measure } from "@rehab/domain/supervision/measure";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { ValueCipher } from "../../core/cipher.ts";
import type { ReadTx } from "../../db/client.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { caseRecord, enrollee, enrolleeSearchKey } from "../../db/schema/enrollee.ts";
import { idKey } from "../enrollees/search-keys.ts";
import type { Named } from "./load-world.ts";
import type { WorldCase, WorldPerson } from "./plan/world-person.ts";

/** Stands for a value that is stored encrypted and not needed here. */
const stored = "stored";

/** The people of some numbers, names or orders, with their cases and what moved them. */
export async function loadPeople(tx: ReadTx, named: Named, cipher: ValueCipher): Promise<WorldPerson[]> {
  const ids = await findIds(tx, named, cipher);
  if (ids.length === 0) return [];
  const people = await tx
    .select()
    .from(enrollee)
    .where(and(sql`${enrollee.id} = any(${sql.param(ids)}::uuid[])`, isNull(enrollee.annulledAt)));
  const cases = await loadCases(tx, ids);
  return people.map((row) => ({
    id: row.id,
    name: row.name,
    idKey: row.idNumberHash?.toString("hex") ?? null,
    isNew: false,
    fields: {
      stationId: row.stationId,
      townshipId: row.townshipId,
      village: row.village,
      sex: row.sex,
      ethnicity: row.ethnicity,
      birthDate: row.birthDate,
      idNumber: row.idNumberHash === null ? null : stored,
      phone: row.phoneCipher === null ? null : stored,
      registeredAddress: row.registeredAddress,
      residence: row.residence,
      riskLevel: row.riskLevel,
      caseworkerId: row.caseworkerId,
      provisional: row.provisional,
    },
    cases: cases.get(row.id) ?? [],
  }));
}

async function findIds(tx: ReadTx, named: Named, cipher: ValueCipher): Promise<string[]> {
  const hashes = named.idNumbers.map((idNumber) => Buffer.from(idKey(idNumber, cipher), "hex"));
  const byNumber = await tx
    .select({ id: enrollee.id })
    .from(enrollee)
    .where(
      and(sql`${enrollee.idNumberHash} = any(${sql.param(hashes)}::bytea[])`, isNull(enrollee.annulledAt)),
    );
  const byName = await tx
    .select({ id: enrollee.id })
    .from(enrolleeSearchKey)
    .innerJoin(enrollee, eq(enrollee.id, enrolleeSearchKey.enrolleeId))
    .where(
      and(
        eq(enrolleeSearchKey.kind, "name"),
        sql`${enrolleeSearchKey.key} = any(${sql.param([...named.names])}::text[])`,
        eq(enrollee.name, enrolleeSearchKey.key),
      ),
    );
  const byOrder = await tx
    .select({ id: caseRecord.enrolleeId })
    .from(caseRecord)
    .where(
      and(
        sql`${caseRecord.orderNumber} = any(${sql.param([...named.orderNumbers])}::text[])`,
        isNull(caseRecord.annulledAt),
      ),
    );
  return [...new Set([...byNumber, ...byName, ...byOrder].map(({ id }) => id))];
}

async function loadCases(tx: ReadTx, enrolleeIds: readonly string[]): Promise<Map<string, WorldCase[]>> {
  const ids = sql.param([...enrolleeIds]);
  const records = await tx
    .select()
    .from(caseRecord)
    .where(and(sql`${caseRecord.enrolleeId} = any(${ids}::uuid[])`, isNull(caseRecord.annulledAt)))
    .orderBy(asc(caseRecord.sequence));
  const events = await tx
    .select({ caseId: caseEvent.caseId, kind: caseEvent.kind, on: caseEvent.happenedOn })
    .from(caseEvent)
    .where(and(sql`${caseEvent.enrolleeId} = any(${ids}::uuid[])`, isNull(caseEvent.annulledAt)));
  const eventsByCase = Map.groupBy(events, ({ caseId }) => caseId);
  const cases = records.map((record) => ({
    enrolleeId: record.enrolleeId,
    id: record.id,
    sequence: record.sequence,
    measure: record.measure as Measure,
    orderNumber: record.orderNumber,
    receivedOn: record.receivedOn,
    handedOffOn: record.handedOffOn,
    orderedOn: record.orderedOn,
    events: (eventsByCase.get(record.id) ?? []).map(({ kind, on }) => ({ kind: kind as CaseEventKind, on })),
  }));
  return Map.groupBy(cases, ({ enrolleeId }) => enrolleeId);
}

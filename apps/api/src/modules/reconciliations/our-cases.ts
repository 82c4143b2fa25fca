import { zhOf } from "@rehab/domain/code-list";
import type { ListedPerson, OurCase } from "@rehab/domain/handoff/reconcile";
import { readIdNumber } from "@rehab/domain/identity/id-number";
import { CASE_END_KINDS } from "@rehab/domain/supervision/case-event";
import { CASE_STATES } from "@rehab/domain/supervision/case-state";
import type { CaseStateCode } from "@rehab/domain/supervision/case-state";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { and, asc, between, eq, inArray, isNull, lte, ne, notExists, or, sql } from "drizzle-orm";
import type { QueryContext } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { station, township } from "../../db/schema/county.ts";
import { caseRecord, enrollee } from "../../db/schema/enrollee.ts";
import { formerName, handoff } from "../../db/schema/handoff.ts";
import { importBatch } from "../../db/schema/import.ts";
import { caseSpan, registerEntry } from "../../db/schema/projection.ts";
import { idKey } from "../enrollees/search-keys.ts";
import { onRegister, spanValues } from "../indicators/control-spans.ts";
import { spanOf } from "./period.ts";
import type { ReconciliationRow } from "./reconciliation-row.ts";

/** A case of ours with what the screen says of it beside the compared fields. */
export interface KnownCase extends OurCase {
  readonly stationId: string;
  readonly stationName: string;
  readonly state: string;
  readonly handedOffOn: PlainDate | null;
}

/** The cases that must stand on the list, and those of everybody whom the list may mean. */
export async function loadOurCases(
  context: QueryContext,
  row: ReconciliationRow,
  listed: readonly ListedPerson[],
): Promise<KnownCase[]> {
  const expected = await findExpected(context, row);
  const ids = [...new Set([...(await findNamed(context, listed)), ...expected.values()])];
  return loadCases(context, ids, new Set(expected.keys()), row.checkedOn);
}

/** By case: whose it is. Weekly those handed over in the week, monthly everybody on the books on the day. */
async function findExpected(context: QueryContext, row: ReconciliationRow): Promise<Map<string, string>> {
  const { tx } = context;
  const found =
    row.kind === "monthly"
      ? await tx
          .select({ caseId: caseSpan.caseId, enrolleeId: caseSpan.enrolleeId })
          .from(caseSpan)
          .where(onRegister(spanValues(context, row.checkedOn)))
      : await findHandedOver(context, row);
  return new Map(found.map(({ caseId, enrolleeId }) => [caseId, enrolleeId]));
}

/** Whoever came with another list of the week was compared there; whoever moved here comes on no list. */
function findHandedOver({ tx, county }: QueryContext, row: ReconciliationRow) {
  const { from, to } = spanOf(row);
  const ofOtherCheck = tx
    .select({ id: importBatch.id })
    .from(importBatch)
    .where(and(eq(importBatch.id, caseRecord.batchId), ne(importBatch.reconciliationId, row.id)));
  return tx
    .select({ caseId: caseRecord.id, enrolleeId: caseRecord.enrolleeId })
    .from(caseRecord)
    .innerJoin(handoff, eq(handoff.caseId, caseRecord.id))
    .where(
      and(
        eq(caseRecord.countyCode, county.code),
        isNull(caseRecord.annulledAt),
        isNull(handoff.annulledAt),
        between(caseRecord.handedOffOn, from, to),
        ne(handoff.source, "transfer"),
        notExists(ofOtherCheck),
      ),
    );
}

async function findNamed(
  { tx, cipher, county }: QueryContext,
  listed: readonly ListedPerson[],
): Promise<string[]> {
  if (listed.length === 0) return [];
  const told = (field: "name" | "idNumber" | "orderNumber") =>
    listed.flatMap(({ side }) => side[field] ?? []);
  const hashes = sql.param(told("idNumber").map((idNumber) => Buffer.from(idKey(idNumber, cipher), "hex")));
  const names = sql.param(told("name"));
  const people = await tx
    .select({ id: enrollee.id })
    .from(enrollee)
    .where(
      and(
        eq(enrollee.countyCode, county.code),
        isNull(enrollee.annulledAt),
        or(
          sql`${enrollee.idNumberHash} = any(${hashes}::bytea[])`,
          sql`${enrollee.name} = any(${names}::text[])`,
        ),
      ),
    );
  const renamed = await tx
    .select({ id: formerName.enrolleeId })
    .from(formerName)
    .where(and(sql`${formerName.name} = any(${names}::text[])`, isNull(formerName.annulledAt)));
  const ordered = await tx
    .select({ id: caseRecord.enrolleeId })
    .from(caseRecord)
    .where(
      and(
        eq(caseRecord.countyCode, county.code),
        isNull(caseRecord.annulledAt),
        sql`${caseRecord.orderNumber} = any(${sql.param(told("orderNumber"))}::text[])`,
      ),
    );
  return [...people, ...renamed, ...ordered].map(({ id }) => id);
}

async function loadCases(
  { tx, cipher, today }: QueryContext,
  enrolleeIds: readonly string[],
  expected: ReadonlySet<string>,
  on: PlainDate,
): Promise<KnownCase[]> {
  if (enrolleeIds.length === 0) return [];
  const ids = sql.param([...enrolleeIds]);
  const rows = await tx
    .select({
      record: caseRecord,
      person: enrollee,
      stationName: station.name,
      townshipName: township.name,
      entry: { caseId: registerEntry.caseId, state: registerEntry.state },
    })
    .from(caseRecord)
    .innerJoin(enrollee, eq(enrollee.id, caseRecord.enrolleeId))
    .innerJoin(station, eq(station.id, enrollee.stationId))
    .leftJoin(township, eq(township.id, enrollee.townshipId))
    .leftJoin(registerEntry, eq(registerEntry.enrolleeId, enrollee.id))
    .where(
      and(
        sql`${caseRecord.enrolleeId} = any(${ids}::uuid[])`,
        isNull(caseRecord.annulledAt),
        isNull(enrollee.annulledAt),
      ),
    )
    .orderBy(asc(enrollee.nameSort), asc(enrollee.id), asc(caseRecord.sequence));
  const ends = await tx
    .select({ caseId: caseEvent.caseId })
    .from(caseEvent)
    .where(
      and(
        sql`${caseEvent.enrolleeId} = any(${ids}::uuid[])`,
        inArray(caseEvent.kind, [...CASE_END_KINDS]),
        lte(caseEvent.happenedOn, on),
        isNull(caseEvent.annulledAt),
      ),
    );
  const names = await tx
    .select({ id: formerName.enrolleeId, name: formerName.name })
    .from(formerName)
    .where(and(sql`${formerName.enrolleeId} = any(${ids}::uuid[])`, isNull(formerName.annulledAt)));
  const ended = new Set(ends.map(({ caseId }) => caseId));
  const former = Map.groupBy(names, ({ id }) => id);
  const shown = (sealed: Buffer | null) => (sealed === null ? null : cipher.decrypt(sealed));

  return rows.map(({ record, person, stationName, townshipName, entry }) => {
    const idNumber = shown(person.idNumberCipher);
    // A list tells both by the number; so do our books where nobody wrote them down.
    const read = readIdNumber(idNumber ?? "", today);
    return {
      caseId: record.id,
      enrolleeId: person.id,
      stationId: person.stationId,
      stationName,
      state: entry?.caseId === record.id ? zhOf(CASE_STATES, entry.state as CaseStateCode) : "以前的案件",
      handedOffOn: record.handedOffOn,
      formerNames: (former.get(person.id) ?? []).map(({ name }) => name),
      isLive: !ended.has(record.id),
      isExpected: expected.has(record.id),
      side: {
        name: person.name,
        idNumber,
        sex: person.sex ?? (read.ok ? read.sex : null),
        birthDate: person.birthDate ?? (read.ok ? read.birthDate : null),
        measure: record.measure,
        orderNumber: record.orderNumber,
        orderedOn: record.orderedOn,
        receivedOn: record.receivedOn,
        township: townshipName,
        residence: person.residence,
        phone: shown(person.phoneCipher),
        policeStation: record.policeStation,
      },
    };
  });
}

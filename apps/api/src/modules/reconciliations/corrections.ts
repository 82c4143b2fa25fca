import type { ComparedLine } from "@rehab/domain/handoff/reconcile";
import type { ComparedField } from "@rehab/domain/handoff/reconciliation-codes";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { and, eq, isNull, sql } from "drizzle-orm";
import { newId } from "../../core/ids.ts";
import { sortKeyOf } from "../../core/pinyin.ts";
import type { QueryContext, UseCaseContext } from "../../core/use-case.ts";
import { caseRecord, enrollee } from "../../db/schema/enrollee.ts";
import { formerName } from "../../db/schema/handoff.ts";
import { idKey } from "../enrollees/search-keys.ts";
import { writeSearchKeys } from "../enrollees/write-search-keys.ts";
import type { CountyStructure } from "../imports/plan/county-structure.ts";
import { personColumns } from "../imports/write/person-columns.ts";
import { toStored } from "../imports/write/previous-values.ts";
import type { PreviousValues } from "../imports/write/previous-values.ts";
import type { OpenLine } from "./compare-list.ts";
import type { KnownCase } from "./our-cases.ts";

/** Fields in which ours cannot be corrected by the list, and why. */
export type Refusals = ReadonlyMap<ComparedField, string>;

/** By line: what cannot be taken from the list. */
export async function refusalsOf(
  { tx, cipher, today }: QueryContext,
  lines: readonly ComparedLine[],
  known: ReadonlyMap<string, KnownCase>,
  structure: CountyStructure,
): Promise<Map<ComparedLine, Refusals>> {
  const numbers = lines.flatMap(({ listed, differences }) =>
    differences.includes("idNumber") ? (listed?.side.idNumber ?? []) : [],
  );
  const hashes = sql.param(numbers.map((number) => Buffer.from(idKey(number, cipher), "hex")));
  const owners = await tx
    .select({ hash: enrollee.idNumberHash })
    .from(enrollee)
    .where(and(sql`${enrollee.idNumberHash} = any(${hashes}::bytea[])`, isNull(enrollee.annulledAt)));
  const taken = new Set(owners.map(({ hash }) => hash?.toString("hex")));

  const refusalOf = (line: ComparedLine, field: ComparedField): string | undefined => {
    const theirs = line.listed?.side[field] ?? "";
    const own = known.get(line.ours?.caseId ?? "");
    switch (field) {
      case "measure":
        return "措施由决定书决定，请凭新的决定书办理";
      case "township": {
        const township = structure.findTownship(theirs);
        if (township === undefined) return "不在本县任何工作站的服务范围内";
        return township.stationId === own?.stationId ? undefined : "归另一工作站管辖，请按变更执行地办理";
      }
      case "idNumber":
        return taken.has(idKey(theirs, cipher)) ? "这个证件号已属于另一名人员" : undefined;
      case "orderedOn":
      case "receivedOn":
        return theirs > today ? "日期晚于今天" : undefined;
      default:
        return undefined;
    }
  };
  return new Map(
    lines.map((line) => [
      line,
      new Map(
        line.differences.flatMap((field) => {
          const refusal = line.ours === null ? undefined : refusalOf(line, field);
          return refusal === undefined ? [] : [[field, refusal] as const];
        }),
      ),
    ]),
  );
}

/** Fields of the person; the others are the order's. */
const orderColumns = { orderNumber: true, orderedOn: true, receivedOn: true, policeStation: true } as const;

/**
 * Sets ours right by the list in the chosen fields. Gives, by row of the list, what stood there before: dropping the
 * comparison puts it back. An earlier name stays findable.
 */
export async function correctByList(
  context: UseCaseContext,
  lines: readonly OpenLine[],
  structure: CountyStructure,
): Promise<Map<string, readonly PreviousValues[]>> {
  const previous = new Map<string, readonly PreviousValues[]>();
  for (const line of lines) {
    const fields = line.choice?.decision === "take_theirs" ? line.choice.takeTheirs : [];
    if (fields.length === 0 || line.ours === null) continue;
    previous.set(line.id, await correctLine(context, line, line.ours, fields, structure));
  }
  const ids = lines.flatMap(({ id, ours }) => (ours !== null && previous.has(id) ? ours.enrolleeId : []));
  await writeSearchKeys(context.tx, [...new Set(ids)], context.cipher);
  return previous;
}

async function correctLine(
  context: UseCaseContext,
  line: OpenLine,
  own: KnownCase,
  fields: readonly ComparedField[],
  structure: CountyStructure,
): Promise<PreviousValues[]> {
  const { tx, cipher, county, actor, now } = context;
  const theirs = line.listed?.side;
  if (theirs === undefined) return [];
  const ofPerson = fields.filter((field) => !(field in orderColumns));
  const ofOrder = fields.filter((field) => field in orderColumns);
  const previous: PreviousValues[] = [];

  if (ofPerson.length > 0) {
    const told = new Set(ofPerson);
    const { name, idNumber, phone, sex, residence } = theirs;
    const columns = {
      ...personColumns(
        {
          ...(told.has("idNumber") && { idNumber, provisional: false }),
          ...(told.has("phone") && { phone }),
          ...(told.has("sex") && { sex }),
          ...(told.has("residence") && { residence }),
          ...(told.has("birthDate") && { birthDate: theirs.birthDate as PlainDate | null }),
          ...(told.has("township") && {
            townshipId: structure.findTownship(theirs.township ?? "")?.id ?? null,
          }),
        },
        cipher,
      ),
      ...(told.has("name") && name !== null && { name, nameSort: sortKeyOf(name) }),
    };
    const [before] = await tx.select().from(enrollee).where(eq(enrollee.id, own.enrolleeId));
    previous.push({ table: "enrollee", id: own.enrolleeId, columns: valuesOf(before ?? {}, columns) });
    await tx
      .update(enrollee)
      .set({ ...columns, version: sql`${enrollee.version} + 1` })
      .where(eq(enrollee.id, own.enrolleeId));
    if (told.has("name")) {
      await tx.insert(formerName).values({
        id: newId(),
        countyCode: county.code,
        stationId: own.stationId,
        enrolleeId: own.enrolleeId,
        name: own.side.name ?? "",
        recordedAt: now,
        recordedBy: actor.accountId,
        batchId: line.source?.batchId ?? null,
        importRowId: line.id,
      });
    }
  }
  if (ofOrder.length > 0) {
    const columns = Object.fromEntries(ofOrder.map((field) => [field, theirs[field]]));
    const [before] = await tx.select().from(caseRecord).where(eq(caseRecord.id, own.caseId));
    previous.push({ table: "case_record", id: own.caseId, columns: valuesOf(before ?? {}, columns) });
    await tx.update(caseRecord).set(columns).where(eq(caseRecord.id, own.caseId));
  }
  return previous;
}

function valuesOf(before: object, columns: object): PreviousValues["columns"] {
  const stood = before as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.keys(columns).map((column) => [
      column,
      toStored((stood[column] ?? null) as string | Buffer | null),
    ]),
  );
}

import { maskPersonName } from "@rehab/domain/identity/person-name";
import type { RegisterRow } from "@rehab/schema/enrollees";
import { eq, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { maskStoredIdNumber } from "../../core/mask.ts";
import type { ValueCipher } from "../../core/cipher.ts";
import type { ReadTx } from "../../db/client.ts";
import { staffMember, station, township } from "../../db/schema/county.ts";
import { caseRecord, enrollee } from "../../db/schema/enrollee.ts";
import { registerEntry } from "../../db/schema/projection.ts";

/** A name beside the line. As a join it would cost the database longer to plan than to look up. */
export function nameOf(table: typeof station | typeof township | typeof staffMember, id: PgColumn) {
  return sql<string | null>`(select ${table.name} from ${table} where ${table.id} = ${id})`;
}

const selection = {
  id: enrollee.id,
  name: enrollee.name,
  nameSort: registerEntry.nameSort,
  idNumberCipher: enrollee.idNumberCipher,
  sex: enrollee.sex,
  measure: registerEntry.measure,
  state: registerEntry.state,
  orderNumber: caseRecord.orderNumber,
  stationId: enrollee.stationId,
  stationName: sql<string>`${nameOf(station, registerEntry.stationId)}`,
  townshipName: nameOf(township, enrollee.townshipId),
  village: enrollee.village,
  caseworkerName: nameOf(staffMember, enrollee.caseworkerId),
  riskLevel: enrollee.riskLevel,
  receivedOn: caseRecord.receivedOn,
  reportDueOn: registerEntry.reportDueOn,
  reportedOn: registerEntry.reportedOn,
  termEndOn: registerEntry.termEndOn,
  lastInPersonOn: registerEntry.lastInPersonOn,
  controlReason: registerEntry.controlReason,
  controlled: registerEntry.controlled,
};

/** Lines of the register with everything that a line shows; the caller adds conditions, order and limit. */
export function selectRegisterLines(tx: ReadTx) {
  return tx
    .select(selection)
    .from(registerEntry)
    .innerJoin(enrollee, eq(enrollee.id, registerEntry.enrolleeId))
    .innerJoin(caseRecord, eq(caseRecord.id, registerEntry.caseId))
    .$dynamic();
}

export type RegisterLine = Awaited<ReturnType<typeof selectRegisterLines>>[number];

/** A line as the register shows it: name and number masked. */
export function toRegisterRow(line: RegisterLine, cipher: ValueCipher): RegisterRow {
  return {
    id: line.id,
    maskedName: maskPersonName(line.name),
    maskedIdNumber: line.idNumberCipher === null ? null : maskStoredIdNumber(line.idNumberCipher, cipher),
    sex: line.sex as RegisterRow["sex"],
    measure: line.measure as RegisterRow["measure"],
    state: line.state as RegisterRow["state"],
    orderNumber: line.orderNumber,
    stationId: line.stationId,
    stationName: line.stationName,
    townshipName: line.townshipName,
    village: line.village,
    caseworkerName: line.caseworkerName,
    riskLevel: line.riskLevel as RegisterRow["riskLevel"],
    receivedOn: line.receivedOn,
    reportDueOn: line.reportDueOn,
    reportedOn: line.reportedOn,
    termEndOn: line.termEndOn,
    lastInPersonOn: line.lastInPersonOn,
    controlReason: line.controlReason as RegisterRow["controlReason"],
    controlled: line.controlled,
  };
}

import { maskIdNumber } from "@rehab/domain/identity/id-number";
import { maskPersonName } from "@rehab/domain/identity/person-name";
import type { RegisterRow } from "@rehab/schema/enrollees";
import { eq } from "drizzle-orm";
import type { ValueCipher } from "../../core/cipher.ts";
import type { ReadTx } from "../../db/client.ts";
import { staffMember, station, township } from "../../db/schema/county.ts";
import { caseRecord, enrollee } from "../../db/schema/enrollee.ts";
import { registerEntry } from "../../db/schema/projection.ts";

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
  stationName: station.name,
  townshipName: township.name,
  village: enrollee.village,
  caseworkerName: staffMember.name,
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
    .innerJoin(station, eq(station.id, registerEntry.stationId))
    .leftJoin(township, eq(township.id, enrollee.townshipId))
    .leftJoin(staffMember, eq(staffMember.id, enrollee.caseworkerId))
    .$dynamic();
}

export type RegisterLine = Awaited<ReturnType<typeof selectRegisterLines>>[number];

/** A line as the register shows it: name and number masked. */
export function toRegisterRow(line: RegisterLine, cipher: ValueCipher): RegisterRow {
  const { name, nameSort: _nameSort, idNumberCipher, ...rest } = line;
  return {
    ...rest,
    maskedName: maskPersonName(name),
    maskedIdNumber: idNumberCipher === null ? null : maskIdNumber(cipher.decrypt(idNumberCipher)),
    sex: rest.sex as RegisterRow["sex"],
    measure: rest.measure as RegisterRow["measure"],
    state: rest.state as RegisterRow["state"],
    riskLevel: rest.riskLevel as RegisterRow["riskLevel"],
    controlReason: rest.controlReason as RegisterRow["controlReason"],
  };
}

import { zhOf } from "@rehab/domain/code-list";
import { ID_NUMBER_ISSUES, maskIdNumber, readIdNumber } from "@rehab/domain/identity/id-number";
import { maskPersonName } from "@rehab/domain/identity/person-name";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { ResponseOf } from "@rehab/schema/endpoint";
import type { IdentityPerson, handoffsEndpoints } from "@rehab/schema/handoffs";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { ValueCipher } from "../../core/cipher.ts";
import { maskStoredIdNumber } from "../../core/mask.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { staleVersion } from "../../core/stale-version.ts";
import { query, useCase } from "../../core/use-case.ts";
import { violatedUnique } from "../../db/client.ts";
import type { ReadTx, Tx } from "../../db/client.ts";
import { station, township } from "../../db/schema/county.ts";
import { caseRecord, enrollee } from "../../db/schema/enrollee.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import { idKey, lastFourKey } from "../enrollees/search-keys.ts";
import { writeSearchKeys } from "../enrollees/write-search-keys.ts";
import { lockEnrollee } from "../enrollees/present-case.ts";
import { projectPerson } from "./handoff-case.ts";

type Check = ResponseOf<typeof handoffsEndpoints.checkIdentity>;
type Completed = ResponseOf<typeof handoffsEndpoints.completeIdentity>;

interface CheckInput {
  readonly enrolleeId: string;
  readonly idNumber: string;
}

interface CompletionInput extends CheckInput {
  readonly version: number;
  readonly replaceBirthDate: boolean;
}

/**
 * Reads the number and puts the person beside whoever has it already, as far as the actor sees both. Nobody is ever
 * merged: whether they are the same is for people to find out.
 */
export const checkIdentity = query<CheckInput, Check>(
  async ({ tx, cipher, today }, { enrolleeId, idNumber }) => {
    const [person] = await identityPeople(tx, eq(enrollee.id, enrolleeId));
    if (person === undefined) throw new ProblemError("not_found");
    const { value } = readOrRefuse(idNumber, today);
    const [holder] = await identityPeople(
      tx,
      and(eq(enrollee.idNumberHash, hashOf(value, cipher)), ne(enrollee.id, enrolleeId)),
    );
    return { person: toPerson(person, cipher), holder: holder ? toPerson(holder, cipher) : null };
  },
);

/** Gives a provisional person the number. Throws `id_number_taken` when somebody of the county has it. */
export const completeIdentity = useCase<CompletionInput, Completed>(
  "handoffs.completeIdentity",
  async (context, input) => {
    const { tx, audit, cipher, today } = context;
    const person = await lockEnrollee(context, input.enrolleeId);
    const read = readOrRefuse(input.idNumber, today);
    const done = { enrolleeId: person.id, maskedIdNumber: maskIdNumber(read.value) };
    const trace = { action: "handoffs.completeIdentity", subjectType: "enrollee", subjectId: person.id };
    const hash = hashOf(read.value, cipher);
    if (person.idNumberHash?.equals(hash) === true) {
      audit({ ...trace, change: { created: false } });
      return { ...done, version: person.version };
    }
    if (person.version !== input.version) {
      throw await staleVersion(context, { ...person, subjectId: person.id });
    }
    if (person.idNumberHash !== null) {
      throw new ProblemError("wrong_state", { detail: "已有证件号码，不能在这里更改。" });
    }
    const isOtherBirth = person.birthDate !== null && person.birthDate !== read.birthDate;
    if (isOtherBirth && !input.replaceBirthDate) {
      throw fieldError("/replaceBirthDate", "与登记的出生日期不一致；核对无误后，请勾选以证件为准");
    }
    await writeNumber(tx, person.id, {
      idNumberCipher: cipher.encrypt(read.value),
      idNumberHash: hash,
      idLastFourHash: Buffer.from(lastFourKey(read.value.slice(-4), cipher), "hex"),
      birthDate: read.birthDate,
      sex: read.sex,
      provisional: false,
      version: person.version + 1,
    });
    await writeSearchKeys(tx, [person.id], cipher);
    await projectPerson(context, person.id);
    audit({
      ...trace,
      saved: { id: person.id, version: person.version + 1 },
      change: { created: true, birthDateReplaced: isOtherBirth },
    });
    return { ...done, version: person.version + 1 };
  },
);

/** The unique index knows everybody of the county, also those whom this actor does not see. */
async function writeNumber(tx: Tx, id: string, set: Partial<typeof enrollee.$inferInsert>): Promise<void> {
  try {
    await tx.update(enrollee).set(set).where(eq(enrollee.id, id));
  } catch (error) {
    if (violatedUnique(error) === undefined) throw error;
    throw new ProblemError("id_number_taken");
  }
}

function readOrRefuse(idNumber: string, today: PlainDate) {
  const read = readIdNumber(idNumber, today);
  if (!read.ok) throw fieldError("/idNumber", zhOf(ID_NUMBER_ISSUES, read.issue));
  return read;
}

function fieldError(pointer: string, detail: string): ProblemError {
  return new ProblemError("invalid_input", { errors: [{ pointer, detail }] });
}

function hashOf(idNumber: string, cipher: ValueCipher): Buffer {
  return Buffer.from(idKey(idNumber, cipher), "hex");
}

function identityPeople(tx: ReadTx, condition: SQL | undefined) {
  return tx
    .select({
      id: enrollee.id,
      name: enrollee.name,
      idNumberCipher: enrollee.idNumberCipher,
      birthDate: enrollee.birthDate,
      sex: enrollee.sex,
      stationName: station.name,
      townshipName: township.name,
      measure: registerEntry.measure,
      orderNumber: caseRecord.orderNumber,
    })
    .from(enrollee)
    .innerJoin(station, eq(station.id, enrollee.stationId))
    .leftJoin(township, eq(township.id, enrollee.townshipId))
    .leftJoin(registerEntry, eq(registerEntry.enrolleeId, enrollee.id))
    .leftJoin(caseRecord, eq(caseRecord.id, registerEntry.caseId))
    .where(and(isNull(enrollee.annulledAt), condition));
}

function toPerson(
  row: Awaited<ReturnType<typeof identityPeople>>[number],
  cipher: ValueCipher,
): IdentityPerson {
  const { name, idNumberCipher, birthDate, ...rest } = row;
  return {
    ...rest,
    maskedName: maskPersonName(name),
    maskedIdNumber: idNumberCipher === null ? null : maskStoredIdNumber(idNumberCipher, cipher),
    birthYear: birthDate === null ? null : Number(birthDate.slice(0, 4)),
    sex: rest.sex as IdentityPerson["sex"],
    measure: rest.measure as IdentityPerson["measure"],
  };
}

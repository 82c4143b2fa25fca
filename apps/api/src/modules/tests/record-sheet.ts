import { resultOf } from "@rehab/domain/testing/drug-test";
import type { RecordSheet } from "@rehab/schema/test-views";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { station } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { holds } from "../enrollees/annulment.ts";
import { getMatter } from "../matters/matter.ts";
import { testMatter } from "./test-matter.ts";

/** 吸毒检测记录表 of a person, the earliest test first, with whole values: the file keeps that it was made. */
export const getRecordSheet = useCase<{ id: string }, RecordSheet>("tests.sheet", async (context, { id }) => {
  const { tx, audit, cipher } = context;
  const { tests, facts } = await getMatter(context, testMatter, id);
  const [person] = await tx
    .select({
      name: enrollee.name,
      sex: enrollee.sex,
      idNumberCipher: enrollee.idNumberCipher,
      phoneCipher: enrollee.phoneCipher,
      residence: enrollee.residence,
      registeredAddress: enrollee.registeredAddress,
      stationName: station.name,
    })
    .from(enrollee)
    .innerJoin(station, eq(station.id, enrollee.stationId))
    .where(eq(enrollee.id, id));
  if (person === undefined) throw new ProblemError("not_found");
  audit({
    action: "tests.sheet",
    subjectType: "enrollee",
    subjectId: id,
    change: { fields: ["name", "idNumber", "phone"] },
  });
  const whole = (stored: Buffer | null) => (stored === null ? null : cipher.decrypt(stored));
  return {
    name: person.name,
    sex: person.sex as RecordSheet["sex"],
    idNumber: whole(person.idNumberCipher),
    address: person.residence ?? person.registeredAddress,
    phone: whole(person.phoneCipher),
    stationName: person.stationName,
    tests: tests
      .filter(holds)
      .toReversed()
      .map((row) => {
        const test = facts.tests.find((each) => each.id === row.id);
        return {
          on: row.happenedOn,
          method: row.method as RecordSheet["tests"][number]["method"],
          place: row.place,
          result: (test === undefined
            ? row.result
            : resultOf(test)) as RecordSheet["tests"][number]["result"],
          testers: [row.tester, row.secondTester].filter((name) => name !== null).join("、"),
          note: row.note ?? "",
        };
      }),
  };
});

import type { BodyOf, ResponseOf } from "@rehab/schema/endpoint";
import type { enrolleesEndpoints } from "@rehab/schema/enrollees";
import { and, inArray, isNull } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { enrollee } from "../../db/schema/enrollee.ts";

type Input = BodyOf<typeof enrolleesEndpoints.reveal>;
type Result = ResponseOf<typeof enrolleesEndpoints.reveal>;

/** Shows masked values. Each person's file keeps that they were shown, which ones and to whom. */
export const reveal = useCase<Input, Result>(
  "enrollees.reveal",
  async ({ tx, audit, cipher }, { ids, fields }) => {
    const people = await tx
      .select({
        id: enrollee.id,
        name: enrollee.name,
        idNumber: enrollee.idNumberCipher,
        phone: enrollee.phoneCipher,
      })
      .from(enrollee)
      .where(and(inArray(enrollee.id, ids), isNull(enrollee.annulledAt)));
    if (people.length !== new Set(ids).size) throw new ProblemError("not_found");
    const shown = (value: Buffer | null) => (value === null ? null : cipher.decrypt(value));

    for (const { id } of people) {
      audit({ action: "enrollees.reveal", subjectType: "enrollee", subjectId: id, change: { fields } });
    }
    return {
      people: people.map(({ id, name, idNumber, phone }) => ({
        id,
        ...(fields.includes("name") ? { name } : {}),
        ...(fields.includes("idNumber") ? { idNumber: shown(idNumber) } : {}),
        ...(fields.includes("phone") ? { phone: shown(phone) } : {}),
      })),
    };
  },
);

import { normalizePersonName } from "@rehab/domain/identity/person-name";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { enrolleesEndpoints } from "@rehab/schema/enrollees";
import { and, eq, isNull } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { recordFormerNames } from "./former-names.ts";
import { writeSearchKeys } from "./write-search-keys.ts";

type Input = BodyOf<typeof enrolleesEndpoints.addFormerName> & { readonly enrolleeId: string };

/** Records a name that the person had before, or is also known by. One that is known already changes nothing. */
export const addFormerName = useCase<Input, void>(
  "enrollees.addFormerName",
  async ({ tx, audit, actor, cipher, now }, { id, enrolleeId, name }) => {
    const [person] = await tx
      .select({ name: enrollee.name, stationId: enrollee.stationId, countyCode: enrollee.countyCode })
      .from(enrollee)
      .where(and(eq(enrollee.id, enrolleeId), isNull(enrollee.annulledAt)))
      .for("update");
    if (person === undefined) throw new ProblemError("not_found");
    if (normalizePersonName(name) === person.name) {
      throw new ProblemError("invalid_input", {
        errors: [{ pointer: "/name", detail: "这就是现在的姓名" }],
      });
    }
    const { stationId, countyCode } = person;
    const provenance = { recordedAt: now, recordedBy: actor.accountId };
    const added = await recordFormerNames(tx, [
      { id, enrolleeId, stationId, countyCode, name, ...provenance },
    ]);
    await writeSearchKeys(tx, [enrolleeId], cipher);
    audit({
      action: "enrollees.addFormerName",
      subjectType: "formerName",
      subjectId: id,
      change: { enrolleeId, added },
    });
  },
);

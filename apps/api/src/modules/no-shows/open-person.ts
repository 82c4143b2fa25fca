import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { NoShowFile } from "@rehab/schema/no-shows";
import { and, eq, isNull } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { query } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { factOf } from "../enrollees/present-case.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import { loadNoShows } from "./load-no-shows.ts";
import type { NoShowRecord } from "./load-no-shows.ts";
import { noShowFileOf } from "./no-show-file.ts";

export interface OpenedPerson {
  readonly id: string;
  readonly sex: string | null;
  readonly birthDate: PlainDate | null;
  readonly noShow: NoShowRecord;
}

/** A person in sight with the present case. Throws `not_found`. */
export async function getPerson(tx: ReadTx, id: string): Promise<OpenedPerson> {
  const [person] = await tx
    .select({ id: enrollee.id, sex: enrollee.sex, birthDate: enrollee.birthDate })
    .from(enrollee)
    .where(and(eq(enrollee.id, id), isNull(enrollee.annulledAt)));
  const noShow = person && (await loadNoShows(tx, [person.id])).get(person.id);
  if (person === undefined || noShow === undefined) throw new ProblemError("not_found");
  return { ...person, noShow };
}

/** The columns of a fact about the person's present case, recorded now by whoever acts. */
export function ownColumns(
  context: Pick<UseCaseContext, "county" | "now" | "actor">,
  { id: enrolleeId, noShow: { caseRecord } }: OpenedPerson,
) {
  return factOf(context, { enrolleeId, caseId: caseRecord.id, stationId: caseRecord.stationId });
}

/** What the screen shows after a write: the register follows first. */
export async function answerAfterWrite(context: UseCaseContext, id: string): Promise<NoShowFile> {
  const { tx, law, today } = context;
  await projectRegister(tx, [id], { law, today });
  const person = await getPerson(tx, id);
  return noShowFileOf(context, person, person.noShow);
}

/** Everything about one person's not reporting in. Throws `not_found`. */
export const getNoShow = query<{ id: string }, NoShowFile>(async (context, { id }) => {
  const person = await getPerson(context.tx, id);
  return noShowFileOf(context, person, person.noShow);
});

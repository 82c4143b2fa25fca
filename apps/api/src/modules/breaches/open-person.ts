import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { BreachFile } from "@rehab/schema/breaches";
import { and, eq, isNull } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { query } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import { breachFileOf } from "./breach-file.ts";
import { loadBreaches } from "./load-breaches.ts";
import type { BreachCase } from "./load-breaches.ts";

export interface OpenedPerson {
  readonly id: string;
  readonly sex: string | null;
  readonly birthDate: PlainDate | null;
  readonly breach: BreachCase;
}

/** A person in sight with the present case. Throws `not_found`. */
export async function getPerson(tx: ReadTx, id: string): Promise<OpenedPerson> {
  const [person] = await tx
    .select({ id: enrollee.id, sex: enrollee.sex, birthDate: enrollee.birthDate })
    .from(enrollee)
    .where(and(eq(enrollee.id, id), isNull(enrollee.annulledAt)));
  const breach = person && (await loadBreaches(tx, [person.id])).get(person.id);
  if (person === undefined || breach === undefined) throw new ProblemError("not_found");
  return { ...person, breach };
}

/** What the screen shows after a write: the register follows first. */
export async function answerAfterWrite(context: UseCaseContext, id: string): Promise<BreachFile> {
  const { tx, law, today } = context;
  await projectRegister(tx, [id], { law, today });
  const person = await getPerson(tx, id);
  return breachFileOf(context, person, person.breach);
}

/** Everything about one person's breaches. Throws `not_found`. */
export const getBreach = query<{ id: string }, BreachFile>(async (context, { id }) => {
  const person = await getPerson(context.tx, id);
  return breachFileOf(context, person, person.breach);
});

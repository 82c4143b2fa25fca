import type { CaseStateFile } from "@rehab/schema/case-states";
import { ProblemError } from "../../core/problem-error.ts";
import { query } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { lockEnrollee } from "../enrollees/present-case.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import { loadStates } from "./load-states.ts";
import type { StatePerson } from "./load-states.ts";
import { stateFileOf } from "./state-file.ts";

/** One person in sight. Throws `not_found`. */
export async function getStatePerson(tx: ReadTx, id: string): Promise<StatePerson> {
  const person = (await loadStates(tx, [id])).get(id);
  if (person === undefined) throw new ProblemError("not_found");
  return person;
}

/** The same for a write: nobody else moves the person's case meanwhile. Throws `not_found`. */
export async function lockStatePerson(context: UseCaseContext, id: string): Promise<StatePerson> {
  await lockEnrollee(context, id);
  return getStatePerson(context.tx, id);
}

/** What the screen shows after a write: the register follows first. */
export async function answerAfterWrite(context: UseCaseContext, id: string): Promise<CaseStateFile> {
  const { tx, law, today } = context;
  await projectRegister(tx, [id], { law, today });
  return stateFileOf(context, await getStatePerson(tx, id));
}

/** The state of one person's case, as of today. Throws `not_found`. */
export const getStates = query<{ id: string }, CaseStateFile>(async (context, { id }) =>
  stateFileOf(context, await getStatePerson(context.tx, id)),
);

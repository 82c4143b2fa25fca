import { ProblemError } from "../../core/problem-error.ts";
import { query } from "../../core/use-case.ts";
import type { QueryContext, UseCaseContext } from "../../core/use-case.ts";
import type { ReadTx } from "../../db/client.ts";
import { lockEnrollee } from "../enrollees/present-case.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import type { SupervisedCase } from "../enrollees/supervision-facts.ts";
import type { Reading } from "./rows.ts";

export type Showing = Omit<QueryContext, "tx"> & { readonly tx: ReadTx };

/**
 * A matter of a person's case that has a page of its own: not reporting in, breaches of the agreement, the state, the
 * tests. What all of them do alike (lock, write once, annul, serve a paper, refer, print) is done here once.
 */
export interface Matter<R, F> {
  /** What the names of its actions begin with. */
  readonly name: string;
  /** The people in sight among these, each with the case that stands. */
  readonly load: (reading: Reading, ids: readonly string[]) => Promise<ReadonlyMap<string, R>>;
  /** The case to which what is recorded belongs. */
  readonly caseOf: (record: R) => Pick<SupervisedCase, "stationId" | "enrolleeId" | "caseId">;
  /** The record as the screen shows it. */
  readonly show: (context: Showing, record: R) => Promise<F>;
}

/** The matter of one person in sight. Throws `not_found`. */
export async function getMatter<R, F>(reading: Reading, { load }: Matter<R, F>, id: string): Promise<R> {
  const record = (await load(reading, [id])).get(id);
  if (record === undefined) throw new ProblemError("not_found");
  return record;
}

/** The same for a write: nobody else writes about the person meanwhile. Throws `not_found`. */
export async function lockMatter<R, F>(
  context: UseCaseContext,
  matter: Matter<R, F>,
  id: string,
): Promise<R> {
  await lockEnrollee(context, id);
  return getMatter(context, matter, id);
}

/** What the screen shows after a write: the register follows first. */
export async function answerAfterWrite<R, F>(
  context: UseCaseContext,
  matter: Matter<R, F>,
  id: string,
): Promise<F> {
  const { tx, law, today } = context;
  await projectRegister(tx, [id], { law, today });
  return matter.show(context, await getMatter(context, matter, id));
}

/** The query for the page of the matter. */
export function showing<R, F>(matter: Matter<R, F>) {
  return query<{ readonly id: string }, F>(async (context, { id }) =>
    matter.show(context, await getMatter(context, matter, id)),
  );
}

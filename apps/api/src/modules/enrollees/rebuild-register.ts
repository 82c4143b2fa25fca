import { and, asc, gt, isNull } from "drizzle-orm";
import { systemActor } from "../../core/actor.ts";
import { useCase } from "../../core/use-case.ts";
import type { Services } from "../../core/use-case.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { projectRegister } from "./project-register.ts";

const batchSize = 2000;

const rebuildBatch = useCase<{ after: string | undefined }, string | undefined>(
  "register.rebuild",
  async ({ tx, audit, today, law }, { after }) => {
    const people = await tx
      .select({ id: enrollee.id })
      .from(enrollee)
      .where(and(isNull(enrollee.annulledAt), after === undefined ? undefined : gt(enrollee.id, after)))
      .orderBy(asc(enrollee.id))
      .limit(batchSize);
    const ids = people.map(({ id }) => id);
    await projectRegister(tx, ids, { law, today });
    audit({ action: "register.rebuild", change: { day: today, lines: ids.length } });
    return ids.length < batchSize ? undefined : ids.at(-1);
  },
);

/** Derives the whole register anew from the facts: after the clock was moved, or the law changed. */
export async function rebuildRegister(services: Services): Promise<void> {
  let after: string | undefined;
  do {
    after = await rebuildBatch(services, systemActor, { after });
  } while (after !== undefined);
}

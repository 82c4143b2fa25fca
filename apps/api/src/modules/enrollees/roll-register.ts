import { and, asc, eq, lte } from "drizzle-orm";
import { systemActor } from "../../core/actor.ts";
import { useCase } from "../../core/use-case.ts";
import type { Services } from "../../core/use-case.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import { projectRegister } from "./project-register.ts";

const batchSize = 2000;

const rollBatch = useCase<{ round: number }, number>(
  "register.roll",
  async ({ tx, audit, today, law, county }, { round }) => {
    const stale = await tx
      .select({ id: registerEntry.enrolleeId })
      .from(registerEntry)
      .where(and(eq(registerEntry.countyCode, county.code), lte(registerEntry.nextChangeOn, today)))
      .orderBy(asc(registerEntry.enrolleeId))
      .limit(batchSize);
    const ids = stale.map(({ id }) => id);
    await projectRegister(tx, ids, { law, today });
    audit({ action: "register.roll", change: { day: today, lines: ids.length, round } });
    return ids.length;
  },
);

/** Brings the register to today. Only lines that the passing of days changes are touched. */
export async function rollRegister(services: Services): Promise<number> {
  let changed = 0;
  for (let round = 1; ; round += 1) {
    const lines = await rollBatch(services, systemActor, { round });
    changed += lines;
    if (lines < batchSize) return changed;
  }
}

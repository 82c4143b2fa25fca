import { eq } from "drizzle-orm";
import { systemActor } from "../../core/actor.ts";
import type { Services } from "../../core/use-case.ts";
import { importBatch } from "../../db/schema/import.ts";

export interface Progress {
  readonly step: string;
  readonly done: number;
  readonly total: number;
}

const pauseMs = 400n;

/** Tells where a batch stands, outside the transaction of the work itself and not more than twice a second. */
export function progressOf(services: Services, batchId: string): (progress: Progress) => Promise<void> {
  const scope = { countyCode: services.county.code, people: systemActor.scope };
  let step = "";
  let at = 0n;
  return async (progress) => {
    const now = process.hrtime.bigint() / 1_000_000n;
    if (progress.step === step && now - at < pauseMs) return;
    step = progress.step;
    at = now;
    await services.db.write(scope, async (tx) => {
      await tx
        .update(importBatch)
        .set({ step: progress.step, stepDone: progress.done, stepTotal: progress.total })
        .where(eq(importBatch.id, batchId));
    });
  };
}

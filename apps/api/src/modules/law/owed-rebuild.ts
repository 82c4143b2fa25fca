import { inArray } from "drizzle-orm";
import { systemActor } from "../../core/actor.ts";
import { newId } from "../../core/ids.ts";
import { query, useCase } from "../../core/use-case.ts";
import type { Services, UseCaseContext } from "../../core/use-case.ts";
import { registerRebuild } from "../../db/schema/projection.ts";
import { rebuildRegister } from "../enrollees/rebuild-register.ts";
import { refreshLaw } from "./load-versions.ts";

/** Says that the register has to be derived anew, in the transaction of what makes it so. */
export async function oweRebuild({ tx, county, now }: Pick<UseCaseContext, "tx" | "county" | "now">) {
  await tx.insert(registerRebuild).values({ id: newId(), countyCode: county.code, owedSince: now });
}

const owedRebuilds = query<void, string[]>(async ({ tx }) => {
  const rows = await tx.select({ id: registerRebuild.id }).from(registerRebuild);
  return rows.map(({ id }) => id);
});

const markRebuilt = useCase<{ ids: readonly string[] }, void>(
  "register.rebuild",
  async ({ tx, audit, today }, { ids }) => {
    await tx.delete(registerRebuild).where(inArray(registerRebuild.id, [...ids]));
    audit({ action: "register.rebuild", change: { day: today, settled: ids.length } });
  },
);

const lastOf = new WeakMap<Services, Promise<void>>();

/**
 * Derives the register anew if that is owed. A run that fails leaves it owed, for the next minute or the next start to
 * take up. Of several calls in one process one works at a time; what became owed meanwhile is the next one's.
 */
export function settleRebuilds(services: Services): Promise<void> {
  const settle = async () => {
    const ids = await owedRebuilds(services, systemActor);
    if (ids.length === 0) return;
    // after what is owed was read: whatever made it so is in the law by now, also when another process put it there
    await refreshLaw(services);
    await rebuildRegister(services);
    await markRebuilt(services, systemActor, { ids });
  };
  const before = lastOf.get(services) ?? Promise.resolve();
  const run = before.then(settle, settle);
  lastOf.set(services, run);
  return run;
}

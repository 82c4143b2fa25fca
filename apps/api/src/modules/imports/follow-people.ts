import type { ImportBatch } from "@rehab/schema/imports";
import type { Actor } from "../../core/actor.ts";
import { query, useCase } from "../../core/use-case.ts";
import type { Services } from "../../core/use-case.ts";
import { getBatchRow } from "./batch-state.ts";
import { carryOutRows, planLater } from "./carry-out-rows.ts";
import { getBatch } from "./list-batches.ts";
import { listRows } from "./list-rows.ts";
import { lockImports } from "./lock-imports.ts";
import { countVerdicts } from "./plan-import.ts";
import { updateImportRows } from "./store-rows.ts";

type Listing = Parameters<typeof listRows>[2];

/** Opens a batch, with the rows gone from its queue whose person was registered since. */
export async function openBatch(
  services: Services,
  actor: Actor,
  { id }: { id: string },
): Promise<ImportBatch> {
  const batch = await getBatch(services, actor, { id });
  if (batch.state !== "applied" || batch.toDecide + batch.verdicts.waiting === 0) return batch;
  return (await followPeople(services, actor, id)) ? getBatch(services, actor, { id }) : batch;
}

/** Opens the rows of a batch in the same way. */
export async function openRows(
  services: Services,
  actor: Actor,
  listing: Listing,
): ReturnType<typeof listRows> {
  const isQueue = listing.cursor === undefined && (listing.verdict ?? "held") === "held";
  if (isQueue) await followPeople(services, actor, listing.id);
  return listRows(services, actor, listing);
}

/**
 * Carries out the rows, of any batch, whose person came by a hand-off or a comparison after their import. Says whether
 * there were any. Imports run one after the other, so none is held up by somebody who only looks.
 */
async function followPeople(services: Services, actor: Actor, batchId: string): Promise<boolean> {
  if (!actor.ability.can("apply", "ImportBatch")) return false;
  if (!(await hasFollowers(services, actor, undefined))) return false;
  await carryOutFollowers(services, actor, batchId);
  return true;
}

const hasFollowers = query<void, boolean>(async (context) => {
  const plan = await planLater(context);
  return plan?.rows.some(({ verdict }) => verdict !== "held" && verdict !== "waiting") ?? false;
});

const carryOutFollowers = useCase<string, void>("imports.follow", async (context, batchId) => {
  const { tx, audit } = context;
  await lockImports(tx);
  await getBatchRow(tx, batchId);
  const rows = await carryOutRows(context, batchId, []);
  await updateImportRows(tx, rows);
  audit({
    action: "imports.follow",
    subjectType: "importBatch",
    subjectId: batchId,
    change: { verdicts: countVerdicts(rows) },
  });
});

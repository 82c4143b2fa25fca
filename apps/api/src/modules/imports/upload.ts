import type { ImportBatch } from "@rehab/schema/imports";
import type { Actor } from "../../core/actor.ts";
import type { BackgroundWork } from "../../core/background-work.ts";
import { newId } from "../../core/ids.ts";
import { withLeanHeap } from "../../core/lean-heap.ts";
import type { Services } from "../../core/use-case.ts";
import { loggable } from "../../http/to-problem.ts";
import { applyImport } from "./apply-import.ts";
import { createBatch } from "./create-batch.ts";
import { failBatch } from "./fail-batch.ts";
import { getBatch } from "./list-batches.ts";
import { planImport } from "./plan-import.ts";
import type { GivenFile } from "./read-files.ts";
import { startApply } from "./start-apply.ts";

export interface Surroundings {
  readonly services: Services;
  readonly actor: Actor;
  readonly background: BackgroundWork;
  /** Where an error of work behind the request is told. */
  readonly log: { error(details: object, message: string): void };
}

/** Opens a batch for uploaded files and answers at once; the dry run goes on behind. */
export async function uploadBatch(around: Surroundings, files: readonly GivenFile[]): Promise<ImportBatch> {
  const { services, actor } = around;
  const batchId = newId();
  await createBatch(services, actor, { id: batchId, files: files.length });
  goOn(around, batchId, () => planImport(services, actor, { batchId, files }));
  return getBatch(services, actor, { id: batchId });
}

/** Starts to carry out a planned batch and answers at once. */
export async function applyBatch(around: Surroundings, id: string): Promise<ImportBatch> {
  const { services, actor } = around;
  await startApply(services, actor, { id });
  goOn(around, id, () => applyImport(services, actor, { batchId: id }));
  return getBatch(services, actor, { id });
}

function goOn(
  { services, actor, background, log }: Surroundings,
  id: string,
  work: () => Promise<unknown>,
): void {
  background.start(async () => {
    try {
      await withLeanHeap(work);
    } catch (error) {
      const details = loggable(error instanceof Error ? error : new Error("unknown"));
      log.error(details, "an import failed");
      await failBatch(services, actor, { id, failure: JSON.stringify(details) });
    }
  });
}

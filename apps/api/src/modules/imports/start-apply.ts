import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { importBatch } from "../../db/schema/import.ts";
import { getBatchRow } from "./batch-state.ts";

/** Takes a planned batch on for being carried out, so that it is carried out once. */
export const startApply = useCase<{ id: string }, void>("imports.start", async ({ tx, audit }, { id }) => {
  const batch = await getBatchRow(tx, id);
  if (batch.state === "applied") throw new ProblemError("import_already_applied");
  if (batch.state !== "planned") throw new ProblemError("wrong_state");
  await tx
    .update(importBatch)
    .set({ state: "applying", step: "写入记录", stepDone: 0 })
    .where(eq(importBatch.id, id));
  audit({ action: "imports.start", subjectType: "importBatch", subjectId: id });
});

import { and, eq, inArray } from "drizzle-orm";
import { systemActor } from "../../core/actor.ts";
import { useCase } from "../../core/use-case.ts";
import type { Services } from "../../core/use-case.ts";
import { importBatch } from "../../db/schema/import.ts";

const sentences = {
  planning: "核对时出错，文件没有导入，请重新上传",
  applying: "导入时出错，没有写入任何记录，可以再试一次",
};

/** Ends what a batch was about to do. Nothing of it was recorded: one that was planned can be tried again. */
export const failBatch = useCase<{ id: string; failure: string }, void>(
  "imports.fail",
  async ({ tx, audit }, { id, failure }) => {
    for (const [state, next] of [
      ["planning", "failed"],
      ["applying", "planned"],
    ] as const) {
      await tx
        .update(importBatch)
        .set({ state: next, step: sentences[state], failure })
        .where(and(eq(importBatch.id, id), eq(importBatch.state, state)));
    }
    audit({ action: "imports.fail", subjectType: "importBatch", subjectId: id, change: { failure } });
  },
);

/** At a start: batches that a stop of the server cut off. */
export async function failInterrupted(services: Services): Promise<void> {
  const scope = { countyCode: services.county.code, people: systemActor.scope };
  const interrupted = await services.db.read(scope, (tx) =>
    tx
      .select({ id: importBatch.id })
      .from(importBatch)
      .where(inArray(importBatch.state, ["planning", "applying"])),
  );
  for (const { id } of interrupted) await failBatch(services, systemActor, { id, failure: "interrupted" });
}

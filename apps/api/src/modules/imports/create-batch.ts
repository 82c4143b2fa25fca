import { useCase } from "../../core/use-case.ts";
import { importBatch } from "../../db/schema/import.ts";

/** Opens a batch for some files; they are read and checked afterwards. */
export const createBatch = useCase<{ id: string; files: number }, void>(
  "imports.create",
  async ({ tx, audit, actor, county, now }, { id, files }) => {
    await tx.insert(importBatch).values({
      id,
      countyCode: county.code,
      state: "planning",
      step: "读取文件",
      stepDone: 0,
      stepTotal: files,
      createdAt: now,
      createdBy: actor.accountId,
    });
    audit({ action: "imports.create", subjectType: "importBatch", subjectId: id, change: { files } });
  },
);

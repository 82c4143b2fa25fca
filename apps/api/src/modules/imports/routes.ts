import { importsEndpoints } from "@rehab/schema/imports";
import type { BackgroundWork } from "../../core/background-work.ts";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { decideRows } from "./decide-rows.ts";
import { exportRejected } from "./export-rejected.ts";
import { getBatch, listBatches } from "./list-batches.ts";
import { openBatch, openRows } from "./follow-people.ts";
import { takeFiles } from "./take-files.ts";
import { undoImport } from "./undo-import.ts";
import { applyBatch, uploadBatch } from "./upload.ts";

export function importsRoutes(background: BackgroundWork): Route[] {
  return [
    on(importsEndpoints.upload)(async ({ services, actor, request }) => {
      const files = await takeFiles(request);
      return uploadBatch({ services, actor, background, log: request.log }, files);
    }),
    on(importsEndpoints.list)(({ services, actor, query }) => listBatches(services, actor, query)),
    on(importsEndpoints.get)(({ services, actor, params }) => openBatch(services, actor, params)),
    on(importsEndpoints.rows)(({ services, actor, params, query }) =>
      openRows(services, actor, { ...params, ...query }),
    ),
    on(importsEndpoints.decide)(async ({ services, actor, params, body }) => {
      await decideRows(services, actor, { batchId: params.id, ...body });
      return getBatch(services, actor, params);
    }),
    on(importsEndpoints.apply)(({ services, actor, params, request }) =>
      applyBatch({ services, actor, background, log: request.log }, params.id),
    ),
    on(importsEndpoints.undo)(async ({ services, actor, params, body }) => {
      await undoImport(services, actor, { id: params.id, ...body });
      return getBatch(services, actor, params);
    }),
    on(importsEndpoints.rejected)(async ({ services, actor, params, reply }) => {
      const file = await exportRejected(services, actor, params);
      return reply
        .type(importsEndpoints.rejected.file)
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .send(file.content);
    }),
  ];
}

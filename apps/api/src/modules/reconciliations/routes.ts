import { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { takeFiles } from "../imports/take-files.ts";
import { answerWarnings } from "./answer-warnings.ts";
import { cancelReconciliation } from "./cancel-reconciliation.ts";
import { decideLines } from "./decide-lines.ts";
import { finishReconciliation } from "./finish-reconciliation.ts";
import { listYear } from "./list-year.ts";
import { openReconciliation } from "./open-reconciliation.ts";
import { typeList, uploadList } from "./take-list.ts";
import { getReconciliation, printReconciliation } from "./view-reconciliation.ts";
import { exportSheet } from "./export-sheet.ts";

export const reconciliationsRoutes: Route[] = [
  on(reconciliationsEndpoints.year)(({ services, actor, query }) => listYear(services, actor, query)),
  on(reconciliationsEndpoints.open)(async ({ services, actor, body }) => {
    await openReconciliation(services, actor, body);
    return getReconciliation(services, actor, body);
  }),
  on(reconciliationsEndpoints.get)(({ services, actor, params }) =>
    getReconciliation(services, actor, params),
  ),
  on(reconciliationsEndpoints.upload)(async ({ services, actor, params, query, request }) => {
    const files = await takeFiles(request);
    await uploadList(services, actor, { ...params, version: query.version, files });
    return getReconciliation(services, actor, params);
  }),
  on(reconciliationsEndpoints.type)(async ({ services, actor, params, body }) => {
    await typeList(services, actor, { ...params, ...body });
    return getReconciliation(services, actor, params);
  }),
  on(reconciliationsEndpoints.answer)(async ({ services, actor, params, body }) => {
    await answerWarnings(services, actor, { ...params, ...body });
    return getReconciliation(services, actor, params);
  }),
  on(reconciliationsEndpoints.decide)(async ({ services, actor, params, body }) => {
    await decideLines(services, actor, { ...params, ...body });
    return getReconciliation(services, actor, params);
  }),
  on(reconciliationsEndpoints.finish)(async ({ services, actor, params, body }) => {
    await finishReconciliation(services, actor, { ...params, ...body });
    return getReconciliation(services, actor, params);
  }),
  on(reconciliationsEndpoints.cancel)(async ({ services, actor, params, body }) => {
    await cancelReconciliation(services, actor, { ...params, ...body });
    return getReconciliation(services, actor, params);
  }),
  on(reconciliationsEndpoints.print)(({ services, actor, params }) =>
    printReconciliation(services, actor, params),
  ),
  on(reconciliationsEndpoints.sheet)(async ({ services, actor, params, reply }) => {
    const file = await exportSheet(services, actor, params);
    return reply
      .type(reconciliationsEndpoints.sheet.file)
      .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(file.content);
  }),
];

import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { addFormerName } from "./add-former-name.ts";
import { listAccess } from "./access-log.ts";
import { exportRegister } from "./export-register.ts";
import { getFile } from "./get-file.ts";
import { listRegister } from "./list-register.ts";
import { reveal } from "./reveal.ts";
import { listTimeline } from "./timeline.ts";

export const enrolleesRoutes: Route[] = [
  on(enrolleesEndpoints.list)(({ services, actor, query }) => listRegister(services, actor, query)),
  on(enrolleesEndpoints.search)(({ services, actor, body }) => listRegister(services, actor, body)),
  on(enrolleesEndpoints.get)(({ services, actor, params }) => getFile(services, actor, params)),
  on(enrolleesEndpoints.timeline)(({ services, actor, params, query }) =>
    listTimeline(services, actor, { ...params, ...query }),
  ),
  on(enrolleesEndpoints.reveal)(({ services, actor, body }) => reveal(services, actor, body)),
  on(enrolleesEndpoints.addFormerName)(({ services, actor, params, body }) =>
    addFormerName(services, actor, { enrolleeId: params.id, ...body }),
  ),
  on(enrolleesEndpoints.accessLog)(({ services, actor, params }) => listAccess(services, actor, params)),
  on(enrolleesEndpoints.export)(async ({ services, actor, body, reply }) => {
    const file = await exportRegister(services, actor, body);
    return reply
      .type(enrolleesEndpoints.export.file)
      .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(file.content);
  }),
];

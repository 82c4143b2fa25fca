import { lawEndpoints } from "@rehab/schema/law";
import type { BackgroundWork } from "../../core/background-work.ts";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { addVersion, annulVersion } from "./change-law.ts";
import { listLaw, rulePeople } from "./list-law.ts";
import { previewVersion } from "./preview-version.ts";

export const lawRoutes = (background: BackgroundWork): Route[] => [
  on(lawEndpoints.list)(({ services, actor }) => listLaw(services, actor)),
  on(lawEndpoints.people)(({ services, actor, params }) => rulePeople(services, actor, params)),
  on(lawEndpoints.preview)(({ services, actor, body }) => previewVersion(services, actor, body)),
  on(lawEndpoints.addVersion)(({ services, actor, body }) => addVersion(services, actor, body, background)),
  on(lawEndpoints.annulVersion)(({ services, actor, params, body }) =>
    annulVersion(services, actor, { ...params, ...body }, background),
  ),
];

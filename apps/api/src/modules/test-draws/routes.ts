import { testDrawsEndpoints } from "@rehab/schema/test-draws";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { createDraw, getDraw, listDraws } from "./draws.ts";

export const testDrawsRoutes: Route[] = [
  on(testDrawsEndpoints.list)(({ services, actor, query }) => listDraws(services, actor, query)),
  on(testDrawsEndpoints.get)(({ services, actor, params }) => getDraw(services, actor, params)),
  on(testDrawsEndpoints.create)(({ services, actor, body }) => createDraw(services, actor, body)),
];

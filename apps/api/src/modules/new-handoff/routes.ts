import { newHandoffEndpoints } from "@rehab/schema/new-handoff";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { createHandoff } from "./create-handoff.ts";
import { findPerson } from "./find-person.ts";

export const newHandoffRoutes: Route[] = [
  on(newHandoffEndpoints.findPerson)(({ services, actor, body }) => findPerson(services, actor, body)),
  on(newHandoffEndpoints.create)(({ services, actor, body }) => createHandoff(services, actor, body)),
];

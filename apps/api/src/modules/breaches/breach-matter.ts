import type { BreachFile } from "@rehab/schema/breaches";
import { showing } from "../matters/matter.ts";
import type { Matter } from "../matters/matter.ts";
import { breachFileOf } from "./breach-file.ts";
import { loadBreaches } from "./load-breaches.ts";
import type { BreachCase } from "./load-breaches.ts";

/** Breaches of the agreement, and what is done about them. */
export const breachMatter: Matter<BreachCase, BreachFile> = {
  name: "breaches",
  load: loadBreaches,
  caseOf: ({ facts }) => facts,
  show: breachFileOf,
};

export const getBreach = showing(breachMatter);

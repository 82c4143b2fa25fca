import type { CaseStateFile } from "@rehab/schema/case-states";
import { showing } from "../matters/matter.ts";
import type { Matter } from "../matters/matter.ts";
import { loadStates } from "./load-states.ts";
import type { StatePerson } from "./load-states.ts";
import { stateFileOf } from "./state-file.ts";

/** The state of a person's case, and what moves it. */
export const stateMatter: Matter<StatePerson, CaseStateFile> = {
  name: "case-states",
  load: loadStates,
  caseOf: ({ facts }) => facts,
  show: stateFileOf,
};

export const getStates = showing(stateMatter);

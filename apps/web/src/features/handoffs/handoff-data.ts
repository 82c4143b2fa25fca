import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import type { HandoffFile } from "@rehab/schema/handoffs";
import { handoffsEndpoints } from "@rehab/schema/handoffs";
import { staffEndpoints } from "@rehab/schema/staff";
import { stationsEndpoints } from "@rehab/schema/stations";

/** Everything that a step of a case can change on the screen. */
export const staleAfterStep = [
  handoffsEndpoints.get,
  handoffsEndpoints.list,
  handoffsEndpoints.counts,
  handoffsEndpoints.loads,
  enrolleesEndpoints.get,
  enrolleesEndpoints.list,
  enrolleesEndpoints.search,
  enrolleesEndpoints.timeline,
  stationsEndpoints.list,
  staffEndpoints.list,
];

/** Why an action cannot be done; null when it can. */
export function whyNot(file: HandoffFile, action: HandoffFile["actions"][number]["action"]): string | null {
  const found = file.actions.find((each) => each.action === action);
  return found === undefined || found.allowed ? null : (found.reason ?? "");
}

/** What somebody typed into a field that may stay empty. */
export function textOrNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
}

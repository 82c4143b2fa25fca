import { ProblemError } from "../../core/problem-error.ts";
import { definitionOf } from "../imports/plan/issue-codes.ts";
import type { PlannedRow } from "../imports/plan/planned-row.ts";

/** The fields of the form that are called otherwise on paper. */
const formFields: Readonly<Record<string, string>> = {
  decidedOn: "orderedOn",
  termYears: "termMonths",
  policeUnit: "orderOrgan",
  township: "townshipId",
  station: "stationId",
};

/**
 * Refuses a typed hand-off that leaves a doubt: what a person may settle points to `/accept`, what must be corrected
 * to its field. Throws `handoff_in_doubt`.
 */
export function refuseDoubts(planned: PlannedRow): void {
  if (planned.verdict === "matched" || planned.verdict === "changed") {
    throw new ProblemError("handoff_in_doubt", {
      errors: [{ pointer: "/orderNumber", detail: "这份决定书已在册，不重复建立案件" }],
    });
  }
  const doubts = planned.issues.filter(({ holds }) => holds);
  if (doubts.length === 0 && planned.verdict === "new") return;
  throw new ProblemError("handoff_in_doubt", {
    errors: doubts.map(({ code, field, actions }) => ({
      pointer: actions.includes("accept")
        ? "/accept"
        : `/${formFields[field ?? ""] ?? field ?? "orderNumber"}`,
      detail: definitionOf(code).zh,
    })),
  });
}

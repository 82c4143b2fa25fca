import { missedWindows } from "@rehab/domain/supervision/end-of-term";
import type { CaseStateFile, caseStatesEndpoints } from "@rehab/schema/case-states";
import type { BodyOf } from "@rehab/schema/endpoint";
import { ProblemError } from "../../core/problem-error.ts";
import { attemptRecording } from "../matters/attempts.ts";
import { paperRecording, serviceRecording } from "../matters/papers.ts";
import type { StatePerson } from "./load-states.ts";
import { requirePossible } from "./possible-actions.ts";
import { stateMatter } from "./state-matter.ts";

/** Records how somebody in the term was sought and what came of it. */
export const recordSearch = attemptRecording(stateMatter, "search", (context, person) =>
  requirePossible(context, person, "search"),
);

type PaperBody = BodyOf<typeof caseStatesEndpoints.recordPaper>;

/** Files an assessment or summary. A 期满评估 says why windows of the plan passed without a test. */
export const recordPaper = paperRecording<StatePerson, CaseStateFile, PaperBody>(
  stateMatter,
  "recordPaper",
  (context, person, { kind, note }) => {
    requirePossible(context, person, "recordPaper");
    const missed = missedWindows(person.facts, context.today, context.law);
    if (kind === "end_assessment" && missed > 0 && note === null) {
      throw new ProblemError("invalid_input", {
        errors: [{ pointer: "/note", detail: `有${missed}个检测窗口缺测，请写明原因` }],
      });
    }
  },
);

/** Records that a notice was served on the person, also after the release that it announced. */
export const recordService = serviceRecording(stateMatter);

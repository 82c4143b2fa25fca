import { documentStanding } from "@rehab/domain/breach/breach-actions";
import type { BreachFile, breachesEndpoints } from "@rehab/schema/breaches";
import type { BodyOf } from "@rehab/schema/endpoint";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { paperRecording, serviceRecording } from "../matters/papers.ts";
import { breachMatter } from "./breach-matter.ts";
import type { BreachCase } from "./load-breaches.ts";
import { requirePossible } from "./possible-actions.ts";

type Body = BodyOf<typeof breachesEndpoints.issueDocument>;

/** Records a document with its number; none is older than what it tells of. */
export const issueDocument = paperRecording<BreachCase, BreachFile, Body>(
  breachMatter,
  "issueDocument",
  (context, record, { kind, issuedOn }) => {
    requirePossible(context, record, "issueDocument");
    const { obstacle, from } = documentStanding(kind, record.facts, context.today, context.law);
    if (obstacle !== undefined) throw new ProblemError("wrong_state", { detail: obstacle });
    const detail = `所述的事实发生在${from}，文书日期不能早于这一天`;
    refuseEarlierDay({ pointer: "/issuedOn", day: issuedOn }, from, detail);
  },
);

/** Records the receipt of a document's service. */
export const recordService = serviceRecording(breachMatter);

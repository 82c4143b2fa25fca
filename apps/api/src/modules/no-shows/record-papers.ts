import { noShowPacket } from "@rehab/domain/handoff/no-show";
import { addDays } from "@rehab/domain/time/plain-date";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { NoShowFile, noShowsEndpoints } from "@rehab/schema/no-shows";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { paperRecording, serviceRecording } from "../matters/papers.ts";
import type { NoShowRecord } from "./load-no-shows.ts";
import { noShowMatter } from "./no-show-matter.ts";
import { requirePossible } from "./possible-actions.ts";

type Body = BodyOf<typeof noShowsEndpoints.issueDocument>;

/** Records a warning or certificate with its number; neither can be older than the end of the report period. */
export const issueDocument = paperRecording<NoShowRecord, NoShowFile, Body>(
  noShowMatter,
  "issueDocument",
  (context, record, { issuedOn }) => {
    requirePossible(context, record, "issueDocument");
    const { deadline } = noShowPacket(record.facts, context.today, context.law);
    if (deadline === undefined) return;
    const detail = `报到期限到${deadline.date}为止，文书日期应在其后`;
    refuseEarlierDay({ pointer: "/issuedOn", day: issuedOn }, addDays(deadline.date, 1), detail);
  },
);

/** Records the receipt of a document's service. */
export const recordService = serviceRecording(noShowMatter);

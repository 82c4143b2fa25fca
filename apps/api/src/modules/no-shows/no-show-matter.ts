import type { NoShowFile } from "@rehab/schema/no-shows";
import { showing } from "../matters/matter.ts";
import type { Matter } from "../matters/matter.ts";
import { loadNoShows } from "./load-no-shows.ts";
import type { NoShowRecord } from "./load-no-shows.ts";
import { noShowFileOf } from "./no-show-file.ts";

/** Not reporting in, and what is done about it. */
export const noShowMatter: Matter<NoShowRecord, NoShowFile> = {
  name: "no-shows",
  load: loadNoShows,
  caseOf: ({ id: enrolleeId, caseRecord: { id: caseId, stationId } }) => ({ enrolleeId, caseId, stationId }),
  show: noShowFileOf,
};

export const getNoShow = showing(noShowMatter);

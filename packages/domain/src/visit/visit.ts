import type { PlainDate } from "../time/plain-date.ts";

/** How a caseworker met or reached the person. */
export const VISIT_METHODS = [
  { code: "home_visit", zh: "入户走访" },
  { code: "station_interview", zh: "到站面谈" },
  { code: "phone", zh: "电话" },
  { code: "video", zh: "视频" },
  { code: "family", zh: "家属联系" },
] as const;

export type VisitMethod = (typeof VISIT_METHODS)[number]["code"];

/** One entry of a station's visit ledger. */
export interface Visit<M extends VisitMethod = VisitMethod> {
  readonly on: PlainDate;
  readonly method: M;
}

/** Whether caseworker and person met: a call is no proof that the person is in the county. */
export function isInPerson(visit: Visit): visit is Visit<"home_visit" | "station_interview"> {
  return visit.method === "home_visit" || visit.method === "station_interview";
}

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
  /** The day that it proposed for the next one. */
  readonly nextOn?: PlainDate;
}

/** How well a contact proves where the person is, from 1 to 5: nothing comes near a meeting face to face. */
export function evidenceStrength(method: VisitMethod): number {
  return strengths[method];
}

const strengths: Readonly<Record<VisitMethod, number>> = {
  station_interview: 5,
  home_visit: 4,
  video: 3,
  phone: 2,
  family: 1,
};

/** What caseworkers write about a person's state of mind (思想状况); what fits none is written out. */
export const STATES_OF_MIND = [
  { code: "steady", zh: "稳定" },
  { code: "fair", zh: "一般" },
  { code: "wavering", zh: "波动" },
  { code: "low", zh: "消极低落" },
  { code: "resistant", zh: "抵触" },
] as const;

export type StateOfMind = (typeof STATES_OF_MIND)[number]["code"];

/** Whether caseworker and person met: a call is no proof that the person is in the county. */
export function isInPerson(visit: Visit): visit is Visit<"home_visit" | "station_interview"> {
  return visit.method === "home_visit" || visit.method === "station_interview";
}

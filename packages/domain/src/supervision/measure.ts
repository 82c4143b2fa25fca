/** The two measures that a case can carry out. */
export const MEASURES = [
  { code: "community_detox", zh: "社区戒毒" },
  { code: "community_rehab", zh: "社区康复" },
] as const;

export type Measure = (typeof MEASURES)[number]["code"];

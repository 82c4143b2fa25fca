import type { Role } from "@rehab/schema/access/role";

/** The one password of the training county. It is printed and shown; it opens nothing else. */
export const trainingPassword = "Training-2021";

export interface TrainingAccount {
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  /** Name of the caseworker's station. */
  readonly stationName: string | null;
}

/** Invented people of the training county: every role, and one caseworker for each station. */
export const trainingAccounts: readonly TrainingAccount[] = [
  { username: "admin", displayName: "管理员", roles: ["admin"], stationName: null },
  { username: "supervisor", displayName: "何文斌", roles: ["supervisor"], stationName: null },
  { username: "caseworker", displayName: "李林斌", roles: ["caseworker"], stationName: "文星街道中心站" },
  {
    username: "caseworker-xiangbin",
    displayName: "汤文俊",
    roles: ["caseworker"],
    stationName: "湘滨镇中心站",
  },
  {
    username: "caseworker-jinlong",
    displayName: "董建志",
    roles: ["caseworker"],
    stationName: "金龙镇中心站",
  },
  {
    username: "caseworker-xinquan",
    displayName: "蒋娟玲",
    roles: ["caseworker"],
    stationName: "新泉镇中心站",
  },
  {
    username: "caseworker-shitang",
    displayName: "尹俊志",
    roles: ["caseworker"],
    stationName: "石塘镇中心站",
  },
];

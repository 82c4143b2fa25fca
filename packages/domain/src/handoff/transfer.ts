/** Which way the place of execution changes (变更执行地, 戒毒条例 第二十二条). */
export const TRANSFER_DIRECTIONS = [
  { code: "out", zh: "转出本县" },
  { code: "in", zh: "转入本县" },
  { code: "within", zh: "县内变更" },
] as const;

export type TransferDirection = (typeof TRANSFER_DIRECTIONS)[number]["code"];

/** The papers that go along. */
export const TRANSFER_MATERIALS = [
  { code: "request", zh: "变更执行地申请" },
  { code: "order_copy", zh: "决定书副本" },
  { code: "agreement_copy", zh: "原协议书" },
  { code: "file_copy", zh: "人员信息登记表" },
  { code: "test_records", zh: "吸毒检测记录" },
  { code: "visit_records", zh: "走访谈话记录" },
  { code: "assessments", zh: "小结与评估" },
] as const;

export type TransferMaterial = (typeof TRANSFER_MATERIALS)[number]["code"];

/** How far a transfer has come; only the receiver's receipt closes it. */
export const TRANSFER_STATES = [
  { code: "requested", zh: "已申请" },
  { code: "sent", zh: "材料已转送" },
  { code: "received", zh: "接收地已回执" },
  { code: "cancelled", zh: "已撤销" },
] as const;

export type TransferState = (typeof TRANSFER_STATES)[number]["code"];

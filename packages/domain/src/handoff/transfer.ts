import { deadlineFrom } from "../law/deadline.ts";
import type { Law } from "../law/law.ts";
import { ruleOn } from "../law/rule.ts";
import type { CaseStateCode } from "../supervision/case-state.ts";
import type { CaseEvent } from "../supervision/case-event.ts";
import { addDays, comparePlainDates, daysBetween, minDate } from "../time/plain-date.ts";
import type { PlainDate } from "../time/plain-date.ts";

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

/** The days of a transfer. */
export interface TransferDays {
  readonly direction: TransferDirection;
  readonly requestedOn: PlainDate;
  readonly sentOn: PlainDate | null;
  readonly receiptOn: PlainDate | null;
  readonly cancelledOn: PlainDate | null;
}

/** How far a transfer has come by the end of a day; undefined before it was asked for. */
export function transferStateOn(days: TransferDays, asOf: PlainDate): TransferState | undefined {
  const by = (day: PlainDate | null) => day !== null && day <= asOf;
  if (days.requestedOn > asOf) return undefined;
  if (by(days.cancelledOn)) return "cancelled";
  if (by(days.receiptOn)) return "received";
  return by(days.sentOn) ? "sent" : "requested";
}

/** How long a transfer has waited for its receipt; undefined unless it waits. */
export function waitingForReceipt(
  days: TransferDays,
  asOf: PlainDate,
  law: Law,
): { readonly days: number; readonly isLate: boolean } | undefined {
  if (days.sentOn === null || transferStateOn(days, asOf) !== "sent") return undefined;
  return { days: daysBetween(days.sentOn, asOf), isLate: isReceiptLate(days.sentOn, asOf, law) };
}

/**
 * Whether a receipt for papers that were sent on a day has to be asked for: the time that the person has to report at
 * the new place (rule T12, by the version of that day) is over, counted from the sending.
 */
export function isReceiptLate(sentOn: PlainDate, asOf: PlainDate, law: Law): boolean {
  const trigger = { on: sentOn, note: "" };
  return deadlineFrom(ruleOn("T12", sentOn, law.rules), trigger, law.calendar).date < asOf;
}

/**
 * The days of sending for which `isReceiptLate` says yes on a day, as spans with both ends; the first one is open
 * towards the past. Within one version of rule T12 whatever was sent earlier is late earlier.
 */
export function lateReceiptSpans(
  asOf: PlainDate,
  law: Law,
): { readonly from: PlainDate | undefined; readonly to: PlainDate }[] {
  const versions = law.rules
    .filter(({ id }) => id === "T12")
    .sort((a, b) => comparePlainDates(a.inForceFrom, b.inForceFrom));
  return versions.flatMap(({ inForceFrom, inForceTo }, index) => {
    const from = index === 0 ? undefined : inForceFrom;
    const first = from ?? ("0000-01-01" as PlainDate);
    let to = minDate(asOf, inForceTo ?? asOf);
    while (first <= to && !isReceiptLate(to, asOf, law)) to = addDays(to, -1);
    return first <= to ? [{ from, to }] : [];
  });
}

/** What there is in the file that has to go along. */
export interface FileContents {
  readonly hasAgreement: boolean;
  readonly hasTests: boolean;
  readonly hasVisits: boolean;
}

/** The papers that a transfer cannot do without and that are missing (有关材料, 戒毒条例 第二十二条). */
export function missingMaterials(
  materials: readonly TransferMaterial[],
  file: FileContents,
): TransferMaterial[] {
  const wanted: readonly (readonly [TransferMaterial, boolean])[] = [
    ["request", true],
    ["order_copy", true],
    ["agreement_copy", file.hasAgreement],
    ["file_copy", true],
    ["test_records", file.hasTests],
    ["visit_records", file.hasVisits],
  ];
  return wanted
    .filter(([material, isWanted]) => isWanted && !materials.includes(material))
    .map(([material]) => material);
}

/** What a receiving station has said of a case that was sent to it. */
export type StationAnswer = "none" | "acknowledged" | "returned";

/** The receiving station's answer to what was sent on a day, as of another. */
export function stationAnswerOn(
  events: readonly CaseEvent[],
  sentOn: PlainDate,
  asOf: PlainDate,
): StationAnswer {
  const answers = events
    .filter(({ on }) => on >= sentOn && on <= asOf)
    .sort((a, b) => comparePlainDates(a.on, b.on));
  let answer: StationAnswer = "none";
  for (const { kind } of answers) {
    if (kind === "assigned") answer = "none";
    else if (kind === "transferred_within") answer = "acknowledged";
    else if (kind === "station_returned") answer = "returned";
  }
  return answer;
}

/** What can be done with a transfer. */
export const TRANSFER_STEPS = [
  { code: "send", zh: "转送材料" },
  { code: "receive", zh: "登记接收回执" },
  { code: "acknowledge", zh: "接收" },
  { code: "return", zh: "退回" },
  { code: "cancel", zh: "撤销" },
] as const;

export type TransferStep = (typeof TRANSFER_STEPS)[number]["code"];

/** What decides whether a step can be taken. */
export interface TransferSituation {
  readonly direction: TransferDirection;
  readonly state: TransferState;
  readonly missing: readonly TransferMaterial[];
  /** What the receiving station of a change within the county has said. */
  readonly answer: StationAnswer;
}

/** Why a step cannot be taken, in words for the person at the screen; undefined when it can. */
export function whyNotStep(step: TransferStep, situation: TransferSituation): string | undefined {
  const { direction, state, missing, answer } = situation;
  if (state === "received") return "接收地已回执，变更执行地已经完成";
  if (state === "cancelled") return "已撤销";
  switch (step) {
    case "send":
      if (state === "sent") return "材料已转送";
      return missing.length > 0 ? `材料不齐，还缺 ${missing.length} 项` : undefined;
    case "receive":
      if (direction !== "out") return "县内变更由接收工作站接收后完成";
      return state === "sent" ? undefined : "材料还没有转送";
    case "acknowledge":
    case "return":
      if (direction !== "within") return "只有县内变更由本县工作站接收";
      if (state !== "sent") return "材料还没有转送";
      return answer === "returned" ? "已退回，等待局里处理" : undefined;
    case "cancel":
      if (direction !== "within" || state !== "sent") return undefined;
      return answer === "returned" ? undefined : "已送到接收工作站；须由该站退回后才能撤销";
  }
}

/**
 * Why the place of execution cannot change now; undefined when it can. Only a measure that is being carried out
 * moves: whoever has not come, is missing, in custody or reported for a breach is settled first.
 */
export function whyNoTransfer(state: CaseStateCode): string | undefined {
  switch (state) {
    case "active":
    case "reported":
      return undefined;
    case "transfer_out":
      return "已经在办理变更执行地";
    case "ordered":
    case "pending_report":
    case "overdue_report":
    case "no_show_referred":
      return "本人还没有报到，不能变更执行地";
    case "missing":
      return "本人脱管，找到后才能变更执行地";
    case "suspended":
      return "中止期间不能变更执行地，恢复执行后再办理";
    case "breach_referred":
      return "已移交公安机关处理，有处理决定后再办理";
    case "expired":
      return "期限已满，应办理解除";
    case "transferred":
    case "released":
    case "terminated":
    case "died":
    case "returned":
      return "案件已经结束";
  }
}

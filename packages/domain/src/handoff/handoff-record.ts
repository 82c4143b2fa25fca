import type { CaseEvent } from "../supervision/case-event.ts";
import { comparePlainDates } from "../time/plain-date.ts";
import type { PlainDate } from "../time/plain-date.ts";
import type { Measure } from "../supervision/measure.ts";

/** How a case came to the bureau. */
export const HANDOFF_SOURCES = [
  { code: "list", zh: "衔接名单" },
  { code: "typed", zh: "手工登记" },
  { code: "transfer", zh: "转入" },
] as const;

export type HandoffSource = (typeof HANDOFF_SOURCES)[number]["code"];

/** Where the person is when the case is handed over. */
export const HANDOFF_CONDITIONS = [
  { code: "in_community", zh: "在社会面" },
  { code: "in_custody", zh: "羁押中" },
  { code: "from_isolation", zh: "强制隔离戒毒所无缝衔接" },
] as const;

export type HandoffCondition = (typeof HANDOFF_CONDITIONS)[number]["code"];

/** The papers that come with a person. */
export const HANDOFF_PAPERS = [
  { code: "order_copy", zh: "决定书副本" },
  { code: "service_receipt", zh: "送达回执" },
  { code: "handoff_form", zh: "衔接交接单" },
  { code: "identity_copy", zh: "身份证件复印件" },
  { code: "addiction_finding", zh: "吸毒成瘾认定书" },
  { code: "test_report", zh: "现场检测报告书" },
  { code: "isolation_release", zh: "解除强制隔离戒毒证明书" },
  { code: "diagnosis", zh: "诊断评估表" },
] as const;

export type HandoffPaper = (typeof HANDOFF_PAPERS)[number]["code"];

/** How far a hand-off has come between bureau and station. */
export const HANDOFF_STATES = [
  { code: "unassigned", zh: "待指派" },
  { code: "assigned", zh: "待工作站接收" },
  { code: "station_returned", zh: "工作站已退回" },
  { code: "acknowledged", zh: "工作站已接收" },
  { code: "returned_to_police", zh: "已退回公安机关" },
] as const;

export type HandoffState = (typeof HANDOFF_STATES)[number]["code"];

/** The papers that a hand-off cannot do without, and that are missing. */
export function missingPapers(measure: Measure, papers: readonly HandoffPaper[]): HandoffPaper[] {
  const always: HandoffPaper[] = ["order_copy", "service_receipt", "handoff_form"];
  const wanted: HandoffPaper[] =
    measure === "community_rehab" ? [...always, "isolation_release", "diagnosis"] : always;
  return wanted.filter((paper) => !papers.includes(paper));
}

/**
 * How far a hand-off has come by the end of a day. A station that recorded the person's report-in has received the
 * case, also where it did not say so.
 */
export function handoffStateOn(events: readonly CaseEvent[], asOf: PlainDate): HandoffState {
  let state: HandoffState = "unassigned";
  const happened = events.filter(({ on }) => on <= asOf).sort((a, b) => comparePlainDates(a.on, b.on));
  for (const { kind } of happened) {
    if (kind === "assigned" || kind === "acknowledged" || kind === "station_returned") state = kind;
    else if (kind === "returned_to_police") return "returned_to_police";
    else if (kind === "reported" || kind === "transfer_reported") state = "acknowledged";
  }
  return state;
}

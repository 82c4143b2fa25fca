import type { CaseEvent, CaseEventKind } from "../supervision/case-event.ts";
import type { CaseHistory, CaseStanding } from "../supervision/case-history.ts";
import { standingOn } from "../supervision/case-history.ts";
import { comparePlainDates } from "../time/plain-date.ts";
import type { PlainDate } from "../time/plain-date.ts";
import type { HandoffState } from "./handoff-record.ts";
import { handoffStateOn } from "./handoff-record.ts";

/** What bureau and station record on the way from the hand-off to the plan. */
export const INTAKE_STEPS = [
  { code: "assign", zh: "指派工作站" },
  { code: "acknowledge", zh: "接收" },
  { code: "return_to_bureau", zh: "退回司法局" },
  { code: "return_to_police", zh: "退回公安机关" },
  { code: "report_in", zh: "登记报到" },
  { code: "notice", zh: "登记告知" },
  { code: "agreement", zh: "登记协议" },
  { code: "team", zh: "成立工作小组" },
  { code: "plan", zh: "制定计划" },
] as const;

export type IntakeStep = (typeof INTAKE_STEPS)[number]["code"];

/** Why a step cannot be recorded. */
export const STEP_OBSTACLES = [
  { code: "case_ended", zh: "案件已经结束" },
  { code: "already_reported", zh: "本人已经报到；需要更换工作站的，请办理变更执行地" },
  { code: "already_acknowledged", zh: "工作站已经接收" },
  { code: "already_recorded", zh: "这一步已经登记；登记有误的，先撤销再重新登记" },
  { code: "station_returned", zh: "工作站已退回，等待司法局重新指派" },
  { code: "not_assigned", zh: "尚未指派工作站" },
  { code: "in_transfer", zh: "正在县内变更执行地，请在变更执行地中接收或者退回" },
  { code: "before_receipt", zh: "早于本人收到决定书或者变更执行地的日期" },
  { code: "not_reported", zh: "本人在这一天尚未报到" },
  { code: "in_custody", zh: "羁押期间，释放后再办理" },
  { code: "before_last_step", zh: "早于上一次指派、接收或者退回的日期" },
] as const;

export type StepObstacle = (typeof STEP_OBSTACLES)[number]["code"];

/**
 * Why a step of a case cannot be recorded for a day; undefined when it can. Screens and the API ask here, so that
 * what a button promises is what the API does.
 */
export function canRecord(step: IntakeStep, history: CaseHistory, on: PlainDate): StepObstacle | undefined {
  if (standingOn(history, lastDayOf(history, on)).ended !== undefined) return "case_ended";
  const standing = standingOn(history, on);
  const handoff = handoffStateOn(history.events, on);
  switch (step) {
    case "assign":
    case "return_to_police":
      return standing.reportedOn === undefined ? handoffOrder(history, on) : "already_reported";
    case "acknowledge":
      return acknowledging(handoff, standing) ?? handoffOrder(history, on);
    case "return_to_bureau":
      return returning(handoff, standing) ?? handoffOrder(history, on);
    case "report_in":
      return reporting(handoff, standing, history, on);
    case "notice":
    case "agreement":
    case "team":
    case "plan":
      return afterReport(step, standing, history, on);
  }
}

/** The event that a step records; a report-in at a new place of execution is one of its own. */
export function eventOfStep(step: IntakeStep, history: CaseHistory, on: PlainDate): CaseEventKind {
  if (step === "report_in") {
    return standingOn(history, on).transferToReportOn === undefined ? "reported" : "transfer_reported";
  }
  return stepEvents[step];
}

/** Later steps that rest on an event, so that it cannot be annulled before them; empty when nothing does. */
export function restingOn(event: CaseEvent, history: CaseHistory): CaseEventKind[] {
  if (event.kind !== "reported" && event.kind !== "transfer_reported") return [];
  const kinds = history.events
    .filter(({ kind, on }) => event.on <= on && dependsOnReport.has(kind))
    .map(({ kind }) => kind);
  return [...new Set(kinds)];
}

const stepEvents: Record<Exclude<IntakeStep, "report_in">, CaseEventKind> = {
  assign: "assigned",
  acknowledge: "acknowledged",
  return_to_bureau: "station_returned",
  return_to_police: "returned_to_police",
  notice: "notice_given",
  agreement: "agreement_signed",
  team: "team_formed",
  plan: "plan_made",
};

const dependsOnReport: ReadonlySet<CaseEventKind> = new Set([
  "notice_given",
  "agreement_signed",
  "team_formed",
  "plan_made",
]);

const handoffKinds: ReadonlySet<CaseEventKind> = new Set(["assigned", "acknowledged", "station_returned"]);

/** Taking over a case that changes its station closes the transfer too, so it is done there. */
function acknowledging(handoff: HandoffState, standing: CaseStanding): StepObstacle | undefined {
  if (standing.transferStartedOn !== undefined) return "in_transfer";
  if (handoff === "acknowledged") return "already_acknowledged";
  if (handoff === "station_returned") return "station_returned";
  return handoff === "assigned" ? undefined : "not_assigned";
}

function returning(handoff: HandoffState, standing: CaseStanding): StepObstacle | undefined {
  if (standing.transferStartedOn !== undefined) return "in_transfer";
  if (standing.reportedOn !== undefined) return "already_reported";
  if (handoff === "station_returned") return "station_returned";
  return handoff === "unassigned" ? "not_assigned" : undefined;
}

function reporting(
  handoff: HandoffState,
  standing: CaseStanding,
  history: CaseHistory,
  on: PlainDate,
): StepObstacle | undefined {
  const { transferToReportOn, receivedOn, orderedOn } = standingOn(history, lastDayOf(history, on));
  const from = transferToReportOn ?? receivedOn ?? orderedOn;
  if (from !== undefined && on < from) return "before_receipt";
  const reported = history.events.some(({ kind }) => kind === "reported");
  if (reported && transferToReportOn === undefined) return "already_recorded";
  if (handoff === "station_returned") return "station_returned";
  return standing.suspendedSince === undefined ? undefined : "in_custody";
}

function afterReport(
  step: "notice" | "agreement" | "team" | "plan",
  standing: CaseStanding,
  history: CaseHistory,
  on: PlainDate,
): StepObstacle | undefined {
  if (standing.reportedOn === undefined || standing.transferToReportOn !== undefined) return "not_reported";
  if (standing.suspendedSince !== undefined) return "in_custody";
  const since = lastDayWhere(history, on, ({ kind }) => kind === "transfer_reported") ?? standing.reportedOn;
  const isRecorded = history.events.some((event) => event.kind === stepEvents[step] && since <= event.on);
  return isRecorded ? "already_recorded" : undefined;
}

/** Assignments, receipts and returns follow one another: none is put before one that is recorded. */
function handoffOrder(history: CaseHistory, on: PlainDate): StepObstacle | undefined {
  const isLater = history.events.some((event) => handoffKinds.has(event.kind) && on < event.on);
  return isLater ? "before_last_step" : undefined;
}

function lastDayOf(history: CaseHistory, on: PlainDate): PlainDate {
  return lastDayWhere(history, undefined, ({ on: day }) => on < day) ?? on;
}

function lastDayWhere(
  history: CaseHistory,
  upTo: PlainDate | undefined,
  isMeant: (event: CaseEvent) => boolean,
): PlainDate | undefined {
  return history.events
    .filter((event) => (upTo === undefined || event.on <= upTo) && isMeant(event))
    .map(({ on }) => on)
    .sort(comparePlainDates)
    .at(-1);
}

import type { Deadline } from "../law/deadline.ts";
import { deadlineFrom } from "../law/deadline.ts";
import type { Law } from "../law/law.ts";
import type { RuleActor, RuleId } from "../law/rule.ts";
import { ruleOn } from "../law/rule.ts";
import type { CaseEventKind } from "../supervision/case-event.ts";
import type { CaseHistory, CaseStanding } from "../supervision/case-history.ts";
import { standingOn } from "../supervision/case-history.ts";
import { reportDeadlineOf } from "../supervision/case-state.ts";
import { comparePlainDates, daysBetween } from "../time/plain-date.ts";
import type { PlainDate } from "../time/plain-date.ts";

/** The steps from the order to the plan, in their order. */
export const INTAKE_RUNGS = [
  { code: "decided", zh: "决定" },
  { code: "served", zh: "送达" },
  { code: "handed_off", zh: "衔接" },
  { code: "assigned", zh: "指派" },
  { code: "acknowledged", zh: "接收" },
  { code: "reported", zh: "报到" },
  { code: "notice", zh: "告知" },
  { code: "agreement", zh: "协议" },
  { code: "team", zh: "工作小组" },
  { code: "plan", zh: "计划" },
] as const;

export type IntakeRungCode = (typeof INTAKE_RUNGS)[number]["code"];

/**
 * How a rung stands: `waiting` has no clock yet, because the step before it is not done; `unproven` was or was not done
 * before the station kept its records here, so that a paper is missing and no day is over.
 */
export const INTAKE_RUNG_STATES = [
  { code: "done", zh: "已完成" },
  { code: "done_late", zh: "逾期完成" },
  { code: "due", zh: "待办" },
  { code: "overdue", zh: "逾期" },
  { code: "waiting", zh: "未到" },
  { code: "stopped", zh: "不再需要" },
  { code: "unproven", zh: "未见记录" },
] as const;

export type IntakeRungState = (typeof INTAKE_RUNG_STATES)[number]["code"];

/** One step: who has it in hand, by which rule, when it was or must be done. */
export interface IntakeRung {
  readonly code: IntakeRungCode;
  readonly owner: RuleActor;
  readonly ruleId: RuleId;
  /** Undefined too for a step of which only what came later is recorded. */
  readonly doneOn: PlainDate | undefined;
  /** Undefined for a step without a clock, or whose clock has not started. */
  readonly deadline: Deadline | undefined;
  readonly state: IntakeRungState;
  /** Whole days left until the deadline, negative once it is over; undefined without a deadline or when done. */
  readonly daysLeft: number | undefined;
}

interface RungDefinition {
  readonly code: IntakeRungCode;
  readonly owner: RuleActor;
  readonly ruleId: RuleId;
  readonly doneBy: CaseEventKind;
  /** What starts the clock; the rung waits until it has happened. */
  readonly clock: { readonly from: CaseEventKind; readonly note: string } | undefined;
}

const DEFINITIONS: readonly RungDefinition[] = [
  { code: "decided", owner: "police", ruleId: "H1", doneBy: "ordered", clock: undefined },
  {
    code: "served",
    owner: "police",
    ruleId: "H1",
    doneBy: "received",
    clock: { from: "ordered", note: "作出决定，当日不计入" },
  },
  {
    code: "handed_off",
    owner: "police",
    ruleId: "H3",
    doneBy: "handed_off",
    clock: { from: "received", note: "本人收到决定书，当日不计入" },
  },
  {
    code: "assigned",
    owner: "bureau",
    ruleId: "H4",
    doneBy: "assigned",
    clock: { from: "handed_off", note: "衔接移交，当日不计入" },
  },
  {
    code: "acknowledged",
    owner: "caseworker",
    ruleId: "H5",
    doneBy: "acknowledged",
    clock: { from: "assigned", note: "指派工作站，当日不计入" },
  },
  { code: "reported", owner: "enrollee", ruleId: "T1", doneBy: "reported", clock: undefined },
  {
    code: "notice",
    owner: "caseworker",
    ruleId: "T6",
    doneBy: "notice_given",
    clock: { from: "reported", note: "报到，当日不计入" },
  },
  {
    code: "agreement",
    owner: "township",
    ruleId: "T6",
    doneBy: "agreement_signed",
    clock: { from: "reported", note: "报到，当日不计入" },
  },
  {
    code: "team",
    owner: "township",
    ruleId: "H6",
    doneBy: "team_formed",
    clock: { from: "reported", note: "报到，当日不计入" },
  },
  {
    code: "plan",
    owner: "caseworker",
    ruleId: "H7",
    doneBy: "plan_made",
    clock: { from: "reported", note: "报到，当日不计入" },
  },
];

/**
 * The way of a case from the order to the plan as of a day: each step with its owner, rule, deadline and days left.
 * A case that has ended needs no further step. After a change of the place of execution the steps from the
 * assignment on are taken anew (戒毒条例 第二十二条).
 */
export function intakeLadder(history: CaseHistory, asOf: PlainDate, law: Law): IntakeRung[] {
  const standing = standingOn(history, asOf);
  const happened = lastDays(history, asOf);
  return DEFINITIONS.map((definition) => rungOf(definition, { history, standing, happened, asOf, law }));
}

/** The first step that is not done and whose clock runs; undefined when nothing is to be done now. */
export function nextRung(ladder: readonly IntakeRung[]): IntakeRung | undefined {
  return ladder.find(({ state }) => state === "due" || state === "overdue");
}

interface Surroundings {
  readonly history: CaseHistory;
  readonly standing: CaseStanding;
  readonly happened: ReadonlyMap<CaseEventKind, PlainDate>;
  readonly asOf: PlainDate;
  readonly law: Law;
}

function rungOf(definition: RungDefinition, surroundings: Surroundings): IntakeRung {
  const { standing, happened, asOf } = surroundings;
  const { code, owner } = definition;
  const deadline = deadlineOf(definition, surroundings);
  const doneOn = doneDay(code, definition.doneBy, happened, standing);
  const ruleId = deadline?.ruleId ?? definition.ruleId;
  const rung = { code, owner, ruleId, doneOn, deadline };
  if (doneOn !== undefined) {
    const isLate = deadline !== undefined && deadline.date < doneOn;
    return { ...rung, state: isLate ? "done_late" : "done", daysLeft: undefined };
  }
  if (isProven(code, happened, standing)) return { ...rung, state: "done", daysLeft: undefined };
  if (standing.ended !== undefined) return { ...rung, state: "stopped", daysLeft: undefined };
  if (deadline === undefined) {
    const isNext = code === "decided" || (code === "served" && standing.orderedOn !== undefined);
    return { ...rung, state: isNext ? "due" : "waiting", daysLeft: undefined };
  }
  if (isBeforeOurRecords(code, surroundings.history, asOf)) {
    return { ...rung, deadline: undefined, state: "unproven", daysLeft: undefined };
  }
  const daysLeft = daysBetween(asOf, deadline.date);
  return { ...rung, state: daysLeft < 0 ? "overdue" : "due", daysLeft };
}

/** The day of a step, where one was recorded. */
function doneDay(
  code: IntakeRungCode,
  doneBy: CaseEventKind,
  happened: ReadonlyMap<CaseEventKind, PlainDate>,
  standing: CaseStanding,
): PlainDate | undefined {
  if (code === "agreement") return standing.agreementSignedOn;
  if (code !== "reported") return happened.get(doneBy);
  return standing.transferToReportOn === undefined
    ? (happened.get("transfer_reported") ?? standing.reportedOn)
    : undefined;
}

/** What must have happened before each of these, so that it proves a step of which no day was recorded. */
const provenBy: Partial<Record<IntakeRungCode, readonly CaseEventKind[]>> = {
  decided: ["received", "handed_off", "assigned", "acknowledged"],
  served: [],
  handed_off: ["assigned", "acknowledged"],
  assigned: ["acknowledged"],
};

/**
 * Whether a step without a day is proven by what came later: whoever reported in has received an order that was
 * decided, handed over and taken on, and an agreement is not signed before rights and duties are told.
 */
function isProven(
  code: IntakeRungCode,
  happened: ReadonlyMap<CaseEventKind, PlainDate>,
  standing: CaseStanding,
): boolean {
  if (code === "notice") return standing.agreementSignedOn !== undefined;
  if (provenBy[code]?.some((kind) => happened.has(kind))) return true;
  if (code === "acknowledged" && isMoving(happened.get("assigned"), standing)) return false;
  const isBeforeReport = code === "acknowledged" || code in provenBy;
  return isBeforeReport && standing.reportedOn !== undefined && standing.transferToReportOn === undefined;
}

/** Steps that no ledger of report-ins tells of. */
const withoutLedger: ReadonlySet<IntakeRungCode> = new Set(["notice", "team", "plan"]);

const ownSteps: ReadonlySet<CaseEventKind> = new Set([
  "acknowledged",
  "reported",
  "transfer_reported",
  "notice_given",
  "team_formed",
  "plan_made",
]);

/** Whether a step after the report-in belongs to a case of which a station recorded nothing itself, only a ledger did. */
function isBeforeOurRecords(code: IntakeRungCode, { events }: CaseHistory, asOf: PlainDate): boolean {
  const isKeptHere = events.some(
    ({ kind, on, fromPaper }) => on <= asOf && fromPaper !== true && ownSteps.has(kind),
  );
  return withoutLedger.has(code) && !isKeptHere;
}

/** The report-in at the old station is no answer of the one that a change within the county names. */
function isMoving(assignedOn: PlainDate | undefined, { transferStartedOn }: CaseStanding): boolean {
  return transferStartedOn !== undefined && assignedOn !== undefined && assignedOn >= transferStartedOn;
}

function deadlineOf(
  { code, ruleId, clock }: RungDefinition,
  { history, standing, happened, law }: Surroundings,
): Deadline | undefined {
  if (code === "reported") return reportDeadlineOf(history, standing, law);
  const started = clock === undefined ? undefined : startOf(clock.from, happened, standing);
  if (clock === undefined || started === undefined) return undefined;
  // What the former place had to do in time is no clock of the new one.
  const movedOn = happened.get("transferred_within") ?? happened.get("transferred_in");
  if (movedOn !== undefined && started < movedOn) return undefined;
  return deadlineFrom(ruleOn(ruleId, started, law.rules), { on: started, note: clock.note }, law.calendar);
}

/** The day on which a clock started; a change of the place of execution starts those of the new place. */
function startOf(
  from: CaseEventKind,
  happened: ReadonlyMap<CaseEventKind, PlainDate>,
  standing: CaseStanding,
): PlainDate | undefined {
  if (from === "reported" && standing.transferToReportOn === undefined) {
    return happened.get("transfer_reported") ?? standing.reportedOn;
  }
  return from === "reported" ? undefined : happened.get(from);
}

const placeSteps: ReadonlySet<CaseEventKind> = new Set([
  "assigned",
  "acknowledged",
  "notice_given",
  "team_formed",
]);

/** The latest day of each kind; at a new place the steps of the old one no longer count. */
function lastDays(history: CaseHistory, asOf: PlainDate): Map<CaseEventKind, PlainDate> {
  const days = new Map<CaseEventKind, PlainDate>();
  const events = history.events.filter(({ on }) => on <= asOf).sort((a, b) => comparePlainDates(a.on, b.on));
  for (const { kind, on } of events) {
    if (kind === "transferred_within" || kind === "transferred_in")
      for (const step of placeSteps) days.delete(step);
    if (kind === "station_returned") days.delete("assigned");
    if (kind === "assigned") days.delete("acknowledged");
    days.set(kind, on);
  }
  return days;
}

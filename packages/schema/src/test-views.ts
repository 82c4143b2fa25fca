import { codesOf } from "@rehab/domain/code-list";
import { TEST_STEPS } from "@rehab/domain/testing/drug-test";
import { POSITIVE_STAGES } from "@rehab/domain/testing/positive-standing";
import { TEST_EXCUSES } from "@rehab/domain/testing/test-day";
import { WINDOW_STATES } from "@rehab/domain/testing/window-strip";
import { z } from "zod";
import { ApprovalState } from "./approvals.ts";
import { Day, Id, Moment, PossibleAction } from "./common.ts";
import { Measure } from "./supervision.ts";
import { TestDetails, TestMethod, TestResult } from "./test-bodies.ts";

/** By whom and when something was recorded, and why it no longer holds. */
const Recorded = z.object({
  id: Id,
  recordedAt: Moment,
  recordedBy: z.string().nullable(),
  annulled: z.object({ reason: z.string(), at: Moment }).nullable(),
});

const Window = z.object({ index: z.number().int(), year: z.number().int(), from: Day, to: Day });

export const TestStepView = Recorded.extend({
  kind: z.enum(codesOf(TEST_STEPS)),
  on: Day,
  result: TestResult.nullable(),
  note: z.string().nullable(),
  /** What the form of this step asks beside that. */
  details: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type TestStepView = z.infer<typeof TestStepView>;

export const PositiveView = z.object({
  stage: z.enum(codesOf(POSITIVE_STAGES)),
  foundOn: Day,
  reportBy: Day,
  retest: z
    .object({
      askBy: Day,
      askedOn: Day.nullable(),
      decideBy: Day.nullable(),
      sendBy: Day.nullable(),
      answeredOn: Day.nullable(),
    })
    .nullable(),
  citation: z.string(),
  says: z.string(),
});

export const TestView = Recorded.extend({
  on: Day,
  method: TestMethod,
  /** As it was taken down on the day. */
  seen: TestResult,
  /** The result that holds. */
  result: TestResult,
  place: z.string().nullable(),
  testers: z.array(z.string()),
  sampleNumber: z.string().nullable(),
  details: TestDetails,
  note: z.string().nullable(),
  sessionId: Id.nullable(),
  delegationId: Id.nullable(),
  /** Of a refusal: whether it counts, because a written call was served and not used up. */
  called: z.boolean().nullable(),
  positive: PositiveView.nullable(),
  steps: z.array(TestStepView),
  actions: z.array(PossibleAction),
});
export type TestView = z.infer<typeof TestView>;

export const DelegationView = Recorded.extend({
  method: TestMethod,
  toPlace: z.string(),
  letterNumber: z.string(),
  requestedOn: Day,
  wantedFrom: Day,
  wantedTo: Day,
  reason: z.string(),
  acceptedOn: Day.nullable(),
  acceptedBy: z.string().nullable(),
  testedOn: Day.nullable(),
  result: TestResult.nullable(),
  receiptOn: Day.nullable(),
  receiptNumber: z.string().nullable(),
  cancelledOn: Day.nullable(),
  cancelReason: z.string().nullable(),
  version: z.number().int(),
});
export type DelegationView = z.infer<typeof DelegationView>;

export const ReportView = z.object({
  id: Id,
  testId: Id,
  state: ApprovalState,
  letterNumber: z.string(),
  organ: z.string(),
  proposedAt: Moment,
  proposedBy: z.string(),
  decidedAt: Moment.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  own: z.boolean(),
  version: z.number().int(),
});

/** Everything about one person's tests. */
export const TestFile = z.object({
  enrolleeId: Id,
  measure: Measure,
  /** Whether a woman has to take the samples; null where the file does not say. */
  sex: z.enum(["male", "female"]).nullable(),
  plan: z.object({ title: z.string(), says: z.string(), citation: z.string() }).nullable(),
  windows: z.array(
    Window.extend({
      state: z.enum(codesOf(WINDOW_STATES)),
      stoppedDays: z.number().int(),
      test: z.object({ id: Id, on: Day, result: TestResult }).nullable(),
    }),
  ),
  /** Latest first. */
  tests: z.array(TestView),
  delegations: z.array(DelegationView),
  reports: z.array(ReportView),
  actions: z.array(PossibleAction),
});
export type TestFile = z.infer<typeof TestFile>;

/** Somebody on the list of a test day. */
export const CallRow = z.object({
  enrolleeId: Id,
  maskedName: z.string(),
  sex: z.enum(["male", "female"]).nullable(),
  measure: Measure,
  village: z.string().nullable(),
  window: Window.nullable(),
  /** The last sample that was taken. */
  lastOn: Day.nullable(),
  excuse: z.enum(codesOf(TEST_EXCUSES)).nullable(),
  /** Whether a refusal would count: a written call was served and is not used up. */
  called: z.boolean(),
});
export type CallRow = z.infer<typeof CallRow>;

export const PhotoView = z.object({
  id: Id,
  name: z.string(),
  size: z.number().int(),
  recordedBy: z.string().nullable(),
});

/** A test day with what came of it. */
export const TestSessionView = z.object({
  id: Id,
  stationName: z.string(),
  happenedOn: Day,
  method: TestMethod,
  place: z.string(),
  testers: z.array(z.string()),
  stripBatch: z.string().nullable(),
  note: z.string().nullable(),
  recordedBy: z.string().nullable(),
  recordedAt: Moment,
  results: z.record(z.string(), z.number().int()),
  photos: z.array(PhotoView),
  annulled: z.object({ reason: z.string(), at: Moment }).nullable(),
  /** Why the day cannot be annulled as a whole; null when it can. */
  annulObstacle: z.string().nullable(),
});
export type TestSessionView = z.infer<typeof TestSessionView>;

/** What waits for somebody: a laboratory's result, a review, a report to the police, their answer. */
export const WaitingStep = z.enum(["result", "review", "report", "answer"]);
export type WaitingStep = z.infer<typeof WaitingStep>;

export const WaitingRow = z.object({
  testId: Id,
  enrolleeId: Id,
  maskedName: z.string(),
  stationName: z.string(),
  method: TestMethod,
  on: Day,
  step: WaitingStep,
  sampleNumber: z.string().nullable(),
  laboratory: z.string().nullable(),
  dueOn: Day.nullable(),
  daysOver: z.number().int(),
  ruleTitle: z.string(),
  ruleSays: z.string(),
  citation: z.string(),
});
export type WaitingRow = z.infer<typeof WaitingRow>;

/** 吸毒检测记录表 of a person, with whole name and number. */
export const RecordSheet = z.object({
  name: z.string(),
  sex: z.enum(["male", "female"]).nullable(),
  idNumber: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  stationName: z.string(),
  tests: z.array(
    z.object({
      on: Day,
      method: TestMethod,
      place: z.string().nullable(),
      result: TestResult,
      testers: z.string(),
      note: z.string(),
    }),
  ),
});
export type RecordSheet = z.infer<typeof RecordSheet>;

export const DelegationLetter = z.object({
  delegation: DelegationView,
  enrolleeId: Id,
  name: z.string(),
  sex: z.enum(["male", "female"]).nullable(),
  birthDate: Day.nullable(),
  idNumber: z.string().nullable(),
  measure: Measure,
  stationName: z.string(),
  countyName: z.string(),
});
export type DelegationLetter = z.infer<typeof DelegationLetter>;

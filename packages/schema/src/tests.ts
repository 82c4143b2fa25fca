import { codesOf } from "@rehab/domain/code-list";
import { TEST_STEPS } from "@rehab/domain/testing/drug-test";
import { POSITIVE_STAGES } from "@rehab/domain/testing/positive-standing";
import { TEST_EXCUSES } from "@rehab/domain/testing/test-day";
import { WINDOW_STATES } from "@rehab/domain/testing/window-strip";
import { z } from "zod";
import { ApprovalState } from "./approvals.ts";
import { Day, Id, IdParams, Moment, PageQuery, PossibleAction, pageOf } from "./common.ts";
import { endpoint } from "./endpoint.ts";
import { Measure } from "./supervision.ts";
import {
  DelegationBody,
  DelegationStepBody,
  ReportBody,
  ReviewBody,
  SessionBody,
  StepBody,
  TestAnnulmentBody,
  TestBody,
  TestDetails,
  TestMethod,
  TestResult,
} from "./test-bodies.ts";

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
  /** Of a refusal: whether a written call had been served. */
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
  /** Whether a written call was served, so that a refusal counts. */
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

const FactParams = z.object({ id: Id, factId: Id });
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export const testsEndpoints = {
  dayList: endpoint({
    name: "tests.dayList",
    summary: "Who is due for a test on a day, and who is not and why",
    method: "GET",
    path: "/test-day",
    access: ["create", "CaseFile"],
    query: z.object({ on: Day.optional() }),
    response: z.object({ on: Day, stationId: Id, stationName: z.string(), rows: z.array(CallRow) }),
    problems: [],
  }),
  recordDay: endpoint({
    name: "tests.recordDay",
    summary: "Record a station's test day at once; a resend changes nothing",
    method: "POST",
    path: "/test-sessions",
    access: ["create", "CaseFile"],
    body: SessionBody,
    response: TestSessionView,
    problems: ["not_found", "wrong_state"],
  }),
  sessions: endpoint({
    name: "tests.sessions",
    summary: "Test days, latest first",
    method: "GET",
    path: "/test-sessions",
    access: ["list", "CaseFile"],
    query: z.object({ ...PageQuery.shape }),
    response: pageOf(TestSessionView),
    problems: [],
  }),
  addPhoto: endpoint({
    name: "tests.addPhoto",
    summary: "Put a photo to a test day; it is stored encrypted",
    method: "POST",
    path: "/test-sessions/{id}/photos/{factId}",
    access: ["create", "CaseFile"],
    params: FactParams,
    upload: true,
    response: TestSessionView,
    problems: ["not_found", "upload_too_large", "file_unreadable"],
  }),
  photo: endpoint({
    name: "tests.photo",
    summary: "A photo of a test day (audited)",
    method: "POST",
    path: "/test-photos/{id}",
    access: ["read", "CaseFile"],
    params: IdParams,
    file: "image/*",
    problems: ["not_found"],
  }),
  waiting: endpoint({
    name: "tests.waiting",
    summary: "Tests that wait for a laboratory, a review, a report to the police or their answer",
    method: "GET",
    path: "/tests-waiting",
    access: ["list", "CaseFile"],
    query: z.object({ step: WaitingStep.or(z.literal("all")).default("all") }),
    response: z.object({
      rows: z.array(WaitingRow),
      counts: z.record(z.string(), z.number().int()),
    }),
    problems: [],
  }),
  get: endpoint({
    name: "tests.get",
    summary: "One person's windows, tests, delegations and reports to the police",
    method: "GET",
    path: "/enrollees/{id}/tests",
    access: ["read", "CaseFile"],
    params: IdParams,
    response: TestFile,
    problems: ["not_found"],
  }),
  record: endpoint({
    name: "tests.record",
    summary: "Record one test of a person",
    method: "POST",
    path: "/enrollees/{id}/tests",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: TestBody,
    response: TestFile,
    problems: ["not_found", "wrong_state"],
  }),
  recordStep: endpoint({
    name: "tests.recordStep",
    summary: "Record what followed a test: laboratory, re-test, answer of the police",
    method: "POST",
    path: "/enrollees/{id}/tests/{factId}/steps",
    access: ["create", "CaseFile"],
    params: FactParams,
    body: StepBody,
    response: TestFile,
    problems: ["not_found", "wrong_state"],
  }),
  review: endpoint({
    name: "tests.review",
    summary: "A second person confirms a positive result, or does not; never by whoever recorded it",
    method: "POST",
    path: "/enrollees/{id}/tests/{factId}/review",
    access: ["list", "Approval"],
    params: FactParams,
    body: ReviewBody,
    response: TestFile,
    problems: ["not_found", "wrong_state", "second_person_required"],
  }),
  proposeReport: endpoint({
    name: "tests.proposeReport",
    summary: "Propose the report of a confirmed positive to the police; a second person confirms it",
    method: "POST",
    path: "/enrollees/{id}/tests/{factId}/report",
    access: ["create", "Approval"],
    params: FactParams,
    body: ReportBody,
    response: TestFile,
    problems: ["not_found", "wrong_state"],
  }),
  reportLetter: endpoint({
    name: "tests.reportLetter",
    summary: "The report to the police with its receipt, as Word (audited)",
    method: "POST",
    path: "/enrollees/{id}/test-reports/{factId}/file",
    access: ["export", "CaseFile"],
    params: FactParams,
    file: word,
    problems: ["not_found", "wrong_state"],
  }),
  annul: endpoint({
    name: "tests.annul",
    summary: "Annul a test, a step or a delegation, with the reason",
    method: "POST",
    path: "/enrollees/{id}/tests-annulments",
    access: ["update", "CaseFile"],
    params: IdParams,
    body: TestAnnulmentBody,
    response: TestFile,
    problems: ["not_found", "wrong_state"],
  }),
  delegate: endpoint({
    name: "tests.delegate",
    summary: "Ask another place to make a test",
    method: "POST",
    path: "/enrollees/{id}/test-delegations",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: DelegationBody,
    response: TestFile,
    problems: ["not_found", "wrong_state"],
  }),
  updateDelegation: endpoint({
    name: "tests.updateDelegation",
    summary: "Record the acceptance, the receipt with the result, or the withdrawal of a delegation",
    method: "POST",
    path: "/enrollees/{id}/test-delegations/{factId}",
    access: ["update", "CaseFile"],
    params: FactParams,
    body: DelegationStepBody,
    response: TestFile,
    problems: ["not_found", "wrong_state", "stale_version"],
  }),
  delegationLetter: endpoint({
    name: "tests.delegationLetter",
    summary: "The letter to the other place with its receipt (audited)",
    method: "GET",
    path: "/enrollees/{id}/test-delegations/{factId}/letter",
    access: ["export", "CaseFile"],
    params: FactParams,
    response: DelegationLetter,
    problems: ["not_found"],
  }),
  sheet: endpoint({
    name: "tests.sheet",
    summary: "The record of a person's tests with the whole name (audited)",
    method: "GET",
    path: "/enrollees/{id}/tests-sheet",
    access: ["export", "CaseFile"],
    params: IdParams,
    response: RecordSheet,
    problems: ["not_found"],
  }),
};

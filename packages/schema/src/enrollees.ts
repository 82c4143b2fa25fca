import { z } from "zod";
import { Cursor, Day, Id, IdParams, Moment, PageQuery, pageOf } from "./common.ts";
import { DeadlineView } from "./deadline.ts";
import { endpoint } from "./endpoint.ts";
import { CaseState, ControlReason, Measure, RiskLevel } from "./supervision.ts";

/** The term of a measure on the day of the answer, in whole days. */
export const TermView = z.object({
  startOn: Day,
  /** Last day of the term, suspensions included. */
  endOn: Day,
  servedDays: z.number().int(),
  stoppedDays: z.number().int(),
  leftDays: z.number().int(),
  totalDays: z.number().int(),
});

/** One line of the register. Name and numbers are masked; `enrollees.reveal` shows them. */
export const RegisterRow = z.object({
  id: Id,
  maskedName: z.string(),
  maskedIdNumber: z.string().nullable(),
  sex: z.enum(["male", "female"]).nullable(),
  measure: Measure,
  state: CaseState,
  orderNumber: z.string().nullable(),
  stationId: Id,
  stationName: z.string(),
  townshipName: z.string().nullable(),
  village: z.string().nullable(),
  caseworkerName: z.string().nullable(),
  riskLevel: RiskLevel.nullable(),
  receivedOn: Day.nullable(),
  reportDueOn: Day.nullable(),
  reportedOn: Day.nullable(),
  termEndOn: Day.nullable(),
  lastInPersonOn: Day.nullable(),
  controlReason: ControlReason.nullable(),
  controlled: z.boolean().nullable(),
});
export type RegisterRow = z.infer<typeof RegisterRow>;

export const RegisterFilter = z.object({
  stationId: Id.optional(),
  townshipId: Id.optional(),
  caseworkerId: Id.optional(),
  /** Where the responsible caseworker works, whichever station has the file: what a station's staff carry. */
  caseworkerStationId: Id.optional(),
  /** Those whom nobody is responsible for. */
  withoutCaseworker: z.literal("true").optional(),
  measure: Measure.optional(),
  state: CaseState.optional(),
  riskLevel: RiskLevel.optional(),
  controlReason: ControlReason.optional(),
  /** `registered` (default) leaves out ended measures. */
  standing: z.enum(["registered", "ended", "all"]).default("registered"),
});

export const RegisterSort = z.enum(["name", "reportDueOn", "termEndOn", "lastInPersonOn"]);

const registerQuery = RegisterFilter.extend({
  /** Name, pinyin, initials, whole ID number, its last four, or order number. */
  q: z.string().trim().max(60).optional(),
  sort: RegisterSort.default("name"),
  direction: z.enum(["asc", "desc"]).default("asc"),
  ...PageQuery.shape,
});

/** The same search with the words in the body, so that they stay out of addresses and histories. */
export const RegisterSearch = z.strictObject({
  ...registerQuery.shape,
  limit: z.number().int().min(1).max(200).default(50),
});

/** A measure (社区戒毒 or 社区康复) that an order opened. A person can have several, one after the other. */
export const CaseView = z.object({
  id: Id,
  sequence: z.number().int(),
  measure: Measure,
  state: CaseState,
  orderNumber: z.string().nullable(),
  orderOrgan: z.string().nullable(),
  orderedOn: Day.nullable(),
  receivedOn: Day.nullable(),
  handedOffOn: Day.nullable(),
  reportDueOn: Day.nullable(),
  reportedOn: Day.nullable(),
  agreementSignedOn: Day.nullable(),
  endedOn: Day.nullable(),
  termYears: z.number().nullable(),
  term: TermView.nullable(),
  /** Why the report-in was due then; null where the day of receipt is unknown. */
  reportDeadline: DeadlineView.nullable(),
  /** Why the term ends then; null before the report-in. */
  termDeadline: DeadlineView.nullable(),
  drug: z.string().nullable(),
  policeStation: z.string().nullable(),
  controlled: z.boolean().nullable(),
  controlReason: ControlReason.nullable(),
});
export type CaseView = z.infer<typeof CaseView>;

/** A person's file: header and overview. */
export const EnrolleeFile = z.object({
  id: Id,
  version: z.number().int(),
  maskedName: z.string(),
  maskedIdNumber: z.string().nullable(),
  maskedPhone: z.string().nullable(),
  /** Names that the person had before, or is also known by. */
  maskedFormerNames: z.array(z.string()),
  provisional: z.boolean(),
  sex: z.enum(["male", "female"]).nullable(),
  birthYear: z.number().int().nullable(),
  ethnicity: z.string().nullable(),
  registeredAddress: z.string().nullable(),
  residence: z.string().nullable(),
  townshipName: z.string().nullable(),
  village: z.string().nullable(),
  stationId: Id,
  stationName: z.string(),
  caseworkerName: z.string().nullable(),
  riskLevel: RiskLevel.nullable(),
  dualControlSince: Day.nullable(),
  maintenanceSince: Day.nullable(),
  hospitalSince: Day.nullable(),
  /** Whether the person has not reported in, once did not in time, or was sought. */
  noShow: z.boolean(),
  /** Present measure first. */
  cases: z.array(CaseView),
  counts: z.object({
    tests: z.number().int(),
    visits: z.number().int(),
    leaves: z.number().int(),
    windowsDue: z.number().int(),
    windowsDone: z.number().int(),
  }),
  lastTestOn: Day.nullable(),
  lastInPersonOn: Day.nullable(),
});
export type EnrolleeFile = z.infer<typeof EnrolleeFile>;

export const TimelineKind = z.enum([
  "ordered",
  "received",
  "handed_off",
  "assignment",
  "report_in",
  "intake_step",
  "agreement",
  "test",
  "visit",
  "leave",
  "leave_return",
  "leave_step",
  "test_step",
  "delegation",
  "help",
  "goal",
  "breach",
  "attempt",
  "document",
  "service",
  "status_change",
  "details_changed",
]);

/** One fact: when it happened, when it was recorded, by whom, and where it came from. */
export const TimelineEntry = z.object({
  id: z.string(),
  kind: TimelineKind,
  happenedOn: Day,
  recordedAt: Moment,
  recordedBy: z.string().nullable(),
  /** Whole days between happening and recording. */
  lagDays: z.number().int(),
  /** Code of result, method or change, by kind. */
  code: z.string().nullable(),
  details: z.array(z.object({ label: z.string(), value: z.string() })),
  source: z.string().nullable(),
  annulled: z.object({ reason: z.string(), at: Moment }).nullable(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const RevealField = z.enum(["name", "idNumber", "phone"]);

/** Who opened a file or showed a masked value. */
export const AccessEntry = z.object({
  id: z.string(),
  at: Moment,
  actorName: z.string(),
  stationName: z.string().nullable(),
  action: z.string(),
  fields: z.array(RevealField),
});

export const enrolleesEndpoints = {
  list: endpoint({
    name: "enrollees.list",
    summary: "The register, filtered and sorted, page by page",
    method: "GET",
    path: "/enrollees",
    access: ["list", "CaseFile"],
    query: registerQuery,
    response: pageOf(RegisterRow),
    problems: [],
  }),
  search: endpoint({
    name: "enrollees.search",
    summary: "The register with the search words in the body",
    method: "POST",
    path: "/enrollees/search",
    access: ["list", "CaseFile"],
    body: RegisterSearch,
    response: pageOf(RegisterRow),
    problems: [],
  }),
  get: endpoint({
    name: "enrollees.get",
    summary: "Open one person's file (audited)",
    method: "GET",
    path: "/enrollees/{id}",
    access: ["read", "CaseFile"],
    params: IdParams,
    response: EnrolleeFile,
    problems: ["not_found"],
  }),
  timeline: endpoint({
    name: "enrollees.timeline",
    summary: "All facts of a file, newest first",
    method: "GET",
    path: "/enrollees/{id}/timeline",
    access: ["read", "CaseFile"],
    params: IdParams,
    query: z.object({
      cursor: Cursor.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    response: pageOf(TimelineEntry),
    problems: ["not_found"],
  }),
  reveal: endpoint({
    name: "enrollees.reveal",
    summary: "Show masked values of up to 200 people (audited one by one)",
    method: "POST",
    path: "/enrollees/reveal",
    access: ["reveal", "CaseFile"],
    body: z.strictObject({ ids: z.array(Id).min(1).max(200), fields: z.array(RevealField).min(1) }),
    response: z.object({
      people: z.array(
        z.object({
          id: Id,
          name: z.string().optional(),
          idNumber: z.string().nullable().optional(),
          phone: z.string().nullable().optional(),
        }),
      ),
    }),
    problems: ["not_found"],
  }),
  addFormerName: endpoint({
    name: "enrollees.addFormerName",
    summary: "Record a name that the person had before, or is also known by",
    method: "POST",
    path: "/enrollees/{id}/former-names",
    access: ["update", "CaseFile"],
    params: IdParams,
    body: z.strictObject({ id: Id, name: z.string().trim().min(1, "请填写姓名").max(60) }),
    problems: ["not_found"],
  }),
  accessLog: endpoint({
    name: "enrollees.accessLog",
    summary: "Who looked at this file",
    method: "GET",
    path: "/enrollees/{id}/access-log",
    access: ["read", "CaseFile"],
    params: IdParams,
    response: z.object({ entries: z.array(AccessEntry) }),
    problems: ["not_found"],
  }),
  export: endpoint({
    name: "enrollees.export",
    summary: "The filtered register as Excel (audited, with its purpose)",
    method: "POST",
    path: "/enrollees/export",
    access: ["export", "CaseFile"],
    body: z.strictObject({
      ...RegisterFilter.shape,
      q: z.string().trim().max(60).optional(),
      purpose: z.string().trim().min(2, "请填写导出用途").max(200),
      /** Whole names and numbers instead of masked ones. */
      unmasked: z.boolean().default(false),
    }),
    file: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    problems: [],
  }),
};

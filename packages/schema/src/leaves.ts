import { codesOf } from "@rehab/domain/code-list";
import { LEAVE_KINDS, LEAVE_STANDINGS, LEAVE_STEPS } from "@rehab/domain/leave/leave";
import { z } from "zod";
import { Day, Id, IdParams, Moment, PossibleAction } from "./common.ts";
import { endpoint } from "./endpoint.ts";

const Count = z.number().int();
const line = (message: string) => z.string().trim().min(1, message).max(100);
const optionalLine = z.string().trim().max(100).nullable();

export const LeaveKind = z.enum(codesOf(LEAVE_KINDS));
export const LeaveStanding = z.enum(codesOf(LEAVE_STANDINGS));
export type LeaveStanding = z.infer<typeof LeaveStanding>;
export const LeaveStepKind = z.enum(codesOf(LEAVE_STEPS));

/** One absence with what followed it, and what can be done about it now. */
export const LeaveView = z.object({
  id: Id,
  enrolleeId: Id,
  maskedName: z.string(),
  stationName: z.string(),
  caseworkerName: z.string().nullable(),
  kind: LeaveKind,
  standing: LeaveStanding,
  requestedOn: Day.nullable(),
  leftOn: Day,
  /** The last day on which the person is back in time, extensions included. */
  dueBackOn: Day,
  returnedOn: Day.nullable(),
  daysAway: Count,
  /** Days away without authority so far. */
  daysOver: Count,
  destination: z.string().nullable(),
  reason: z.string().nullable(),
  approver: z.string().nullable(),
  companion: z.string().nullable(),
  note: z.string().nullable(),
  steps: z.array(
    z.object({
      kind: LeaveStepKind,
      happenedOn: Day,
      dueBackOn: Day.nullable(),
      by: z.string().nullable(),
      note: z.string().nullable(),
      recordedAt: Moment,
    }),
  ),
  annulled: z.string().nullable(),
  actions: z.array(PossibleAction),
});
export type LeaveView = z.infer<typeof LeaveView>;

/** The leave ledger of a person. */
export const LeaveFile = z.object({
  enrolleeId: Id,
  caseId: Id,
  maskedName: z.string(),
  leaves: z.array(LeaveView),
  /** Over the whole term; without authority: 3 departures or more than 30 days are a serious breach. */
  totals: z.object({
    leaves: Count,
    daysAway: Count,
    departures: Count,
    /** From how many departures and days on it is a serious breach, by the rule as it holds for this term. */
    departuresFrom: Count,
    unauthorisedDays: Count,
    unauthorisedDaysFrom: Count,
  }),
  rule: z.object({ citation: z.string(), says: z.string() }),
  /** From how many days on this county decides about leaves; null where a report is enough. */
  approvalFromDays: Count.nullable(),
  actions: z.array(PossibleAction),
});
export type LeaveFile = z.infer<typeof LeaveFile>;

/** The lists of leaves that are open. */
export const LeaveQueue = z.enum(["to_decide", "planned", "away", "overdue"]);
export type LeaveQueue = z.infer<typeof LeaveQueue>;

const stepBody = {
  id: Id,
  happenedOn: Day,
  by: line("请填写经办人"),
  note: optionalLine,
};
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const problems = ["not_found", "wrong_state"] as const;

export const leavesEndpoints = {
  list: endpoint({
    name: "leaves.list",
    summary: "Leaves that are open, by how they stand, with the length of every list",
    method: "GET",
    path: "/leaves",
    access: ["list", "CaseFile"],
    query: z.object({ queue: LeaveQueue.default("away"), stationId: Id.optional() }),
    response: z.object({
      rows: z.array(LeaveView),
      counts: z.array(z.object({ queue: LeaveQueue, count: Count })),
    }),
    problems: [],
  }),
  ofPerson: endpoint({
    name: "leaves.ofPerson",
    summary: "The leave ledger of a person",
    method: "GET",
    path: "/enrollees/{id}/leaves",
    access: ["read", "CaseFile"],
    params: IdParams,
    response: LeaveFile,
    problems: ["not_found"],
  }),
  report: endpoint({
    name: "leaves.report",
    summary: "Record the report of a leave",
    method: "POST",
    path: "/enrollees/{id}/leaves",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: z.strictObject({
      id: Id,
      requestedOn: Day,
      leftOn: Day,
      dueBackOn: Day,
      destination: line("请填写目的地"),
      reason: line("请填写事由"),
      companion: optionalLine,
      note: optionalLine,
    }),
    response: LeaveFile,
    problems,
  }),
  recordAbsence: endpoint({
    name: "leaves.recordAbsence",
    summary: "Record that somebody left without a word",
    method: "POST",
    path: "/enrollees/{id}/absences",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: z.strictObject({
      id: Id,
      leftOn: Day,
      /** How it was found out. */
      reason: line("请写明如何发现"),
      destination: optionalLine,
      note: optionalLine,
    }),
    response: LeaveFile,
    problems,
  }),
  document: endpoint({
    name: "leaves.document",
    summary: "外出报告（请假条） with its decision, extensions and return, as Word (audited)",
    method: "POST",
    path: "/leaves/{id}/file",
    access: ["export", "CaseFile"],
    params: IdParams,
    file: word,
    problems,
  }),
  decide: endpoint({
    name: "leaves.decide",
    summary: "Grant or refuse a leave where the county decides about them; never by whoever recorded it",
    method: "POST",
    path: "/leaves/{id}/decision",
    access: ["update", "Approval"],
    params: IdParams,
    body: z
      .strictObject({ ...stepBody, decision: z.enum(["approved", "refused"]) })
      .refine(({ decision, note }) => decision === "approved" || (note !== null && note !== ""), {
        path: ["note"],
        error: "不批准的，请写明理由",
      }),
    response: LeaveFile,
    problems: [...problems, "second_person_required"],
  }),
  extend: endpoint({
    name: "leaves.extend",
    summary: "Put the day of return off, with a reason",
    method: "POST",
    path: "/leaves/{id}/extension",
    access: ["update", "CaseFile"],
    params: IdParams,
    body: z.strictObject({ ...stepBody, note: line("请写明续假的理由"), dueBackOn: Day }),
    response: LeaveFile,
    problems,
  }),
  checkReturn: endpoint({
    name: "leaves.checkReturn",
    summary: "Record that the person is back",
    method: "POST",
    path: "/leaves/{id}/return",
    access: ["update", "CaseFile"],
    params: IdParams,
    body: z.strictObject(stepBody),
    response: LeaveFile,
    problems,
  }),
  cancel: endpoint({
    name: "leaves.cancel",
    summary: "Record that the person never left",
    method: "POST",
    path: "/leaves/{id}/cancellation",
    access: ["update", "CaseFile"],
    params: IdParams,
    body: z.strictObject({ ...stepBody, note: line("请写明未成行的原因") }),
    response: LeaveFile,
    problems,
  }),
  annul: endpoint({
    name: "leaves.annul",
    summary: "Annul a leave that was recorded wrongly",
    method: "POST",
    path: "/leaves/{id}/annulment",
    access: ["update", "CaseFile"],
    params: IdParams,
    body: z.strictObject({ reason: z.string().trim().min(2, "请写明撤销的理由").max(500) }),
    response: LeaveFile,
    problems,
  }),
};

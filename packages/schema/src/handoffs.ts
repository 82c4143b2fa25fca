import { codesOf } from "@rehab/domain/code-list";
import { INTAKE_STEPS } from "@rehab/domain/handoff/can-record";
import {
  HANDOFF_CONDITIONS,
  HANDOFF_PAPERS,
  HANDOFF_SOURCES,
  HANDOFF_STATES,
} from "@rehab/domain/handoff/handoff-record";
import { INTAKE_RUNGS, INTAKE_RUNG_STATES } from "@rehab/domain/handoff/intake-ladder";
import { TERM_CONFLICTS } from "@rehab/domain/handoff/printed-term";
import { SUPPORT_ROLES } from "@rehab/domain/handoff/support-team";
import { RULE_ACTORS } from "@rehab/domain/law/rule";
import { CASE_EVENT_KINDS } from "@rehab/domain/supervision/case-event";
import { z } from "zod";
import { Day, Id, IdParams, Moment, PageQuery, PossibleAction, pageOf } from "./common.ts";
import { DeadlineStep } from "./deadline.ts";
import { endpoint } from "./endpoint.ts";
import { CaseState, Measure } from "./supervision.ts";

const Count = z.number().int();
const optionalText = (max: number) => z.string().trim().max(max).nullable();

export const HandoffState = z.enum(codesOf(HANDOFF_STATES));
export const IntakeRungCode = z.enum(codesOf(INTAKE_RUNGS));
export const SupportRole = z.enum(codesOf(SUPPORT_ROLES));

/**
 * Where a case waits on its way from the order to the plan, by its next step; whoever is to report in also waits in
 * `report_due` or `report_overdue`, for that clock runs whether the station answered or not. `owner_unfit`: the
 * responsible caseworker left or belongs to another station. `returned`: given back to the police.
 */
export const HandoffQueue = z.enum([
  "to_assign",
  "to_acknowledge",
  "report_due",
  "report_overdue",
  "notice",
  "agreement",
  "team",
  "plan",
  "police",
  "owner_unfit",
  "returned",
]);
export type HandoffQueue = z.infer<typeof HandoffQueue>;

export const HandoffFilter = z.object({
  queue: HandoffQueue.optional(),
  handoffState: HandoffState.optional(),
  intakeRung: IntakeRungCode.optional(),
  stationId: Id.optional(),
  overdue: z.enum(["true", "false"]).optional(),
});

/** One case on its way, as the queue shows it: the step that the queue asks for, or the next one, and until when. */
export const HandoffRow = z.object({
  caseId: Id,
  enrolleeId: Id,
  maskedName: z.string(),
  maskedIdNumber: z.string().nullable(),
  provisional: z.boolean(),
  measure: Measure,
  state: CaseState,
  handoffState: HandoffState,
  intakeRung: IntakeRungCode.nullable(),
  dueOn: Day.nullable(),
  /** Negative once the day is over. */
  daysLeft: Count.nullable(),
  overdue: z.boolean(),
  stationId: Id,
  stationName: z.string(),
  townshipName: z.string().nullable(),
  caseworkerName: z.string().nullable(),
  orderNumber: z.string().nullable(),
  receivedOn: Day.nullable(),
  handedOffOn: Day.nullable(),
});
export type HandoffRow = z.infer<typeof HandoffRow>;

export const HandoffCounts = z.object({
  queues: z.array(z.object({ queue: HandoffQueue, count: Count, overdue: Count })),
});

/** One step of the ladder, with the article and the way to its date. */
export const LadderRung = z.object({
  code: IntakeRungCode,
  owner: z.enum(codesOf(RULE_ACTORS)),
  state: z.enum(codesOf(INTAKE_RUNG_STATES)),
  citation: z.string(),
  says: z.string(),
  doneOn: Day.nullable(),
  dueOn: Day.nullable(),
  daysLeft: Count.nullable(),
  steps: z.array(DeadlineStep),
  /** Years on the way whose holidays are not published: the day may still move. */
  unknownYears: z.array(z.number().int()),
});
export type LadderRung = z.infer<typeof LadderRung>;

/** What is unusual about a hand-off and has its own path. */
export const HandoffWarning = z.enum([
  "provisional",
  "live_orders",
  "after_deadline",
  "papers_missing",
  "township_elsewhere",
  "owner_unfit",
]);

export const TeamMember = z.object({
  id: Id,
  role: SupportRole,
  name: z.string(),
  organ: z.string().nullable(),
  maskedPhone: z.string().nullable(),
  fromOn: Day,
  untilOn: Day.nullable(),
});
export type TeamMember = z.infer<typeof TeamMember>;

/** A step that was recorded, and whether it can be annulled. */
export const RecordedStep = z.object({
  id: Id,
  kind: z.enum(codesOf(CASE_EVENT_KINDS)),
  happenedOn: Day,
  recordedAt: Moment,
  recordedBy: z.string().nullable(),
  details: z.array(z.object({ label: z.string(), value: z.string() })),
  annulment: PossibleAction,
});
export type RecordedStep = z.infer<typeof RecordedStep>;

const OrderView = z.object({
  measure: Measure,
  orderNumber: z.string().nullable(),
  orderOrgan: z.string().nullable(),
  orderedOn: Day.nullable(),
  receivedOn: Day.nullable(),
  handedOffOn: Day.nullable(),
  termMonths: Count,
  deductedDays: Count,
  drug: z.string().nullable(),
  policeStation: z.string().nullable(),
});

/** What the hand-off record holds beside the order; null for a case that a register had already. */
export const HandoffRecord = z.object({
  version: Count,
  source: z.enum(codesOf(HANDOFF_SOURCES)),
  papers: z.array(z.enum(codesOf(HANDOFF_PAPERS))),
  condition: z.enum(codesOf(HANDOFF_CONDITIONS)),
  policeOfficer: z.string().nullable(),
  isolationCenter: z.string().nullable(),
  isolationLeftOn: Day.nullable(),
  orderFromOn: Day.nullable(),
  orderToOn: Day.nullable(),
  note: z.string().nullable(),
});

/** One hand-off whole: order, papers, people, ladder, and what can be done now. */
export const HandoffFile = z.object({
  caseId: Id,
  enrolleeId: Id,
  enrolleeVersion: Count,
  maskedName: z.string(),
  maskedIdNumber: z.string().nullable(),
  provisional: z.boolean(),
  stationId: Id,
  stationName: z.string(),
  townshipId: Id.nullable(),
  townshipName: z.string().nullable(),
  caseworkerId: Id.nullable(),
  caseworkerName: z.string().nullable(),
  state: CaseState,
  handoffState: HandoffState,
  order: OrderView,
  record: HandoffRecord.nullable(),
  missingPapers: z.array(z.enum(codesOf(HANDOFF_PAPERS))),
  /** The term that counts: it starts at the report-in. */
  legalTerm: z.object({ startOn: Day, endOn: Day }).nullable(),
  termConflicts: z.array(z.object({ code: z.enum(codesOf(TERM_CONFLICTS)), days: Count })),
  warnings: z.array(HandoffWarning),
  liveOrders: z.array(
    z.object({
      caseId: Id,
      measure: Measure,
      state: CaseState,
      orderNumber: z.string().nullable(),
      orderedOn: Day.nullable(),
      receivedOn: Day.nullable(),
    }),
  ),
  ladder: z.array(LadderRung),
  steps: z.array(RecordedStep),
  team: z.array(TeamMember),
  missingRoles: z.array(SupportRole),
  actions: z.array(
    PossibleAction.extend({
      action: z.enum([...codesOf(INTAKE_STEPS), "update", "complete_identity", "assign_caseworker"]),
    }),
  ),
});
export type HandoffFile = z.infer<typeof HandoffFile>;

/** What a station carries, and who of its staff how many. */
export const StationLoad = z.object({
  id: Id,
  name: z.string(),
  townships: z.array(z.object({ id: Id, name: z.string() })),
  registered: Count,
  /** People beyond thirty for each caseworker. */
  overload: Count,
  caseworkers: z.array(z.object({ id: Id, name: z.string(), caseload: Count })),
});
export type StationLoad = z.infer<typeof StationLoad>;

export const HandoffUpdate = z
  .strictObject({
    /** 0 for a case that has no hand-off record yet. */
    version: Count,
    papers: z.array(z.enum(codesOf(HANDOFF_PAPERS))),
    condition: z.enum(codesOf(HANDOFF_CONDITIONS)),
    policeOfficer: optionalText(40),
    isolationCenter: optionalText(100),
    isolationLeftOn: Day.nullable(),
    orderFromOn: Day.nullable(),
    orderToOn: Day.nullable(),
    note: optionalText(500),
  })
  .refine(({ orderFromOn: from, orderToOn: to }) => from === null || to === null || from <= to, {
    path: ["orderToOn"],
    error: "截止日早于起始日",
  });

const reason = z.string().trim().min(2, "请写明理由").max(500);

export const IdentityPerson = z.object({
  id: Id,
  maskedName: z.string(),
  maskedIdNumber: z.string().nullable(),
  birthYear: Count.nullable(),
  sex: z.enum(["male", "female"]).nullable(),
  stationName: z.string(),
  townshipName: z.string().nullable(),
  measure: Measure.nullable(),
  orderNumber: z.string().nullable(),
});
export type IdentityPerson = z.infer<typeof IdentityPerson>;

const idNumber = z.string().trim().min(1, "请填写证件号码").max(30);

export const handoffsEndpoints = {
  list: endpoint({
    name: "handoffs.list",
    summary: "Cases on their way from the order to the plan, the most urgent first",
    method: "GET",
    path: "/handoffs",
    access: ["list", "Handoff"],
    query: HandoffFilter.extend(PageQuery.shape),
    response: pageOf(HandoffRow),
    problems: [],
  }),
  counts: endpoint({
    name: "handoffs.counts",
    summary: "How many cases wait in each queue, by the conditions that list them",
    method: "GET",
    path: "/handoffs/counts",
    access: ["list", "Handoff"],
    query: z.object({ stationId: Id.optional() }),
    response: HandoffCounts,
    problems: [],
  }),
  loads: endpoint({
    name: "handoffs.loads",
    summary: "What each station and its caseworkers carry today",
    method: "GET",
    path: "/handoffs/loads",
    access: ["list", "Handoff"],
    response: z.object({ stations: z.array(StationLoad) }),
    problems: [],
  }),
  get: endpoint({
    name: "handoffs.get",
    summary: "One case's hand-off with its ladder and what can be done now",
    method: "GET",
    path: "/handoffs/{id}",
    access: ["list", "Handoff"],
    params: IdParams,
    response: HandoffFile,
    problems: ["not_found"],
  }),
  update: endpoint({
    name: "handoffs.update",
    summary: "Change what the hand-off record holds: papers, condition, officer, printed term",
    method: "PUT",
    path: "/handoffs/{id}",
    access: ["update", "Handoff"],
    params: IdParams,
    body: HandoffUpdate,
    response: HandoffFile,
    problems: ["not_found", "stale_version"],
  }),
  reassign: endpoint({
    name: "handoffs.reassign",
    summary: "Assign a case to a station and to somebody of its staff",
    method: "POST",
    path: "/handoffs/{id}/assignment",
    access: ["create", "Handoff"],
    params: IdParams,
    body: z.strictObject({
      id: Id,
      version: Count,
      stationId: Id,
      /** The township that carries the measure out; it stays as it is when null. */
      townshipId: Id.nullable(),
      /** Whoever has the person in hand at that station already, or carries fewest people there, when null. */
      caseworkerId: Id.nullable(),
      note: optionalText(500),
    }),
    response: HandoffFile,
    problems: ["not_found", "stale_version", "wrong_state"],
  }),
  acknowledge: endpoint({
    name: "handoffs.acknowledge",
    summary: "The station takes the case on",
    method: "POST",
    path: "/handoffs/{id}/acknowledgement",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: z.strictObject({ id: Id, note: optionalText(500) }),
    response: HandoffFile,
    problems: ["not_found", "wrong_state"],
  }),
  returnToBureau: endpoint({
    name: "handoffs.returnToBureau",
    summary: "The station gives the assignment back; it keeps the case until the bureau decides",
    method: "POST",
    path: "/handoffs/{id}/bureau-return",
    access: ["create", "CaseFile"],
    params: IdParams,
    body: z.strictObject({ id: Id, reason }),
    response: HandoffFile,
    problems: ["not_found", "wrong_state"],
  }),
  returnToPolice: endpoint({
    name: "handoffs.returnToPolice",
    summary: "The bureau gives the case back to the police, which ends it here",
    method: "POST",
    path: "/handoffs/{id}/police-return",
    access: ["create", "Handoff"],
    params: IdParams,
    body: z.strictObject({ id: Id, happenedOn: Day, reason }),
    response: HandoffFile,
    problems: ["not_found", "wrong_state"],
  }),
  checkIdentity: endpoint({
    name: "handoffs.checkIdentity",
    summary: "Whether an ID number is right and whose it is already",
    method: "POST",
    path: "/enrollees/{id}/identity/check",
    access: ["update", "Handoff"],
    params: IdParams,
    body: z.strictObject({ idNumber }),
    response: z.object({ person: IdentityPerson, holder: IdentityPerson.nullable() }),
    problems: ["not_found"],
  }),
  completeIdentity: endpoint({
    name: "handoffs.completeIdentity",
    summary: "Give a person who was taken over without an ID number the number",
    method: "PUT",
    path: "/enrollees/{id}/identity",
    access: ["update", "Handoff"],
    params: IdParams,
    body: z.strictObject({
      version: Count,
      idNumber,
      /** The registered birth date was wrong: the one in the number replaces it. */
      replaceBirthDate: z.boolean().default(false),
    }),
    response: z.object({ enrolleeId: Id, version: Count, maskedIdNumber: z.string() }),
    problems: ["not_found", "stale_version", "wrong_state", "id_number_taken"],
  }),
  assignCaseworker: endpoint({
    name: "handoffs.assignCaseworker",
    summary: "Make somebody of the person's station responsible",
    method: "PUT",
    path: "/enrollees/{id}/caseworker",
    access: ["update", "Handoff"],
    params: IdParams,
    body: z.strictObject({ version: Count, caseworkerId: Id }),
    response: z.object({ enrolleeId: Id, version: Count, caseworkerName: z.string() }),
    problems: ["not_found", "stale_version"],
  }),
};

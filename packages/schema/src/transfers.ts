import { codesOf } from "@rehab/domain/code-list";
import {
  TRANSFER_DIRECTIONS,
  TRANSFER_MATERIALS,
  TRANSFER_STATES,
  TRANSFER_STEPS,
} from "@rehab/domain/handoff/transfer";
import { z } from "zod";
import { Day, Id, IdParams } from "./common.ts";
import { endpoint } from "./endpoint.ts";
import { CaseState, Measure } from "./supervision.ts";

const Direction = z.enum(codesOf(TRANSFER_DIRECTIONS));
const State = z.enum(codesOf(TRANSFER_STATES));
const Material = z.enum(codesOf(TRANSFER_MATERIALS));
const materials = z.array(Material).max(TRANSFER_MATERIALS.length);
const version = z.number().int();

/** A change of the place of execution with its days, its papers and what can be done next. Masked. */
export const Transfer = z.object({
  id: Id,
  version,
  enrolleeId: Id,
  caseId: Id,
  maskedName: z.string(),
  measure: Measure,
  caseState: CaseState,
  stationId: Id,
  stationName: z.string(),
  direction: Direction,
  state: State,
  /** County and township that the case comes from or goes to. */
  otherPlace: z.string(),
  toStationId: Id.nullable(),
  toStationName: z.string().nullable(),
  requestedOn: Day,
  reason: z.string(),
  materials: z.array(Material),
  missing: z.array(Material),
  sentOn: Day.nullable(),
  letterNumber: z.string().nullable(),
  /** Whole days since sending while the receipt is awaited. */
  waitingDays: z.number().int().nullable(),
  /** The receipt is overdue: somebody should ask for it. */
  isLate: z.boolean(),
  receiptOn: Day.nullable(),
  receiptNumber: z.string().nullable(),
  receivedBy: z.string().nullable(),
  /** Why the receiving station of the county sent the case back. */
  returnedReason: z.string().nullable(),
  cancelledOn: Day.nullable(),
  cancelReason: z.string().nullable(),
  /** Until when the person must report at the new place, while that is open. */
  reportDueOn: Day.nullable(),
  steps: z.array(
    z.object({ step: z.enum(codesOf(TRANSFER_STEPS)), allowed: z.boolean(), reason: z.string().nullable() }),
  ),
});
export type Transfer = z.infer<typeof Transfer>;

export const TransferFilter = z.object({
  direction: Direction.optional(),
  state: State.optional(),
  /** Only those that wait for a receipt too long. */
  late: z.stringbool().optional(),
});

export const TransferRequest = z
  .strictObject({
    id: Id,
    caseId: Id,
    direction: z.enum(["out", "within"]),
    otherPlace: z.string().trim().max(100),
    toStationId: Id.nullable(),
    toTownshipId: Id.nullable(),
    requestedOn: Day,
    reason: z.string().trim().min(2, "请写明变更的原因").max(500),
    materials,
  })
  .refine(({ direction, otherPlace }) => direction === "within" || otherPlace.length >= 2, {
    path: ["otherPlace"],
    error: "请填写变更后的执行地",
  })
  .refine(({ direction, toStationId }) => direction === "out" || toStationId !== null, {
    path: ["toStationId"],
    error: "请选择接收的工作站",
  });

const answer = z.object({ transfer: Transfer });
const changes = ["not_found", "stale_version", "wrong_state"] as const;

/** A case as the letter to the new place names it. Whole values: making the letter is audited. */
export const TransferLetter = z.object({
  transfer: Transfer,
  countyName: z.string(),
  name: z.string(),
  idNumber: z.string().nullable(),
  sex: z.enum(["male", "female"]).nullable(),
  birthDate: Day.nullable(),
  residence: z.string().nullable(),
  registeredAddress: z.string().nullable(),
  orderNumber: z.string().nullable(),
  orderOrgan: z.string().nullable(),
  orderedOn: Day.nullable(),
  reportedOn: Day.nullable(),
  termEndOn: Day.nullable(),
  servedDays: z.number().int().nullable(),
  stoppedDays: z.number().int().nullable(),
  counts: z.object({ tests: z.number().int(), visits: z.number().int() }),
  /** 15日: within which the person reports at the new place, by rule T12 as it holds for this change. */
  reportWithin: z.string(),
  printedOn: Day,
});
export type TransferLetter = z.infer<typeof TransferLetter>;

export const transfersEndpoints = {
  list: endpoint({
    name: "transfers.list",
    summary: "Changes of the place of execution, those that wait longest first",
    method: "GET",
    path: "/transfers",
    access: ["list", "CaseFile"],
    query: TransferFilter,
    response: z.object({
      transfers: z.array(Transfer),
      /** How many of each state there are, whatever the filter. */
      counts: z.record(State, z.number().int()),
      late: z.number().int(),
    }),
    problems: [],
  }),
  ofPerson: endpoint({
    name: "transfers.ofPerson",
    summary: "A person's changes of the place of execution, and whether one can be asked for now",
    method: "GET",
    path: "/enrollees/{id}/transfers",
    access: ["read", "CaseFile"],
    params: IdParams,
    response: z.object({
      transfers: z.array(Transfer),
      /** The case that can move, and the papers that must go along. */
      present: z.object({ caseId: Id, whyNot: z.string().nullable(), wanted: z.array(Material) }).nullable(),
    }),
    problems: ["not_found"],
  }),
  request: endpoint({
    name: "transfers.request",
    summary: "Ask for a change of the place of execution",
    method: "POST",
    path: "/transfers",
    access: ["update", "CaseFile"],
    body: TransferRequest,
    response: answer,
    problems: ["not_found", "wrong_state"],
  }),
  send: endpoint({
    name: "transfers.send",
    summary: "Send the papers; within the county the file goes along to the receiving station",
    method: "POST",
    path: "/transfers/{id}/send",
    access: ["update", "Handoff"],
    params: IdParams,
    body: z.strictObject({
      version,
      sentOn: Day,
      letterNumber: z.string().trim().min(1, "请填写函件编号").max(60),
      materials,
    }),
    response: answer,
    problems: [...changes, "forbidden"],
  }),
  recordReceipt: endpoint({
    name: "transfers.recordReceipt",
    summary: "Record the receiver's receipt, which alone ends the case here",
    method: "POST",
    path: "/transfers/{id}/receipt",
    access: ["update", "Handoff"],
    params: IdParams,
    body: z.strictObject({
      version,
      receiptOn: Day,
      receiptNumber: z.string().trim().min(1, "请填写回执编号").max(60),
      receivedBy: z.string().trim().min(1, "请填写接收单位和接收人").max(100),
    }),
    response: answer,
    problems: changes,
  }),
  acknowledge: endpoint({
    name: "transfers.acknowledge",
    summary: "The receiving station of the county takes the case over",
    method: "POST",
    path: "/transfers/{id}/acknowledgement",
    access: ["update", "CaseFile"],
    params: IdParams,
    body: z.strictObject({ version, acknowledgedOn: Day }),
    response: answer,
    problems: changes,
  }),
  returnToSender: endpoint({
    name: "transfers.returnToSender",
    summary: "The receiving station of the county sends the case back to the bureau",
    method: "POST",
    path: "/transfers/{id}/return",
    access: ["update", "CaseFile"],
    params: IdParams,
    body: z.strictObject({
      version,
      returnedOn: Day,
      reason: z.string().trim().min(2, "请写明退回的理由").max(500),
    }),
    response: answer,
    problems: changes,
  }),
  cancel: endpoint({
    name: "transfers.cancel",
    summary: "Call a change off; a case that was sent within the county goes back",
    method: "POST",
    path: "/transfers/{id}/cancellation",
    access: ["update", "Handoff"],
    params: IdParams,
    body: z.strictObject({
      version,
      cancelledOn: Day,
      reason: z.string().trim().min(2, "请写明撤销的理由").max(500),
    }),
    response: answer,
    problems: [...changes, "forbidden"],
  }),
  letter: endpoint({
    name: "transfers.letter",
    summary: "What the letter and the list of materials say, with whole values (audited)",
    method: "POST",
    path: "/transfers/{id}/letter",
    access: ["export", "CaseFile"],
    params: IdParams,
    response: TransferLetter,
    problems: ["not_found"],
  }),
  export: endpoint({
    name: "transfers.export",
    summary: "The filtered list as Excel (audited, with its purpose)",
    method: "POST",
    path: "/transfers/export",
    access: ["export", "CaseFile"],
    body: z.strictObject({
      direction: Direction.optional(),
      state: State.optional(),
      late: z.boolean().optional(),
      purpose: z.string().trim().min(2, "请填写导出用途").max(200),
      unmasked: z.boolean().default(false),
    }),
    file: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    problems: [],
  }),
};

import { codesOf } from "@rehab/domain/code-list";
import {
  COMPARED_FIELDS,
  LINE_DECISIONS,
  LINE_FINDINGS,
  LIST_SOURCES,
  LIST_WARNINGS,
  MATCH_KEYS,
  RECONCILIATION_KINDS,
  RECONCILIATION_STATES,
} from "@rehab/domain/handoff/reconciliation-codes";
import { z } from "zod";
import { Day, Id, IdParams, Moment } from "./common.ts";
import { WeeklyChecks } from "./county-records.ts";
import { endpoint } from "./endpoint.ts";

const Count = z.number().int();
const Version = z.number().int().min(1);
const Year = z.coerce.number().int().min(2000).max(2100);

export const ReconciliationKind = z.enum(codesOf(RECONCILIATION_KINDS));
export const ReconciliationState = z.enum(codesOf(RECONCILIATION_STATES));
export const ListSource = z.enum(codesOf(LIST_SOURCES));
export const ListWarning = z.enum(codesOf(LIST_WARNINGS));
export const LineFinding = z.enum(codesOf(LINE_FINDINGS));
export const LineDecision = z.enum(codesOf(LINE_DECISIONS));
export const ComparedField = z.enum(codesOf(COMPARED_FIELDS));

/** One comparison with the police as a list of them shows it. */
export const ReconciliationEntry = z.object({
  id: Id,
  kind: ReconciliationKind,
  year: Count,
  week: Count.nullable(),
  month: Count.nullable(),
  state: ReconciliationState,
  source: ListSource,
  checkedOn: Day,
  ourPerson: z.string(),
  policePerson: z.string(),
  people: Count,
});
export type ReconciliationEntry = z.infer<typeof ReconciliationEntry>;

export const ReconciliationYear = z.object({
  weeklyChecks: WeeklyChecks,
  /** Every comparison of the year that was not dropped, the newest last. */
  entries: z.array(ReconciliationEntry),
});

/** What one side tells, field by field; masked where nobody has to look at it. */
export const PersonSideView = z.partialRecord(ComparedField, z.string().nullable());

export const LineView = z.object({
  /** The row of the list, or the case of ours where the list has none. */
  id: Id,
  finding: LineFinding,
  matchedBy: z.enum(codesOf(MATCH_KEYS)).nullable(),
  theirs: PersonSideView.nullable(),
  /** Row number in the sheet. */
  rowNumber: Count.nullable(),
  ours: z
    .object({ enrolleeId: Id, side: PersonSideView, stationName: z.string(), state: z.string() })
    .nullable(),
  differences: z.array(
    z.object({
      field: ComparedField,
      /** Whether ours may be corrected by the list in this field, and if not, why. */
      refusal: z.string().nullable(),
      takeTheirs: z.boolean().nullable(),
    }),
  ),
  issues: z.array(z.object({ code: z.string(), field: z.string().nullable(), text: z.string() })),
  candidates: z.array(
    z.object({
      enrolleeId: Id,
      maskedName: z.string(),
      maskedIdNumber: z.string().nullable(),
      about: z.string(),
    }),
  ),
  /** What the row would do or did, in the user's words. */
  effect: z.string().nullable(),
  allowed: z.array(LineDecision),
  /** The decision that goes without saying why. */
  plain: LineDecision.nullable(),
  decision: z
    .object({
      decision: LineDecision,
      reason: z.string().nullable(),
      decidedBy: z.string(),
      decidedAt: Moment,
    })
    .nullable(),
});
export type LineView = z.infer<typeof LineView>;

export const Reconciliation = z.object({
  ...ReconciliationEntry.shape,
  note: z.string().nullable(),
  version: Version,
  /** First and last day that the comparison is about. */
  from: Day,
  to: Day,
  /** The list as it was read; null while there is none. */
  list: z
    .object({
      fileName: z.string(),
      title: z.string(),
      rows: Count,
      isZeroList: z.boolean(),
      unknownColumns: z.array(z.string()),
      missingColumns: z.array(z.string()),
      warnings: z.array(
        z.object({
          code: ListWarning,
          text: z.string(),
          answer: z.object({ reason: z.string(), by: z.string(), at: Moment }).nullable(),
        }),
      ),
    })
    .nullable(),
  totals: z.object({
    lines: Count,
    listed: Count,
    listedDetox: Count,
    listedRehab: Count,
    ours: Count,
    decided: Count,
    byFinding: z.record(LineFinding, Count),
  }),
  lines: z.array(LineView),
  finishedAt: Moment.nullable(),
  finishedBy: z.string().nullable(),
});
export type Reconciliation = z.infer<typeof Reconciliation>;

const PersonName = z.string().trim().min(1, "请填写姓名").max(60);

const Period = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("weekly"), year: Year, week: z.number().int().min(1).max(53) }),
  z.strictObject({ kind: z.literal("monthly"), year: Year, month: z.number().int().min(1).max(12) }),
]);

export const NewReconciliation = z.strictObject({
  id: Id,
  period: Period,
  checkedOn: Day,
  ourPerson: PersonName,
  policePerson: PersonName,
  source: ListSource,
  note: z.string().trim().max(500).optional(),
});

const typedText = (max: number) => z.string().trim().max(max).optional();

/** One row of a list that is typed: what stands in each column, read by the same rules as a file. */
export const TypedRow = z.strictObject({
  name: typedText(60),
  idNumber: typedText(40),
  sex: typedText(10),
  phone: typedText(40),
  measure: typedText(20),
  orderNumber: typedText(80),
  decidedOn: typedText(20),
  receivedOn: typedText(20),
  termYears: typedText(10),
  township: typedText(40),
  residence: typedText(200),
  registeredAddress: typedText(200),
  drug: typedText(60),
  policeUnit: typedText(80),
  policeStation: typedText(60),
  policeOfficer: typedText(60),
  notes: typedText(200),
});
export type TypedRow = z.infer<typeof TypedRow>;

/** What is set right on a row before it is taken over. */
const RowCorrections = z.strictObject({
  name: z.string().trim().min(1).max(60).optional(),
  idNumber: z.string().trim().max(40).optional(),
  receivedOn: Day.optional(),
  township: z.string().trim().max(40).optional(),
});

export const NewLineDecision = z.strictObject({
  lineId: Id,
  decision: LineDecision,
  /** Needed where the decision is not plain. */
  reason: z.string().trim().max(500).optional(),
  set: RowCorrections.optional(),
  /** Takes the row over although it raises a question that a person may settle. */
  isConfirmed: z.boolean().default(false),
  /** With `take_theirs`: the fields that the list is right about; the others stay as they are. */
  takeTheirs: z.array(ComparedField).optional(),
});

const dated = z.strictObject({ version: Version });

export const reconciliationsEndpoints = {
  year: endpoint({
    name: "reconciliations.year",
    summary: "A year's weeks and months with their comparisons",
    method: "GET",
    path: "/reconciliations",
    access: ["list", "Reconciliation"],
    query: z.object({ year: Year }),
    response: ReconciliationYear,
    problems: [],
  }),
  open: endpoint({
    name: "reconciliations.open",
    summary: "Begin the comparison of a week or a month",
    method: "POST",
    path: "/reconciliations",
    access: ["create", "Reconciliation"],
    body: NewReconciliation,
    response: Reconciliation,
    problems: ["wrong_state"],
  }),
  get: endpoint({
    name: "reconciliations.get",
    summary: "One comparison: the list, our side, and what was decided line by line",
    method: "GET",
    path: "/reconciliations/{id}",
    access: ["list", "Reconciliation"],
    params: IdParams,
    response: Reconciliation,
    problems: ["not_found"],
  }),
  upload: endpoint({
    name: "reconciliations.upload",
    summary: "The police's list as a file; replaces the one before while the comparison is open",
    method: "PUT",
    path: "/reconciliations/{id}/file",
    access: ["update", "Reconciliation"],
    params: IdParams,
    query: z.object({ version: z.coerce.number().int().min(1).optional() }),
    upload: true,
    response: Reconciliation,
    problems: [
      "not_found",
      "stale_version",
      "wrong_state",
      "upload_too_large",
      "file_unreadable",
      "list_of_other_kind",
    ],
  }),
  type: endpoint({
    name: "reconciliations.type",
    summary: "The police's list as somebody typed it; replaces the one before",
    method: "PUT",
    path: "/reconciliations/{id}/rows",
    access: ["update", "Reconciliation"],
    params: IdParams,
    body: dated.extend({ rows: z.array(TypedRow).min(1, "请至少录入一行").max(500) }),
    response: Reconciliation,
    problems: ["not_found", "stale_version", "wrong_state", "file_unreadable", "list_of_other_kind"],
  }),
  answer: endpoint({
    name: "reconciliations.answer",
    summary: "Why a list is used although it looks like the wrong one",
    method: "PUT",
    path: "/reconciliations/{id}/warnings",
    access: ["update", "Reconciliation"],
    params: IdParams,
    body: dated.extend({
      answers: z
        .array(z.strictObject({ code: ListWarning, reason: z.string().trim().min(2, "请写明理由").max(500) }))
        .min(1)
        .max(10),
    }),
    response: Reconciliation,
    problems: ["not_found", "stale_version", "wrong_state"],
  }),
  decide: endpoint({
    name: "reconciliations.decide",
    summary: "Decide lines; a decision can be changed until the comparison is finished",
    method: "POST",
    path: "/reconciliations/{id}/decisions",
    access: ["update", "Reconciliation"],
    params: IdParams,
    body: dated.extend({ decisions: z.array(NewLineDecision).min(1).max(5000) }),
    response: Reconciliation,
    problems: ["not_found", "stale_version", "wrong_state", "decision_invalid", "list_doubtful"],
  }),
  finish: endpoint({
    name: "reconciliations.finish",
    summary: "Carry out what was decided and record the check with both names",
    method: "POST",
    path: "/reconciliations/{id}/finish",
    access: ["update", "Reconciliation"],
    params: IdParams,
    body: dated.extend({
      ourPerson: PersonName,
      policePerson: PersonName,
      note: z.string().trim().max(500).optional(),
    }),
    response: Reconciliation,
    problems: [
      "not_found",
      "stale_version",
      "wrong_state",
      "decision_invalid",
      "list_missing",
      "list_doubtful",
      "lines_undecided",
    ],
  }),
  cancel: endpoint({
    name: "reconciliations.cancel",
    summary: "Drop a comparison with a reason; what a finished one recorded is annulled",
    method: "POST",
    path: "/reconciliations/{id}/cancel",
    access: ["update", "Reconciliation"],
    params: IdParams,
    body: dated.extend({ reason: z.string().trim().min(2, "请写明作废理由").max(500) }),
    response: Reconciliation,
    problems: ["not_found", "stale_version", "wrong_state", "import_undo_blocked"],
  }),
  print: endpoint({
    name: "reconciliations.print",
    summary: "The whole sheet (核对表) for printing and signing, unmasked",
    method: "GET",
    path: "/reconciliations/{id}/print",
    access: ["list", "Reconciliation"],
    params: IdParams,
    response: Reconciliation,
    problems: ["not_found"],
  }),
  sheet: endpoint({
    name: "reconciliations.sheet",
    summary: "The whole sheet (核对表) as Excel, unmasked",
    method: "GET",
    path: "/reconciliations/{id}/sheet",
    access: ["list", "Reconciliation"],
    params: IdParams,
    file: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    problems: ["not_found"],
  }),
};

import { z } from "zod";
import { Cursor, Day, Id, IdParams, Moment, pageOf } from "./common.ts";
import { endpoint } from "./endpoint.ts";

const Count = z.number().int();

/** The kinds of paper a county keeps. */
export const FormKind = z.enum([
  "stations_staff",
  "register",
  "handoff_list",
  "report_ins",
  "status_changes",
  "tests",
  "visits",
  "leaves",
  "funds",
  "publicity",
  "meetings",
]);
export type FormKind = z.infer<typeof FormKind>;

/**
 * What a row would do, or did: `new` adds facts, `changed` completes a record, `matched` is known already,
 * `held` needs a person's decision, `waiting` tells of somebody whose own row is held and follows it,
 * `rejected` is left out, with its reason.
 */
export const RowVerdict = z.enum(["new", "changed", "matched", "held", "waiting", "rejected"]);
export type RowVerdict = z.infer<typeof RowVerdict>;

export const BatchState = z.enum(["planning", "planned", "applying", "applied", "failed", "undone"]);

const Verdicts = z.record(RowVerdict, Count);

export const ImportFile = z.object({
  id: Id,
  name: z.string(),
  kind: FormKind.nullable(),
  /** Chinese name of the kind, as the screen says it. */
  kindLabel: z.string(),
  headerRow: Count.nullable(),
  mappedColumns: z.array(z.object({ header: z.string(), field: z.string(), label: z.string() })),
  unknownColumns: z.array(z.string()),
  rows: Count,
  verdicts: Verdicts,
  /** Why the file as a whole could not be used. */
  problem: z.string().nullable(),
  /** Title facts: week and check date of a hand-off list, budget, as-of date. */
  notes: z.array(z.string()),
});
export type ImportFile = z.infer<typeof ImportFile>;

export const ImportBatch = z.object({
  id: Id,
  state: BatchState,
  createdAt: Moment,
  createdBy: z.string(),
  appliedAt: Moment.nullable(),
  undoneAt: Moment.nullable(),
  undoReason: z.string().nullable(),
  progress: z.object({ done: Count, total: Count, step: z.string() }),
  verdicts: Verdicts,
  toDecide: Count,
  files: z.array(ImportFile),
});
export type ImportBatch = z.infer<typeof ImportBatch>;

export const DecisionAction = z.enum(["accept", "correct", "reject", "return_to_police", "same_order"]);
export type DecisionAction = z.infer<typeof DecisionAction>;

export const ImportRow = z.object({
  id: Id,
  fileId: Id,
  fileName: z.string(),
  kind: FormKind,
  /** Row number in the sheet, counted from 1. */
  rowNumber: Count,
  /** 序号 of the row. */
  sequence: Count,
  maskedName: z.string().nullable(),
  verdict: RowVerdict,
  /** What the row does, in the user's words. */
  effect: z.string(),
  issues: z.array(
    z.object({
      code: z.string(),
      /** Cell, such as `E4`. */
      cell: z.string().nullable(),
      field: z.string().nullable(),
      text: z.string(),
    }),
  ),
  cells: z.array(z.object({ field: z.string(), label: z.string(), address: z.string(), text: z.string() })),
  /** Existing records to put beside the row: same name, same number, same order. */
  candidates: z.array(
    z.object({
      enrolleeId: Id,
      maskedName: z.string(),
      maskedIdNumber: z.string().nullable(),
      about: z.string(),
    }),
  ),
  allowedActions: z.array(DecisionAction),
  decision: z
    .object({ action: DecisionAction, reason: z.string(), decidedBy: z.string(), decidedAt: Moment })
    .nullable(),
});
export type ImportRow = z.infer<typeof ImportRow>;

/** Values that a correction sets; only what the row's issue is about. */
export const Corrections = z.strictObject({
  name: z.string().trim().min(1).max(60).optional(),
  idNumber: z.string().trim().max(40).optional(),
  receivedOn: Day.optional(),
  happenedOn: Day.optional(),
  township: z.string().trim().max(40).optional(),
});

export const Decision = z.strictObject({
  rowId: Id,
  action: DecisionAction,
  set: Corrections.optional(),
  reason: z.string().trim().min(1, "请写明理由").max(500),
});

/** decisions.json of a folder import: names the row by file (without ending) and 序号. */
export const FolderDecisions = z.array(
  z.object({
    file: z.string(),
    row: Count,
    issue: z.string(),
    action: DecisionAction,
    set: Corrections.optional(),
    reason: z.string(),
  }),
);
export type FolderDecisions = z.infer<typeof FolderDecisions>;

export const importsEndpoints = {
  upload: endpoint({
    name: "imports.upload",
    summary: "Upload files; answers at once, the dry run goes on behind",
    method: "POST",
    path: "/imports",
    access: ["create", "ImportBatch"],
    upload: true,
    response: ImportBatch,
    problems: ["upload_too_large", "file_unreadable"],
  }),
  list: endpoint({
    name: "imports.list",
    summary: "Import batches, newest first",
    method: "GET",
    path: "/imports",
    access: ["list", "ImportBatch"],
    query: z.object({
      cursor: Cursor.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    response: pageOf(ImportBatch),
    problems: [],
  }),
  get: endpoint({
    name: "imports.get",
    summary: "One batch with its files and progress",
    method: "GET",
    path: "/imports/{id}",
    access: ["read", "ImportBatch"],
    params: IdParams,
    response: ImportBatch,
    problems: ["not_found"],
  }),
  rows: endpoint({
    name: "imports.rows",
    summary: "Rows of a batch with what they do and why",
    method: "GET",
    path: "/imports/{id}/rows",
    access: ["read", "ImportBatch"],
    params: IdParams,
    query: z.object({
      fileId: Id.optional(),
      verdict: RowVerdict.optional(),
      cursor: Cursor.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: pageOf(ImportRow),
    problems: ["not_found"],
  }),
  decide: endpoint({
    name: "imports.decide",
    summary: "Decide held rows; before or after the batch was applied",
    method: "POST",
    path: "/imports/{id}/decisions",
    access: ["update", "ImportBatch"],
    params: IdParams,
    body: z.strictObject({ decisions: z.array(Decision).min(1).max(500) }),
    response: ImportBatch,
    problems: ["not_found", "decision_invalid", "wrong_state"],
  }),
  apply: endpoint({
    name: "imports.apply",
    summary: "Carry out a planned batch; held rows stay in the queue",
    method: "POST",
    path: "/imports/{id}/apply",
    access: ["apply", "ImportBatch"],
    params: IdParams,
    response: ImportBatch,
    problems: ["not_found", "import_already_applied", "wrong_state"],
  }),
  undo: endpoint({
    name: "imports.undo",
    summary: "Annul everything a batch recorded; its trace stays",
    method: "POST",
    path: "/imports/{id}/undo",
    access: ["undo", "ImportBatch"],
    params: IdParams,
    body: z.strictObject({ reason: z.string().trim().min(2, "请写明撤销理由").max(500) }),
    response: ImportBatch,
    problems: ["not_found", "wrong_state", "import_undo_blocked"],
  }),
  rejected: endpoint({
    name: "imports.rejected",
    summary: "The rejected and held rows of a file as the same Excel with a reason column",
    method: "GET",
    path: "/imports/{id}/files/{fileId}/rejected",
    access: ["export", "ImportBatch"],
    params: z.object({ id: Id, fileId: Id }),
    file: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    problems: ["not_found"],
  }),
};

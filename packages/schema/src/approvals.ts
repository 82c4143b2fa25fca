import { codesOf } from "@rehab/domain/code-list";
import { APPROVAL_KINDS, APPROVAL_STATES } from "@rehab/domain/supervision/approval";
import { z } from "zod";
import { Id, IdParams, Moment, PageQuery, PossibleAction, pageOf } from "./common.ts";
import { endpoint } from "./endpoint.ts";
import { Measure } from "./supervision.ts";

export const ApprovalKind = z.enum(codesOf(APPROVAL_KINDS));
export const ApprovalState = z.enum(codesOf(APPROVAL_STATES));

/** A grave act that somebody proposed, with what the second person has to see. */
export const ApprovalRow = z.object({
  id: Id,
  kind: ApprovalKind,
  state: ApprovalState,
  enrolleeId: Id,
  maskedName: z.string(),
  measure: Measure,
  stationName: z.string(),
  proposedAt: Moment,
  proposedBy: z.string(),
  decidedAt: Moment.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  /** What is proposed, in the words of its kind: number of the letter, who gets it, what else is said. */
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  /** What the papers say on the day of the answer, and the article behind it. */
  items: z.array(
    z.object({ code: z.string(), label: z.string(), present: z.boolean(), because: z.string() }),
  ),
  sentence: z.string(),
  citation: z.string(),
  cautions: z.array(z.string()),
  version: z.number().int(),
  actions: z.array(PossibleAction),
});
export type ApprovalRow = z.infer<typeof ApprovalRow>;

const reason = z.string().trim().max(500);

export const approvalsEndpoints = {
  list: endpoint({
    name: "approvals.list",
    summary: "What waits for a second person, or how it was decided",
    method: "GET",
    path: "/approvals",
    access: ["list", "Approval"],
    query: z.object({ state: z.enum(["open", "decided"]).default("open"), ...PageQuery.shape }),
    response: pageOf(ApprovalRow),
    problems: [],
  }),
  decide: endpoint({
    name: "approvals.decide",
    summary: "Confirm or refuse; never by whoever proposed it",
    method: "POST",
    path: "/approvals/{id}/decision",
    access: ["update", "Approval"],
    params: IdParams,
    body: z
      .strictObject({ version: z.number().int(), decision: z.enum(["confirm", "refuse"]), reason })
      .refine(({ decision, reason: why }) => decision === "confirm" || why !== "", {
        path: ["reason"],
        error: "不同意的，请写明理由",
      }),
    response: ApprovalRow,
    problems: ["not_found", "stale_version", "wrong_state", "second_person_required"],
  }),
  withdraw: endpoint({
    name: "approvals.withdraw",
    summary: "Take an open proposal back; by whoever proposed it",
    method: "POST",
    path: "/approvals/{id}/withdrawal",
    access: ["create", "Approval"],
    params: IdParams,
    body: z.strictObject({ version: z.number().int(), reason: reason.min(1, "请写明撤回的理由") }),
    response: ApprovalRow,
    problems: ["not_found", "stale_version", "wrong_state"],
  }),
};

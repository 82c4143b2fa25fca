import type { ApprovalRow, approvalsEndpoints } from "@rehab/schema/approvals";
import type { BodyOf } from "@rehab/schema/endpoint";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import { staleVersion } from "../../core/stale-version.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { approval } from "../../db/schema/handoff.ts";
import type { ApprovalRecord } from "../matters/rows.ts";
import { handlerOf } from "./approval-kinds.ts";
import { viewApproval } from "./approval-row.ts";

interface DecideInput extends BodyOf<typeof approvalsEndpoints.decide> {
  readonly id: string;
}

/**
 * The second person confirms, and what was proposed is carried out in the same transaction, or refuses with a reason.
 * Whoever proposed it decides nothing; the database keeps that too (approval_two_people).
 */
export const decideApproval = useCase<DecideInput, ApprovalRow>(
  "approvals.decide",
  async (context, input) => {
    const { id, version, decision, reason } = input;
    const { audit, actor } = context;
    const found = await getApproval(context, id);
    requireAtStation(actor, "update", "Approval", found.stationId);
    const state = decision === "confirm" ? "confirmed" : "refused";
    audit({
      action: "approvals.decide",
      subjectType: "approval",
      subjectId: id,
      change: { enrolleeId: found.enrolleeId, kind: found.kind, decision },
      ...(reason !== "" && { reason }),
    });
    if (found.state === state && found.decidedBy === actor.accountId) return viewApproval(context, found);
    await requireOpen(context, found, version);
    if (found.proposedBy === actor.accountId) throw new ProblemError("second_person_required");
    if (decision === "confirm") await handlerOf(found.kind).carryOut(context, found);
    return settle(context, found, state, reason);
  },
);

interface WithdrawInput extends BodyOf<typeof approvalsEndpoints.withdraw> {
  readonly id: string;
}

/** Takes an open proposal back. */
export const withdrawApproval = useCase<WithdrawInput, ApprovalRow>(
  "approvals.withdraw",
  async (context, { id, version, reason }) => {
    const { audit, actor } = context;
    const found = await getApproval(context, id);
    audit({
      action: "approvals.withdraw",
      subjectType: "approval",
      subjectId: id,
      change: { enrolleeId: found.enrolleeId, kind: found.kind },
      reason,
    });
    if (found.proposedBy !== actor.accountId) {
      throw new ProblemError("wrong_state", { detail: "只有提出人可以撤回" });
    }
    if (found.state === "withdrawn") return viewApproval(context, found);
    await requireOpen(context, found, version);
    return settle(context, found, "withdrawn", reason);
  },
);

async function getApproval({ tx }: UseCaseContext, id: string): Promise<ApprovalRecord> {
  const [found] = await tx.select().from(approval).where(eq(approval.id, id)).for("update");
  if (found === undefined) throw new ProblemError("not_found");
  return found;
}

async function requireOpen(context: UseCaseContext, found: ApprovalRecord, version: number): Promise<void> {
  if (found.state !== "open") throw new ProblemError("wrong_state", { detail: "这一事项已经处理" });
  if (found.version !== version) throw await staleVersion(context, { ...found, subjectId: found.id });
}

async function settle(
  context: UseCaseContext,
  found: ApprovalRecord,
  state: "confirmed" | "refused" | "withdrawn",
  reason: string,
): Promise<ApprovalRow> {
  const { tx, now, actor } = context;
  const [settled] = await tx
    .update(approval)
    .set({
      state,
      decidedAt: now,
      decidedBy: actor.accountId,
      reason: reason === "" ? null : reason,
      version: found.version + 1,
    })
    .where(eq(approval.id, found.id))
    .returning();
  if (settled === undefined) throw new ProblemError("not_found");
  return viewApproval(context, settled);
}

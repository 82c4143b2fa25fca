import type { BodyOf } from "@rehab/schema/endpoint";
import type { ContactFile, visitsEndpoints } from "@rehab/schema/visits";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import { staleVersion } from "../../core/stale-version.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { visit } from "../../db/schema/case-facts.ts";
import { helpRecord, planGoal } from "../../db/schema/supervision.ts";
import { annulment, holds } from "../enrollees/annulment.ts";
import type { AnnullableRow } from "../enrollees/annulment.ts";
import { answerAfterWrite } from "../matters/matter.ts";
import { contactMatter } from "./contact-file.ts";

type Endpoints = typeof visitsEndpoints;
type Input<Name extends "settleHelp" | "closeGoal" | "annul"> = BodyOf<Endpoints[Name]> & {
  readonly id: string;
};

/** Records what came of help. */
export const settleHelp = useCase<Input<"settleHelp">, ContactFile>(
  "visits.settleHelp",
  async (context, { id, version, ...outcome }) => {
    const { tx, audit, today } = context;
    const [row] = await tx.select().from(helpRecord).where(eq(helpRecord.id, id)).for("update");
    if (row === undefined) throw new ProblemError("not_found");
    refuseFutureDay(outcome.outcomeOn, today, "/outcomeOn");
    refuseEarlierDay({ pointer: "/outcomeOn", day: outcome.outcomeOn }, row.happenedOn, "不能早于帮扶日期");
    await requireHolding(context, row, version);
    await tx
      .update(helpRecord)
      .set({ ...outcome, version: version + 1 })
      .where(eq(helpRecord.id, id));
    audit({
      action: "visits.settleHelp",
      subjectType: "enrollee",
      subjectId: row.enrolleeId,
      saved: { id, version: version + 1 },
      change: { helpId: id, before: row.outcome, after: outcome.outcome },
    });
    return answerAfterWrite(context, contactMatter, row.enrolleeId);
  },
);

/** Records how a goal was closed. */
export const closeGoal = useCase<Input<"closeGoal">, ContactFile>(
  "visits.closeGoal",
  async (context, { id, version, ...closing }) => {
    const { tx, audit, today } = context;
    const [row] = await tx.select().from(planGoal).where(eq(planGoal.id, id)).for("update");
    if (row === undefined) throw new ProblemError("not_found");
    refuseFutureDay(closing.closedOn, today, "/closedOn");
    refuseEarlierDay({ pointer: "/closedOn", day: closing.closedOn }, row.setOn, "不能早于确定日期");
    await requireHolding(context, row, version);
    await tx
      .update(planGoal)
      .set({ ...closing, version: version + 1 })
      .where(eq(planGoal.id, id));
    audit({
      action: "visits.closeGoal",
      subjectType: "enrollee",
      subjectId: row.enrolleeId,
      saved: { id, version: version + 1 },
      change: { goalId: id, before: row.result, after: closing.result },
    });
    return answerAfterWrite(context, contactMatter, row.enrolleeId);
  },
);

const tables = { visit, help: helpRecord, goal: planGoal };

/** Annuls what was recorded wrongly; it stays in the file with the reason, and nothing counts it any more. */
export const annulContact = useCase<Input<"annul">, ContactFile>(
  "visits.annul",
  async (context, { id, kind, reason }) => {
    const { tx, audit, actor } = context;
    const table = tables[kind];
    const [row] = await tx
      .select({ stationId: table.stationId, enrolleeId: table.enrolleeId, annulledAt: table.annulledAt })
      .from(table)
      .where(eq(table.id, id))
      .for("update");
    if (row === undefined) throw new ProblemError("not_found");
    requireAtStation(actor, "update", "CaseFile", row.stationId);
    const annulled = holds(row);
    if (annulled) await tx.update(table).set(annulment(context, reason)).where(eq(table.id, id));
    audit({
      action: "visits.annul",
      subjectType: "enrollee",
      subjectId: row.enrolleeId,
      change: { recordId: id, kind, annulled },
      reason,
    });
    return answerAfterWrite(context, contactMatter, row.enrolleeId);
  },
);

async function requireHolding(
  context: Pick<UseCaseContext, "actor" | "tx">,
  row: AnnullableRow & { readonly id: string; readonly enrolleeId: string; readonly version: number },
  version: number,
): Promise<void> {
  requireAtStation(context.actor, "update", "CaseFile", row.stationId);
  if (!holds(row)) throw new ProblemError("wrong_state", { detail: "这条记录已经撤销" });
  if (row.version !== version) throw await staleVersion(context, { ...row, subjectId: row.enrolleeId });
}

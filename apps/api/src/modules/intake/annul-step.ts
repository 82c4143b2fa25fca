import type { CaseEventKind } from "@rehab/domain/supervision/case-event";
import type { HandoffFile } from "@rehab/schema/handoffs";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import { useCase } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { annulment, holds } from "../enrollees/annulment.ts";
import { lockEnrollee } from "../enrollees/present-case.ts";
import { getHandoffCase, projectPerson } from "../handoffs/handoff-case.ts";
import { handoffFileOf } from "../handoffs/handoff-file.ts";
import { whyNotAnnulled } from "../handoffs/recorded-steps.ts";

/** Annuls a step that was recorded wrongly; it stays on the timeline with the reason, and nothing counts it any more. */
export const annulStep = useCase<{ readonly id: string; readonly reason: string }, HandoffFile>(
  "intake.annul",
  async (context, { id, reason }) => {
    const { tx, audit, actor } = context;
    const [event] = await tx.select().from(caseEvent).where(eq(caseEvent.id, id));
    if (event === undefined) throw new ProblemError("not_found");
    await lockEnrollee(context, event.enrolleeId);
    requireAtStation(actor, "update", "CaseFile", event.stationId);
    const annulled = holds(event);
    if (annulled) {
      const { facts } = await getHandoffCase(tx, event.caseId);
      const fact = { kind: event.kind as CaseEventKind, on: event.happenedOn };
      const obstacle = whyNotAnnulled(fact, facts.history, actor);
      if (obstacle !== null) throw new ProblemError("wrong_state", { detail: obstacle });
      await tx.update(caseEvent).set(annulment(context, reason)).where(eq(caseEvent.id, id));
      await projectPerson(context, event.enrolleeId);
    }
    audit({
      action: "intake.annul",
      subjectType: "enrollee",
      subjectId: event.enrolleeId,
      change: { caseId: event.caseId, eventId: id, kind: event.kind, annulled },
      reason,
    });
    return handoffFileOf(context, event.caseId);
  },
);

import type { CaseEvent } from "@rehab/domain/supervision/case-event";
import type { CaseStateFile, caseStatesEndpoints } from "@rehab/schema/case-states";
import type { BodyOf } from "@rehab/schema/endpoint";
import { newId } from "../../core/ids.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { approval, caseDocument } from "../../db/schema/handoff.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import type { ApprovalRecord } from "../no-shows/load-no-shows.ts";
import { EndProposal } from "./end-proposal.ts";
import { factOf } from "../enrollees/present-case.ts";
import { answerAfterWrite, getStatePerson, lockStatePerson } from "./open-person.ts";
import { requireEvent, requirePossible } from "./possible-actions.ts";
import { requirePossibleEvent } from "./require-possible-event.ts";

type ReleaseBody = BodyOf<typeof caseStatesEndpoints.proposeRelease>;
type TerminationBody = BodyOf<typeof caseStatesEndpoints.proposeTermination>;

/** Proposes a release by the notice of the police. Nothing changes for the person before a second one confirms it. */
export const proposeRelease = useCase<{ id: string; body: ReleaseBody }, CaseStateFile>(
  "case-states.proposeRelease",
  (context, { id, body }) => propose(context, id, body, "release"),
);

/** Proposes a termination by a decision of the police or a court; a second person confirms it. */
export const proposeTermination = useCase<{ id: string; body: TerminationBody }, CaseStateFile>(
  "case-states.proposeTermination",
  (context, { id, body }) => propose(context, id, body, "termination"),
);

async function propose(
  context: UseCaseContext,
  id: string,
  body: ReleaseBody | TerminationBody,
  kind: "release" | "termination",
): Promise<CaseStateFile> {
  const { tx, audit, now, actor, today } = context;
  const { id: approvalId, ...proposal } = body;
  const person = await lockStatePerson(context, id);
  const created = !person.proposals.some((row) => row.id === approvalId);
  if (created) {
    requirePossible(context, person, kind === "release" ? "proposeRelease" : "proposeTermination");
    refuseFutureDay(proposal.on, today, "/on");
    refuseFutureDay(proposal.decidedOn, today, "/decidedOn");
    requireEvent(context, person, eventOf(kind, EndProposal.parse(proposal)));
    if (actor.accountId === null) throw new ProblemError("forbidden");
    const { countyCode, stationId, enrolleeId, caseId } = factOf(context, person.facts);
    await tx.insert(approval).values({
      id: approvalId,
      countyCode,
      stationId,
      enrolleeId,
      caseId,
      kind,
      proposal,
      proposedAt: now,
      proposedBy: actor.accountId,
    });
  }
  audit({
    action: kind === "release" ? "case-states.proposeRelease" : "case-states.proposeTermination",
    subjectType: "approval",
    subjectId: approvalId,
    change: { enrolleeId: id, created },
  });
  return answerAfterWrite(context, id);
}

/**
 * Carries a confirmed release or termination out: the case ends on the day that was proposed, and the paper goes on
 * file. Throws `wrong_state` when the case no longer allows it.
 */
export async function carryOutEnd(context: UseCaseContext, approved: ApprovalRecord): Promise<void> {
  const { tx, actor, today, law } = context;
  const person = await getStatePerson(tx, approved.enrolleeId);
  if (person.facts.caseId !== approved.caseId) {
    throw new ProblemError("wrong_state", { detail: "本人已有新的案件" });
  }
  const proposal = EndProposal.parse(approved.proposal);
  const kind = approved.kind === "release" ? "release" : "termination";
  requirePossibleEvent(eventOf(kind, proposal), person.facts.history, law);
  const paperId = newId();
  const { number, organ, decidedOn, ground, note, pages } = proposal;
  await tx.insert(caseDocument).values({
    ...factOf(context, person.facts),
    id: paperId,
    kind:
      kind === "release"
        ? "release_notice"
        : ground === "compulsory_isolation"
          ? "isolation_order"
          : "termination_statement",
    number,
    issuedOn: decidedOn,
    issuedBy: organ,
    pages,
  });
  await tx.insert(caseEvent).values({
    ...factOf(context, person.facts),
    id: newId(),
    kind: kind === "release" ? "released" : "terminated",
    ground,
    happenedOn: proposal.on,
    reason: number,
    note,
    details: {
      number,
      organ,
      decidedOn,
      proposedBy: approved.proposedBy,
      confirmedBy: actor.accountId,
      paperId,
    },
  });
  await projectRegister(tx, [approved.enrolleeId], { law, today });
}

/** The event with which a proposal ends the case. */
export function eventOf(kind: "release" | "termination", { on, ground }: EndProposal): CaseEvent {
  if (kind === "release") return { kind: "released", on };
  return { kind: "terminated", on, ...(ground !== null && { ground }) };
}

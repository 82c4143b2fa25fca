import type { CaseEvent } from "@rehab/domain/supervision/case-event";
import type { CaseStateFile, caseStatesEndpoints } from "@rehab/schema/case-states";
import type { BodyOf } from "@rehab/schema/endpoint";
import { newId } from "../../core/ids.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { caseDocument } from "../../db/schema/handoff.ts";
import { projectRegister } from "../enrollees/project-register.ts";
import type { ApprovalRecord } from "../matters/rows.ts";
import { EndProposal } from "./end-proposal.ts";
import { factOf } from "../enrollees/present-case.ts";
import { lockMatter } from "../matters/matter.ts";
import { otherCase } from "../matters/referral.ts";
import { proposing } from "../approvals/propose.ts";
import type { StatePerson } from "./load-states.ts";
import { stateMatter } from "./state-matter.ts";
import { requireEvent, requirePossible } from "./possible-actions.ts";
import { requirePossibleEvent } from "./require-possible-event.ts";

type ReleaseInput = { readonly id: string; readonly body: BodyOf<Endpoints["proposeRelease"]> };
type TerminationInput = { readonly id: string; readonly body: BodyOf<Endpoints["proposeTermination"]> };
type Endpoints = typeof caseStatesEndpoints;

/** Proposes a release by the notice of the police. */
export const proposeRelease = proposing<StatePerson, CaseStateFile, ReleaseInput>(stateMatter, {
  action: "proposeRelease",
  kind: "release",
  known: ({ proposals }) => proposals,
  refuse: (context, person, { body }) => refuse(context, person, "release", body),
});

/** Proposes a termination by a decision of the police or a court. */
export const proposeTermination = proposing<StatePerson, CaseStateFile, TerminationInput>(stateMatter, {
  action: "proposeTermination",
  kind: "termination",
  known: ({ proposals }) => proposals,
  refuse: (context, person, { body }) => refuse(context, person, "termination", body),
});

function refuse(
  context: UseCaseContext,
  person: StatePerson,
  kind: "release" | "termination",
  body: ReleaseInput["body"] | TerminationInput["body"],
): void {
  requirePossible(context, person, kind === "release" ? "proposeRelease" : "proposeTermination");
  refuseFutureDay(body.on, context.today, "/on");
  refuseFutureDay(body.decidedOn, context.today, "/decidedOn");
  requireEvent(context, person, eventOf(kind, EndProposal.parse(body)));
}

/**
 * Carries a confirmed release or termination out: the case ends on the day that was proposed, and the paper goes on
 * file. Throws `wrong_state` when the case no longer allows it.
 */
export async function carryOutEnd(context: UseCaseContext, approved: ApprovalRecord): Promise<void> {
  const { tx, actor, today, law } = context;
  const person = await lockMatter(context, stateMatter, approved.enrolleeId);
  if (person.facts.caseId !== approved.caseId) throw otherCase();
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

import { lostContactGap } from "@rehab/domain/handoff/contact-attempt";
import type { AttemptMethod, AttemptOutcome } from "@rehab/domain/handoff/contact-attempt";
import type { DocumentKind } from "@rehab/domain/handoff/document-service";
import { TRANSITIONS } from "@rehab/domain/supervision/transitions";
import type { CaseEvent } from "@rehab/domain/supervision/case-event";
import type { CaseStateFile } from "@rehab/schema/case-states";
import type { CaseEventBody } from "@rehab/schema/case-state-bodies";
import { newId } from "../../core/ids.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { caseDocument } from "../../db/schema/handoff.ts";
import { holds } from "../enrollees/annulment.ts";
import type { StatePerson } from "./load-states.ts";
import { factOf } from "../enrollees/present-case.ts";
import { recording } from "../matters/recording.ts";
import { stateMatter } from "./state-matter.ts";
import { requireEvent } from "./possible-actions.ts";

interface Input {
  readonly id: string;
  readonly body: CaseEventBody;
}

/**
 * Records what moves a case or lies over it, and files its paper with it. The state machine decides whether it can be,
 * also for a day in the past; a resend with the same id changes nothing.
 */
export const recordEvent = recording<StatePerson, CaseStateFile, Input>(stateMatter, {
  action: "record",
  subjectType: "caseEvent",
  known: ({ events }) => events,
  change: ({ body: { kind, on } }) => ({ kind, on }),
  write: async (context, person, { body }) => {
    const { tx, today, actor } = context;
    requireAtStation(actor, "create", "CaseFile", person.facts.stationId);
    refuseFutureDay(body.on, today, "/on");
    requireEvent(context, person, eventOf(body));
    const paper = paperOf(body);
    if (paper !== undefined) {
      refuseFutureDay(paper.issuedOn, today, "/paperOn");
      await tx.insert(caseDocument).values({ ...factOf(context, person.facts), ...paper });
    }
    await tx.insert(caseEvent).values({
      ...factOf(context, person.facts),
      id: body.id,
      kind: body.kind,
      happenedOn: body.on,
      ground: body.kind === "suspended" ? body.ground : null,
      note: body.note,
      details: detailsOf(body, person, paper?.id ?? null),
    });
  },
});

function eventOf(body: CaseEventBody): CaseEvent {
  const { id, kind, on } = body;
  if (body.kind === "suspended") return { id, kind, on, ground: body.ground };
  return body.kind === "risk_set" ? { id, kind, on, riskLevel: body.level } : { id, kind, on };
}

interface Paper {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly number: string | null;
  readonly issuedOn: CaseEvent["on"];
  readonly issuedBy: string;
  readonly pages: number;
}

/** The paper that the form of the event asks for, of the kind that proves the transition. */
function paperOf(body: CaseEventBody): Paper | undefined {
  const [kind] = TRANSITIONS[body.kind].evidence;
  if (kind === undefined || !("paperOn" in body)) return undefined;
  const { paperNumber, paperOn, paperBy, pages } = body;
  return { id: newId(), kind, number: paperNumber, issuedOn: paperOn, issuedBy: paperBy, pages };
}

/** What the form asks beside day and note, as `caseEventDetails` of the contract describes it. */
function detailsOf(body: CaseEventBody, person: StatePerson, paperId: string | null): object {
  switch (body.kind) {
    case "suspended":
    case "resumed":
      return { proof: body.proof, paperId };
    case "lost_contact":
      requireFailedAttempts(body, person);
      return { attemptIds: body.attemptIds, paperId };
    case "found":
      return { how: body.how, by: body.by };
    case "dual_control_started":
    case "dual_control_ended":
      return { partner: body.partner };
    case "maintenance_started":
    case "maintenance_ended":
      return { clinic: body.clinic };
    case "hospitalised":
    case "discharged":
      return { hospital: body.hospital, proof: body.proof };
    case "risk_set":
      return { level: body.level, factors: body.factors, basis: body.basis, before: person.riskLevel };
    case "died":
      return { paperId };
  }
}

/** A loss of contact names the attempts that failed; they stand in the person's file. */
function requireFailedAttempts(
  { attemptIds, on }: CaseEventBody & { kind: "lost_contact" },
  { attempts }: StatePerson,
): void {
  const named = attempts.filter((row) => attemptIds.includes(row.id) && holds(row));
  const gap =
    named.length < new Set(attemptIds).size
      ? "选择的查找记录已经撤销或者不属于本人"
      : lostContactGap(
          named.map(({ happenedOn, method, outcome }) => ({
            on: happenedOn,
            method: method as AttemptMethod,
            outcome: outcome as AttemptOutcome,
          })),
          on,
        );
  if (gap === undefined) return;
  throw new ProblemError("invalid_input", { errors: [{ pointer: "/attemptIds", detail: gap }] });
}

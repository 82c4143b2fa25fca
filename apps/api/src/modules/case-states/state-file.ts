import { zhOf } from "@rehab/domain/code-list";
import type { DocumentKind } from "@rehab/domain/handoff/document-service";
import { isolationCautions } from "@rehab/domain/handoff/no-show";
import { caseSpans } from "@rehab/domain/indicators/case-spans";
import type { Law } from "@rehab/domain/law/law";
import { citationOf, ruleOn } from "@rehab/domain/law/rule";
import type { RuleId } from "@rehab/domain/law/rule";
import { canAnnul } from "@rehab/domain/supervision/can-happen";
import {
  CASE_EVENT_KINDS,
  SUSPENSION_GROUNDS,
  TERMINATION_GROUNDS,
} from "@rehab/domain/supervision/case-event";
import { stateOn } from "@rehab/domain/supervision/case-state";
import { endReadiness, missedWindows } from "@rehab/domain/supervision/end-of-term";
import { overlaysOn } from "@rehab/domain/supervision/overlays";
import { addDays, daysBetween } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { CaseEventView, CaseStateFile, EndProposalView, EndView } from "@rehab/schema/case-states";
import type { QueryContext } from "../../core/use-case.ts";
import type { Showing } from "../matters/matter.ts";
import { detailsOfEvent } from "../enrollees/timeline-entry.ts";
import { holds } from "../enrollees/annulment.ts";
import type { ApprovalRecord, EventRow } from "../matters/rows.ts";
import { attemptView, documentView, loadAccountNames, proposed, recorded } from "../matters/views.ts";
import type { NameOf } from "../matters/views.ts";
import { isLetter } from "./documents/release-request.ts";
import { endAnnulObstacle, isEnd } from "./end-annul-obstacle.ts";
import { factsOfProposal } from "./end-proposal.ts";
import type { StatePerson } from "./load-states.ts";
import { RECORDED_KINDS, actionsOf } from "./possible-actions.ts";

/** What stands on this page; the steps of the intake, referrals and transfers have pages of their own. */
const kindsShown: ReadonlySet<string> = new Set([...RECORDED_KINDS, "released", "terminated"]);
const papersShown: ReadonlySet<string> = new Set<DocumentKind>([
  "suspension_statement",
  "resumption_record",
  "search_letter",
  "half_year_summary",
  "annual_assessment",
  "end_assessment",
  "release_request",
  "release_notice",
  "termination_statement",
  "isolation_order",
  "death_certificate",
]);

/** The state of a person's present case, as the screen shows it. */
export async function stateFileOf(context: Showing, person: StatePerson): Promise<CaseStateFile> {
  const { tx, actor, today, law } = context;
  const { facts } = person;
  const nameOf = await loadAccountNames(tx);
  const now = stateOn(facts.history, today, law);
  const overlays = overlaysOn(facts, today);
  const since = (day: PlainDate | undefined) => (day === undefined ? null : { since: day });
  return {
    enrolleeId: person.id,
    measure: facts.history.measure,
    now:
      now === undefined ? null : { state: now.state, since: now.since, ...ruleView(now.ruleId, today, law) },
    overlays: {
      dualControl: since(overlays.dualControlSince),
      maintenance: since(overlays.maintenanceSince),
      hospital: since(overlays.hospitalSince),
      risk: overlays.risk ?? (facts.riskLevel === undefined ? null : { level: facts.riskLevel, since: null }),
      leave: overlays.leave ?? null,
    },
    spans: spanViews(person, today, law),
    events: person.events
      .filter(({ kind }) => kindsShown.has(kind))
      .map((row) => eventView(row, person, { nameOf, law, actor }))
      .toReversed(),
    documents: person.documents
      .filter(({ kind }) => papersShown.has(kind))
      .map((row) => documentView(row, person.receipts, nameOf, isLetter))
      .toReversed(),
    attempts: person.attempts.map((row) => attemptView(row, nameOf)).toReversed(),
    end: endView(person, today, law),
    proposals: person.proposals.map((row) => proposalView(row, nameOf, actor.accountId)),
    cautions: isolationCautions(person, today, law),
    actions: actionsOf(context, person),
  };
}

function ruleView(ruleId: RuleId, on: PlainDate, law: Law) {
  const rule = ruleOn(ruleId, on, law.rules);
  return { citation: citationOf(rule), says: rule.says };
}

/** The life of the case up to today as stretches of days, latest first, with the event that began each. */
function spanViews({ facts }: StatePerson, today: PlainDate, law: Law): CaseStateFile["spans"] {
  return caseSpans(facts, law)
    .filter(({ from }) => from <= today)
    .map(({ from, until, state, control }) => {
      const ended = until !== undefined && until <= today ? addDays(until, -1) : null;
      const began = facts.history.events.filter(({ on }) => on === from);
      return {
        state,
        reason: control?.reason ?? null,
        from,
        to: ended,
        days: daysBetween(from, ended ?? today) + 1,
        because: began.map(({ kind }) => zhOf(CASE_EVENT_KINDS, kind)).join("、") || "期限、请假到期",
      };
    })
    .toReversed();
}

function eventView(
  row: EventRow,
  person: StatePerson,
  asking: Pick<QueryContext, "actor" | "law"> & { readonly nameOf: NameOf },
): CaseEventView {
  const { nameOf, law } = asking;
  const byTwo = isEnd(row);
  const grounds = [...SUSPENSION_GROUNDS, ...TERMINATION_GROUNDS];
  const ground = grounds.find(({ code }) => code === row.ground)?.zh;
  return {
    ...recorded(row, nameOf),
    kind: row.kind as CaseEventView["kind"],
    happenedOn: row.happenedOn,
    details: [...(ground === undefined ? [] : [{ label: "种类", value: ground }]), ...detailsOfEvent(row)],
    annulObstacle:
      (byTwo ? endAnnulObstacle(asking, row, person) : annulObstacle(row, person.facts.history, law)) ?? null,
    annulledByTwo: byTwo,
  };
}

/** Why an event cannot be annulled here: it is the business of another page, of two people, or later ones rest on it. */
export function annulObstacle(
  row: EventRow,
  history: StatePerson["facts"]["history"],
  law: Law,
): string | undefined {
  if (!holds(row)) return "已经撤销";
  if (isEnd(row)) return "由两人办理，不能由一人撤销；请提出撤销，由第二人复核";
  if (!RECORDED_KINDS.some((kind) => kind === row.kind)) return "在登记它的页面撤销";
  const event = history.events.find(({ id }) => id === row.id);
  return event === undefined ? undefined : canAnnul(event, history, law)?.zh;
}

export function endView({ facts }: StatePerson, today: PlainDate, law: Law): EndView | null {
  const end = endReadiness(facts, today, law);
  if (end === undefined) return null;
  return {
    ...end,
    reminder: end.reminder ?? null,
    items: [...end.items],
    missedWindows: missedWindows(facts, today, law),
    ...ruleView(end.expired ? "T14" : "E1", today, law),
  };
}

function proposalView(row: ApprovalRecord, nameOf: NameOf, ownId: string | null): EndProposalView {
  return {
    ...proposed(row, nameOf, ownId),
    kind: row.kind as EndProposalView["kind"],
    facts: factsOfProposal(row),
  };
}

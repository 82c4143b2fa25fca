import { BREACH_DOCUMENTS, documentStanding } from "@rehab/domain/breach/breach-actions";
import { breachRuleOf } from "@rehab/domain/breach/breach-counters";
import { breachLadder } from "@rehab/domain/breach/breach-ladder";
import type { LadderStep } from "@rehab/domain/breach/breach-ladder";
import { breachPacket, consequenceOf } from "@rehab/domain/breach/breach-packet";
import { isolationCautions } from "@rehab/domain/handoff/no-show";
import type { Law } from "@rehab/domain/law/law";
import { citationOf, ruleOn } from "@rehab/domain/law/rule";
import { stateOn } from "@rehab/domain/supervision/case-state";
import { positiveStanding } from "@rehab/domain/testing/positive-standing";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { BreachAnswerView, BreachFile, BreachRecordView } from "@rehab/schema/breaches";
import type { Showing } from "../matters/matter.ts";
import { referralView } from "../matters/referral.ts";
import type { EventRow } from "../matters/rows.ts";
import { documentView, loadAccountNames, recorded } from "../matters/views.ts";
import type { NameOf } from "../matters/views.ts";
import { isBreachPaper } from "./documents/breach-papers.ts";
import { answerOf } from "./load-breaches.ts";
import type { BreachCase } from "./load-breaches.ts";
import { actionsOf } from "./possible-actions.ts";

/** Everything about one person's breaches, as the screen shows it. */
export async function breachFileOf(context: Showing, record: BreachCase): Promise<BreachFile> {
  const { tx, actor, today, law } = context;
  const { facts, receipts } = record;
  const { measure } = facts.history;
  const nameOf = await loadAccountNames(tx);
  const ladder = breachLadder(facts, today, law);
  const { items, canRefer, basis, referredOn, referralClosed, awaitsAnswer } = breachPacket(
    facts,
    today,
    law,
  );
  const rule = breachRuleOf("T8", facts.history, today, law);
  const { citation, says } = consequenceOf(measure, record.birthDate, today, law);
  const positives = facts.tests.flatMap((test) => positiveStanding(test, today, law)?.stage ?? []);
  const standing = positives.filter((stage) => stage !== "not_confirmed" && stage !== "overturned");
  return {
    enrolleeId: record.id,
    measure,
    state: stateOn(facts.history, today, law)?.state ?? "ordered",
    level: ladder.level,
    rule: { citation: citationOf(rule), says: rule.says },
    counters: ladder.counters.map(({ reachedOn, items: evidence, ...counter }) => ({
      ...counter,
      reachedOn: reachedOn ?? null,
      items: evidence.map(({ kind, on, to, days, counts, because }) => ({
        kind,
        on,
        to,
        days,
        counts,
        because,
      })),
    })),
    records: record.records
      .map((row) => ({
        ...recorded(row, nameOf),
        kind: row.kind as BreachRecordView["kind"],
        happenedOn: row.happenedOn,
        evidence: row.evidence,
        note: row.note,
      }))
      .toReversed(),
    rungs: ladder.rungs.map(({ issuedOn, servedOn, ...rung }) => ({
      ...rung,
      issuedOn: issuedOn ?? null,
      servedOn: servedOn ?? null,
    })),
    next: nextStepView(ladder.next, today, law),
    documents: record.documents.map((row) => documentView(row, receipts, nameOf, isBreachPaper)).toReversed(),
    issuable: BREACH_DOCUMENTS.map((kind) => {
      const { obstacle, from } = documentStanding(kind, facts, today, law);
      return { kind, obstacle: obstacle ?? null, from: from ?? null };
    }),
    packet: {
      items: [...items],
      canRefer,
      sentence: basis.sentence,
      citation: basis.citation,
      referredOn: referredOn ?? null,
      referralClosed,
      awaitsAnswer,
    },
    consequence: { citation, says },
    cautions: isolationCautions(record, today, law),
    referrals: record.approvals.map((row) => referralView(row, nameOf, actor.accountId)),
    answers: record.answers.flatMap((event) => answerView(event, nameOf)).toReversed(),
    positives: {
      count: standing.length,
      informed: standing.filter((stage) => stage === "informed" || stage === "answered").length,
    },
    actions: actionsOf(context, record),
  };
}

/** What is to be done next with the rule behind its day. */
export function nextStepView(step: LadderStep | undefined, today: PlainDate, law: Law): BreachFile["next"] {
  if (step === undefined) return null;
  const { action, document, because, ruleId, dueOn } = step;
  const rule = ruleOn(ruleId, today, law.rules);
  return {
    action,
    document: document ?? null,
    because,
    citation: citationOf(rule),
    says: rule.says,
    dueOn: dueOn ?? null,
  };
}

function answerView(event: EventRow, nameOf: NameOf): BreachAnswerView[] {
  const answer = answerOf(event);
  if (answer === undefined) return [];
  const { breachAnswer, number, organ } = answer;
  return [
    {
      ...recorded(event, nameOf),
      answer: breachAnswer,
      happenedOn: event.happenedOn,
      number,
      organ,
      note: event.note,
    },
  ];
}

import { BREACH_LEVELS, breachLadder } from "../breach/breach-ladder.ts";
import { zhOf } from "../code-list.ts";
import { BREACH_GROUNDS } from "../supervision/case-event.ts";
import { intakeLadder } from "../handoff/intake-ladder.ts";
import type { IntakeRungCode } from "../handoff/intake-ladder.ts";
import { caseSpans } from "../indicators/case-spans.ts";
import { standingOn } from "../supervision/case-history.ts";
import type { CaseStateCode } from "../supervision/case-state.ts";
import { reportDeadlineOf } from "../supervision/case-state.ts";
import type { Measure } from "../supervision/measure.ts";
import { dutiesOn } from "../supervision/duties.ts";
import { DUTY_KINDS } from "../supervision/duty.ts";
import type { SupervisionFacts } from "../supervision/supervision-facts.ts";
import { termFrom } from "../supervision/term.ts";
import { planFor } from "../testing/plan.ts";
import { windowsOf } from "../testing/windows.ts";
import type { PlainDate } from "../time/plain-date.ts";
import type { Law, LawEffectCode } from "./law.ts";
import { LAW_EFFECTS } from "./law.ts";
import type { RuleId } from "./rule.ts";

/** One thing that comes out differently, before and after, in words; empty where there is nothing. */
export interface LawEffect {
  readonly code: LawEffectCode;
  readonly before: string;
  readonly after: string;
}

/** What comes out differently for a case on a day under `after` instead of `before`. */
export function lawEffects(facts: SupervisionFacts, asOf: PlainDate, before: Law, after: Law): LawEffect[] {
  const old = outcomeOf(facts, asOf, before);
  const next = outcomeOf(facts, asOf, after);
  return LAW_EFFECTS.flatMap(({ code }) =>
    old[code].exact === next[code].exact
      ? []
      : [{ code, before: shownBeside(old[code], next[code]), after: shownBeside(next[code], old[code]) }],
  );
}

/** What one outcome shows of which the other has nothing: of a list only what differs. */
function shownBeside({ shown }: Outcome, other: Outcome): string {
  if (typeof shown === "string") return shown;
  return shown.filter((part) => !other.shown.includes(part)).join("、");
}

/** `exact` tells two outcomes apart, `shown` says one in a few words. */
interface Outcome {
  readonly exact: string;
  readonly shown: string | readonly string[];
}

function outcomeOf(facts: SupervisionFacts, asOf: PlainDate, law: Law): Record<LawEffectCode, Outcome> {
  const { history } = facts;
  const standing = standingOn(history, asOf);
  const term = termFrom(history, standing, asOf, law);
  const windows =
    term === undefined ? [] : windowsOf(term, planFor(history.measure, term.startOn, law.testPlans));
  const rungs = intakeLadder(history, asOf, law).flatMap(({ code, deadline }) =>
    // the rung of the report-in is the report deadline
    deadline === undefined || code === "reported" ? [] : [`${code} ${deadline.date}`],
  );
  const spans = caseSpans(facts, law).map(
    ({ from, state, control }) => `${from} ${state} ${control?.reason ?? ""}`,
  );
  const next = windows.find(({ to }) => to >= asOf);
  const duties = dutiesOn(facts, asOf, law);
  const breaches = breachesOf(facts, asOf, law);
  const plain = (text: string) => ({ exact: text, shown: text });
  return {
    report_deadline: plain(reportDeadlineOf(history, standing, law)?.date ?? ""),
    term_end: plain(term?.endOn ?? ""),
    test_windows: {
      exact: windows.map(({ from, to }) => `${from} ${to}`).join(),
      shown:
        windows.length === 0 ? "" : `共${windows.length}个${next === undefined ? "" : `，本期至${next.to}`}`,
    },
    intake: { exact: rungs.join(), shown: rungs.map((rung) => rung.split(" ")[1]).join("、") },
    history: { exact: spans.join(), shown: `${spans.length}段` },
    breaches: { exact: breaches.join(), shown: breaches },
    duties: {
      exact: duties
        .map(({ kind, subject, opensOn, dueOn }) => [kind, subject, opensOn, dueOn].join(" "))
        .join(),
      shown: duties.map(({ kind, dueOn }) => `${zhOf(DUTY_KINDS, kind)}${dueOn ?? ""}`),
    },
  };
}

/** The counters on which something stands, and how serious it is: who has broken nothing is not touched by a number. */
function breachesOf(facts: SupervisionFacts, asOf: PlainDate, law: Law): string[] {
  const { counters, level } = breachLadder(facts, asOf, law);
  if (level === "none") return [];
  const counted = counters.filter(({ count }) => count > 0);
  return [
    ...counted.map(
      ({ ground, count, threshold }) => `${zhOf(BREACH_GROUNDS, ground)}${count} / ${threshold}`,
    ),
    zhOf(BREACH_LEVELS, level),
  ];
}

/** Where a registered case stands, as far as it decides which rules concern it. */
export interface CasePlace {
  readonly measure: Measure;
  readonly state: CaseStateCode;
  readonly intakeRung: IntakeRungCode | null;
}

const STATE_RULES: Partial<Record<CaseStateCode, readonly RuleId[]>> = {
  pending_report: ["T17", "T18"],
  overdue_report: ["T9"],
  no_show_referred: ["T9"],
  missing: ["T9"],
  breach_referred: ["T8", "T9", "T10"],
  suspended: ["T13"],
  transfer_out: ["T12"],
  expired: ["T14", "E1"],
};

const RUNG_RULES: Partial<Record<IntakeRungCode, RuleId>> = {
  served: "H1",
  handed_off: "H3",
  assigned: "H4",
  acknowledged: "H5",
  agreement: "T6",
  team: "H6",
  plan: "H7",
};

const UNREPORTED: ReadonlySet<CaseStateCode> = new Set([
  "pending_report",
  "overdue_report",
  "no_show_referred",
]);
const IN_TERM: ReadonlySet<CaseStateCode> = new Set([
  "reported",
  "active",
  "missing",
  "breach_referred",
  "transfer_out",
]);

/** The rules whose clock or duty holds for a registered case where it stands. */
export function rulesConcerning({ measure, state, intakeRung }: CasePlace): RuleId[] {
  const isDetox = measure === "community_detox";
  const rules: RuleId[] = ["I1", "I2", ...(STATE_RULES[state] ?? [])];
  if (UNREPORTED.has(state)) rules.push(isDetox ? "T1" : "T2");
  if (IN_TERM.has(state)) rules.push(isDetox ? "T3" : "T4", isDetox ? "W1" : "W2", "V1", "T7", "T8", "B2");
  const rung = intakeRung === null ? undefined : RUNG_RULES[intakeRung];
  if (rung !== undefined) rules.push(rung);
  return [...new Set(rules)];
}

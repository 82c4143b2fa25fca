import type { IssuedDocument } from "../handoff/document-service.ts";
import { serviceGaps } from "../handoff/document-service.ts";
import type { Law } from "../law/law.ts";
import { daysOfRule, limitOf, ruleOn } from "../law/rule.ts";
import type { Rule } from "../law/rule.ts";
import { absences } from "../leave/absences.ts";
import type { Absence } from "../leave/absences.ts";
import { isAwayOn, isOverdueOn } from "../leave/leave.ts";
import type { BreachGround } from "../supervision/case-event.ts";
import type { CaseHistory, CaseStanding } from "../supervision/case-history.ts";
import { standingOn } from "../supervision/case-history.ts";
import { overlaysOn } from "../supervision/overlays.ts";
import type { SupervisionFacts } from "../supervision/supervision-facts.ts";
import { termFrom } from "../supervision/term.ts";
import type { DrugTest } from "../testing/drug-test.ts";
import { addDays, maxDate, minDate } from "../time/plain-date.ts";
import type { PlainDate } from "../time/plain-date.ts";

/** What the counters of one case rest on. Annulled facts are left out. */
export type BreachFacts = Pick<
  SupervisionFacts,
  "history" | "leaves" | "tests" | "documents" | "delegations" | "breaches"
>;

/** What is counted under 戒毒条例 第二十条. */
export const BREACH_EVIDENCE_KINDS = [
  { code: "refused", zh: "拒绝检测" },
  { code: "absent", zh: "经书面通知未到场检测" },
  { code: "unreported", zh: "未报告离开" },
  { code: "overstay", zh: "请假到期未归" },
] as const;

export type BreachEvidenceKind = (typeof BREACH_EVIDENCE_KINDS)[number]["code"];

/** One thing that happened, whether it counts, and which paper proves it or why it does not count. */
export interface BreachEvidence {
  readonly kind: BreachEvidenceKind;
  readonly on: PlainDate;
  /** The last day of an absence; the day itself for a test. */
  readonly to: PlainDate;
  /** The day on which it began to count. */
  readonly countedFrom: PlainDate;
  /** Days that count; 0 for a test. */
  readonly days: number;
  readonly counts: boolean;
  readonly because: string;
  /** The test or the leave. */
  readonly subjectId: string | undefined;
}

export type CountedGround = Exclude<BreachGround, "positive_test">;

export interface BreachCounter {
  readonly ground: CountedGround;
  readonly count: number;
  /** The number from which on the agreement is broken seriously (rule T8): 31 for "more than 30 days". */
  readonly threshold: number;
  /** The day on which the number was reached; undefined while it is not. */
  readonly reachedOn: PlainDate | undefined;
  /** The earliest first. */
  readonly items: readonly BreachEvidence[];
}

/**
 * The version of a rule that counts breaches of a case. They are counted over the whole term, so one version holds for
 * all of it: that of its first day, on which the agreement is due to be signed. A number that changes later neither
 * makes serious what was none when it happened, nor forgives it. Before the report-in it is that of the day asked for.
 */
export function breachRuleOf(ruleId: "T8" | "B2", history: CaseHistory, asOf: PlainDate, law: Law): Rule {
  return ruleOn(ruleId, standingOn(history, asOf).reportedOn ?? asOf, law.rules);
}

/**
 * The counters of 戒毒条例 第二十条 (rule T8) over the whole term as of a day. They survive a transfer and an answer of the police.
 * Days and tests before the report-in, after the last day of the term and in suspension count for nothing.
 *
 * 拒绝: a test that was refused to the face. 逃避: who was called in writing and stayed away. Both need a call
 * (吸毒检测通知书) that was served before; a call is used up by the test that followed it. Staying away with a good reason
 * (a reported leave, a test delegated elsewhere, a stay in hospital, control shared with another place) is no evasion.
 *
 * 擅自离开: an absence of as many days as have to be reported (rule T7, 第十九条第三项, by the day of departure), and an
 * overstay as long. Of an overstay each day counts towards the days.
 */
export function breachCounters(facts: BreachFacts, asOf: PlainDate, law: Law): BreachCounter[] {
  const scene = sceneOf(facts, asOf, law);
  const departures = departureItems(scene);
  const rule = breachRuleOf("T8", facts.history, asOf, law);
  return [
    counter("refusals", refusalItems(scene), rule),
    counter("departures", departures.departures, rule),
    daysCounter(departures.days, rule),
  ];
}

/** The day by which the document was served with a receipt without gaps, as known on a day. */
export function servedDay({ receipts }: IssuedDocument, asOf: PlainDate): PlainDate | undefined {
  return receipts
    .filter((receipt) => receipt.servedOn <= asOf && serviceGaps(receipt).length === 0)
    .map(({ servedOn }) => servedOn)
    .sort()[0];
}

interface Scene {
  readonly facts: BreachFacts;
  readonly asOf: PlainDate;
  readonly law: Law;
  readonly standing: CaseStanding;
  /** The first and last day in which a breach can happen; undefined before the report-in. */
  readonly term: { readonly from: PlainDate; readonly to: PlainDate } | undefined;
}

function sceneOf(facts: BreachFacts, asOf: PlainDate, law: Law): Scene {
  const standing = standingOn(facts.history, asOf);
  const term = termFrom(facts.history, standing, asOf, law);
  const last = minDate(asOf, standing.ended?.on ?? asOf);
  return {
    facts,
    asOf,
    law,
    standing,
    term: term && { from: term.startOn, to: minDate(last, term.endOn) },
  };
}

function counter(
  ground: "refusals" | "departures",
  items: readonly BreachEvidence[],
  rule: Rule,
): BreachCounter {
  const threshold = limitOf(rule, ground);
  const counted = items.filter(({ counts }) => counts);
  const reachedOn = counted[threshold - 1]?.countedFrom;
  return { ground, count: counted.length, threshold, reachedOn, items };
}

function daysCounter(
  { days, items }: { days: PlainDate[]; items: BreachEvidence[] },
  rule: Rule,
): BreachCounter {
  const threshold = limitOf(rule, "absence_days");
  const reachedOn = [...days].sort()[threshold - 1];
  return { ground: "absence_days", count: days.length, threshold, reachedOn, items };
}

function refusalItems(scene: Scene): BreachEvidence[] {
  const { facts, asOf } = scene;
  const calls = facts.documents
    .filter(({ kind }) => kind === "test_notice")
    .flatMap((notice) => {
      const servedOn = servedDay(notice, asOf);
      return servedOn === undefined ? [] : [{ number: notice.number, servedOn }];
    })
    .sort((a, b) => (a.servedOn < b.servedOn ? -1 : 1));
  const used = new Set<(typeof calls)[number]>();
  const items: BreachEvidence[] = [];
  const tests = facts.tests
    .filter(({ on }) => on <= asOf)
    .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
  for (const test of tests) {
    const open = calls.filter((call) => call.servedOn <= test.on && !used.has(call));
    const earlier = open.filter(({ servedOn }) => servedOn < test.on);
    // A call that is handed over on the day of a test is for the next one, unless it was the only one for this.
    const spent = earlier.length > 0 ? earlier : open.slice(0, 1);
    for (const call of spent) used.add(call);
    if (test.result !== "refused" && test.result !== "absent") continue;
    const call = spent.at(-1);
    const wasCalled = calls.some(({ servedOn }) => servedOn <= test.on);
    const excuse =
      excuseOf(test, scene) ??
      (call === undefined
        ? wasCalled
          ? "此前的吸毒检测通知书已用于前一次检测，这一次没有送达新的通知书"
          : "检测前没有送达吸毒检测通知书"
        : undefined);
    items.push({
      kind: test.result,
      on: test.on,
      to: test.on,
      countedFrom: test.on,
      days: 0,
      counts: excuse === undefined,
      because: excuse ?? `吸毒检测通知书${call?.number ?? ""}，${call?.servedOn}送达`,
      subjectId: test.id,
    });
  }
  return items;
}

function excuseOf({ on, result }: DrugTest, { facts, standing, term }: Scene): string | undefined {
  if (term === undefined || on < term.from || term.to < on) return "不在执行期内";
  if (isSuspendedOn(standing, on)) return "中止期间";
  // Who was there and refused had no reason to be elsewhere.
  if (result === "refused") return undefined;
  const leave = facts.leaves.find(
    (each) => each.kind !== "unreported" && isAwayOn(each, on) && !isOverdueOn(each, on),
  );
  if (leave !== undefined) return "报告外出期间";
  const isDelegated = facts.delegations.some(
    ({ wantedFrom, wantedTo, cancelledOn }) =>
      wantedFrom <= on && on <= wantedTo && (cancelledOn === undefined || on < cancelledOn),
  );
  if (isDelegated) return "已委托他处检测";
  const { dualControlSince, hospitalSince } = overlaysOn(facts, on);
  if (hospitalSince !== undefined) return "住院期间（规则O3）";
  return dualControlSince !== undefined ? "双向管控（规则O2）" : undefined;
}

function isSuspendedOn({ suspensions }: CaseStanding, on: PlainDate): boolean {
  return suspensions.some(({ from, resumedOn }) => from <= on && (resumedOn === undefined || on < resumedOn));
}

function departureItems(scene: Scene) {
  const taken = new Set<PlainDate>();
  const days: PlainDate[] = [];
  const departures: BreachEvidence[] = [];
  const items: BreachEvidence[] = [];
  for (const absence of absences(scene.facts.leaves, scene.asOf)) {
    const own = countedDays(absence, scene).filter((day) => !taken.has(day));
    for (const day of own) taken.add(day);
    const reportable = daysOfRule(ruleOn("T7", absence.departedOn, scene.law.rules));
    const isDeparture = own.length >= reportable;
    const first = own[0];
    const counted = absence.kind === "overstay" || isDeparture ? own : [];
    days.push(...counted);
    const evidence = {
      kind: absence.kind,
      on: first ?? absence.from,
      to: own.at(-1) ?? absence.to,
      subjectId: absence.leaveId,
    };
    const lacking =
      own.length === 0 ? "中止期间，或者不在执行期内" : `离开${own.length}日，不满${reportable}日`;
    departures.push({
      ...evidence,
      countedFrom: own[reportable - 1] ?? evidence.on,
      days: counted.length,
      counts: isDeparture,
      because: isDeparture ? periodOf(evidence, own.length) : lacking,
    });
    items.push({
      ...evidence,
      countedFrom: evidence.on,
      days: counted.length,
      counts: counted.length > 0,
      because: counted.length > 0 ? periodOf(evidence, counted.length) : lacking,
    });
  }
  return { departures, days: { days, items } };
}

/** The days of an absence in the term and outside custody. */
function countedDays({ from, to }: Absence, { term, standing }: Scene): PlainDate[] {
  if (term === undefined) return [];
  const days: PlainDate[] = [];
  const last = minDate(to, term.to);
  for (let day = maxDate(from, term.from); day <= last; day = addDays(day, 1)) {
    if (!isSuspendedOn(standing, day)) days.push(day);
  }
  return days;
}

function periodOf({ on, to }: { readonly on: PlainDate; readonly to: PlainDate }, days: number): string {
  return `${on}至${to}，${days}日`;
}

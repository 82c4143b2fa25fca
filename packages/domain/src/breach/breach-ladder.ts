import { zhOf } from "../code-list.ts";
import { DOCUMENT_KINDS } from "../handoff/document-service.ts";
import type { DocumentKind, IssuedDocument } from "../handoff/document-service.ts";
import { deadlineFrom } from "../law/deadline.ts";
import type { Law } from "../law/law.ts";
import type { RuleId } from "../law/rule.ts";
import { limitOf, ruleOn } from "../law/rule.ts";
import type { Rule } from "../law/rule.ts";
import { standingOn } from "../supervision/case-history.ts";
import { comparePlainDates } from "../time/plain-date.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { BREACH_EVIDENCE_KINDS, breachCounters, breachRuleOf, servedDay } from "./breach-counters.ts";
import type { BreachCounter, BreachFacts } from "./breach-counters.ts";
import { BREACH_KINDS } from "./breach-record.ts";

/** How serious the breaches of the agreement are. Each step has its document. */
export const BREACH_LEVELS = [
  { code: "none", zh: "无违反" },
  { code: "minor", zh: "一般违反" },
  { code: "serious", zh: "较严重违反" },
  { code: "grave", zh: "严重违反协议" },
] as const;

export type BreachLevel = (typeof BREACH_LEVELS)[number]["code"];

/** One breach, whichever book it stands in. */
export interface Occurrence {
  readonly on: PlainDate;
  readonly what: string;
  /** Whether it is one of those that 戒毒条例 第二十条 counts. */
  readonly counted: boolean;
}

/** A step of the ladder: whether it is reached, and how far its document has come. */
export interface LadderRung {
  readonly level: Exclude<BreachLevel, "none">;
  readonly document: DocumentKind;
  readonly reached: boolean;
  readonly issuedOn: PlainDate | undefined;
  readonly number: string | null;
  /** The day of a service whose receipt has no gaps; undefined for a document that goes to the police. */
  readonly servedOn: PlainDate | undefined;
}

/** What the office has to do next: issue or serve a document, or hand the case to the police. */
export interface LadderStep {
  readonly action: "issue" | "serve" | "refer";
  /** Undefined for a referral. */
  readonly document: DocumentKind | undefined;
  readonly because: string;
  readonly ruleId: RuleId;
  /** Undefined where the law says 及时 and counts no days. */
  readonly dueOn: PlainDate | undefined;
}

export interface BreachLadder {
  readonly counters: readonly BreachCounter[];
  readonly level: BreachLevel;
  /** The version of rule B2 that says from when on a breach is 较严重. */
  readonly seriousRule: Rule;
  /** The earliest first. */
  readonly occurrences: readonly Occurrence[];
  readonly rungs: readonly LadderRung[];
  /** The day of the last referral, also of one that was answered. */
  readonly referredOn: PlainDate | undefined;
  /** The first day of what has happened since the last referral; undefined where nothing has. */
  readonly openSince: PlainDate | undefined;
  /** The same of what 第二十条 counts: only that can be referred once more. */
  readonly countedSince: PlainDate | undefined;
  readonly next: LadderStep | undefined;
}

const documentOf = { minor: "admonition", serious: "warning", grave: "breach_certificate" } as const;
const rank = { none: 0, minor: 1, serious: 2, grave: 3 } as const;

/**
 * The ladder 劝诫 → 告诫 → 严重违反 (rules B1 and B2, 戒毒条例 第十九条至第二十一条). 一般: any breach. 较严重: as many refusals,
 * departures or days as rule B2 says, or another breach after a served 劝诫书. 严重: a counter of 第二十条 is full.
 * A 告诫书 wants a served 劝诫书 before it, except where the first breach was more than a minor one or the counter is full:
 * then nothing may hold up the report (第二十一条).
 */
export function breachLadder(facts: BreachFacts, asOf: PlainDate, law: Law): BreachLadder {
  const counters = breachCounters(facts, asOf, law);
  const occurrences = occurrencesOf(facts, counters, asOf);
  const seriousRule = breachRuleOf("B2", facts.history, asOf, law);
  const level = levelOf(facts, { counters, occurrences, seriousRule }, asOf);
  const referredOn = lastReferral(facts, asOf);
  const fresh = occurrences.filter(({ on }) => referredOn === undefined || referredOn < on);
  const rungs = (["minor", "serious", "grave"] as const).map((each) =>
    rungOf(each, facts.documents, rank[level] >= rank[each], asOf),
  );
  const ladder = {
    counters,
    level,
    seriousRule,
    occurrences,
    rungs,
    referredOn,
    openSince: fresh[0]?.on,
    countedSince: fresh.find(({ counted }) => counted)?.on,
  };
  const standing = standingOn(facts.history, asOf);
  const rests = standing.ended !== undefined || standing.breachReferredOn !== undefined || fresh.length === 0;
  return { ...ladder, next: rests ? undefined : nextStep(facts, ladder, asOf, law) };
}

/** Why a 告诫书 has to wait for a 劝诫书; undefined when it has not to. */
export function warningObstacle({
  level,
  seriousRule,
  occurrences,
  rungs,
}: BreachLadder): string | undefined {
  if (rank[level] < rank.serious) return `尚未达到较严重违反：${seriousRule.says}`;
  if (level === "grave" || occurrences.length < 2 || rungs[0]?.servedOn !== undefined) return undefined;
  return rungs[0]?.issuedOn === undefined ? "先制发并送达劝诫书" : "劝诫书尚未送达，或者送达回执有缺项";
}

/** The newest document of a kind by a day. */
export function latestOf<D extends IssuedDocument>(
  kind: DocumentKind,
  documents: readonly D[],
  asOf: PlainDate,
): D | undefined {
  return documents
    .filter((each) => each.kind === kind && each.issuedOn <= asOf)
    .sort((a, b) => comparePlainDates(a.issuedOn, b.issuedOn))
    .at(-1);
}

function occurrencesOf(
  facts: BreachFacts,
  counters: readonly BreachCounter[],
  asOf: PlainDate,
): Occurrence[] {
  const counted = counters
    .filter(({ ground }) => ground !== "departures")
    .flatMap(({ items }) => items.filter(({ counts }) => counts))
    .map(({ on, kind, because }) => ({
      on,
      what: `${zhOf(BREACH_EVIDENCE_KINDS, kind)}（${because}）`,
      counted: true,
    }));
  const recorded = facts.breaches
    .filter(({ on }) => on <= asOf)
    .map(({ on, kind }) => ({ on, what: zhOf(BREACH_KINDS, kind), counted: false }));
  return [...counted, ...recorded].sort((a, b) => comparePlainDates(a.on, b.on));
}

function levelOf(
  { documents }: BreachFacts,
  { counters, occurrences, seriousRule }: Pick<BreachLadder, "counters" | "occurrences" | "seriousRule">,
  asOf: PlainDate,
): BreachLevel {
  if (occurrences.length === 0) return "none";
  if (counters.some(({ reachedOn }) => reachedOn !== undefined)) return "grave";
  const admonished = documents
    .filter(({ kind }) => kind === "admonition")
    .flatMap((document) => servedDay(document, asOf) ?? [])
    .sort()[0];
  const isSerious = counters.some(({ ground, count }) => count >= limitOf(seriousRule, `serious_${ground}`));
  const isRepeated = admonished !== undefined && occurrences.some(({ on }) => admonished < on);
  return isSerious || isRepeated ? "serious" : "minor";
}

function lastReferral({ history }: BreachFacts, asOf: PlainDate): PlainDate | undefined {
  return history.events
    .filter(({ kind, on }) => kind === "breach_referred" && on <= asOf)
    .map(({ on }) => on)
    .sort()
    .at(-1);
}

function rungOf(
  level: LadderRung["level"],
  documents: readonly IssuedDocument[],
  reached: boolean,
  asOf: PlainDate,
): LadderRung {
  const kind = documentOf[level];
  const ofKind = documents.filter((each) => each.kind === kind && each.issuedOn <= asOf);
  const served = ofKind.find((each) => servedDay(each, asOf) !== undefined);
  const shown = served ?? latestOf(kind, documents, asOf);
  return {
    level,
    document: kind,
    reached,
    issuedOn: shown?.issuedOn,
    number: shown?.number ?? null,
    servedOn: served && servedDay(served, asOf),
  };
}

function nextStep(
  facts: BreachFacts,
  ladder: Omit<BreachLadder, "next">,
  asOf: PlainDate,
  law: Law,
): LadderStep | undefined {
  const { level, occurrences, rungs, counters } = ladder;
  const last = occurrences.at(-1);
  if (last === undefined || level === "none") return undefined;
  const issue = (document: DocumentKind): LadderStep => ({
    action: "issue",
    document,
    because: `${last.on}${last.what}`,
    ruleId: "B1",
    dueOn: deadlineFrom(ruleOn("B1", last.on, law.rules), { on: last.on, note: "" }, law.calendar).date,
  });
  const serve = (kind: DocumentKind, issuedOn: PlainDate): LadderStep => ({
    action: "serve",
    document: kind,
    because: `${issuedOn}制发的${zhOf(DOCUMENT_KINDS, kind)}还没有送达`,
    ruleId: "D1",
    dueOn: deadlineFrom(ruleOn("D1", issuedOn, law.rules), { on: issuedOn, note: "" }, law.calendar).date,
  });
  const [admonition, warning] = rungs;
  if (level === "grave" && ladder.countedSince !== undefined) {
    if (warning?.issuedOn === undefined) return issue("warning");
    if (warning.servedOn === undefined) return serve("warning", warning.issuedOn);
    const certificate = latestOf("breach_certificate", facts.documents, asOf);
    if (certificate === undefined || certificate.issuedOn < certificateFrom(ladder)) {
      return issue("breach_certificate");
    }
    const full = counters.find(({ reachedOn }) => reachedOn !== undefined);
    const because = `${full?.reachedOn}达到《戒毒条例》第二十条的次数、天数，材料齐全`;
    return { action: "refer", document: undefined, because, ruleId: "T9", dueOn: undefined };
  }
  const needsAdmonition =
    level === "minor" ||
    (level === "serious" && occurrences.length > 1 && admonition?.servedOn === undefined);
  const kind = needsAdmonition ? "admonition" : "warning";
  const newest = latestOf(kind, facts.documents, asOf);
  const isCatchingUp = level !== "minor" && needsAdmonition;
  if (newest === undefined || (!isCatchingUp && newest.issuedOn < last.on)) return issue(kind);
  return servedDay(newest, asOf) === undefined ? serve(kind, newest.issuedOn) : undefined;
}

/** The first day on which a 严重违反协议证明 tells of what is to be referred now. */
export function certificateFrom({
  counters,
  countedSince,
  referredOn,
}: Pick<BreachLadder, "counters" | "countedSince" | "referredOn">): PlainDate {
  const reached = counters.flatMap(({ reachedOn }) => reachedOn ?? []).sort()[0];
  const from = referredOn === undefined ? reached : countedSince;
  return from ?? ("9999-12-31" as PlainDate);
}

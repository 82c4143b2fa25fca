import { zhOf } from "../code-list.ts";
import type { DocumentKind } from "../handoff/document-service.ts";
import { deadlineFrom } from "../law/deadline.ts";
import type { Law } from "../law/law.ts";
import { ruleOn } from "../law/rule.ts";
import { settingOn } from "../law/settings.ts";
import { windowStrip } from "../testing/window-strip.ts";
import { addYears, daysBetween } from "../time/plain-date.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { standingOn } from "./case-history.ts";
import type { CaseStanding } from "./case-history.ts";
import { dutiesOn } from "./duties.ts";
import type { DutyKind } from "./duty.ts";
import { DUTY_KINDS } from "./duty.ts";
import type { EndItemCode } from "./end-items.ts";
import { isProposed } from "./supervision-facts.ts";
import type { SupervisionFacts } from "./supervision-facts.ts";
import type { Term } from "./term.ts";
import { termFrom } from "./term.ts";

export interface EndItem {
  readonly code: EndItemCode;
  readonly present: boolean;
  /** What is there, or what is missing, in a sentence. */
  readonly because: string;
}

/** How far the end of a term is prepared on a day. */
export interface EndReadiness {
  /** The last day of the term as it stands on the day asked for. */
  readonly endOn: PlainDate;
  /** Days from the day asked for to the last day; negative once it is over. */
  readonly daysLeft: number;
  readonly expired: boolean;
  /** The nearest reminder that has been reached, in days before the end; undefined before the farthest. */
  readonly reminder: number | undefined;
  /** The last day on which the police tell the township of the release (戒毒条例 第二十三条: 7日内). */
  readonly noticeDueOn: PlainDate;
  readonly items: readonly EndItem[];
}

/** The end of a term as of a day; undefined before the report-in and once the case has ended. */
export function endReadiness(facts: SupervisionFacts, asOf: PlainDate, law: Law): EndReadiness | undefined {
  const standing = standingOn(facts.history, asOf);
  const term = termFrom(facts.history, standing, asOf, law);
  if (term === undefined || standing.ended !== undefined) return undefined;
  const { endOn } = term;
  const daysLeft = daysBetween(asOf, endOn);
  const reached = settingOn("end_reminder_days", endOn, law.settings).filter((days) => daysLeft <= days);
  const trigger = { on: endOn, note: "" };
  return {
    endOn,
    daysLeft,
    expired: daysLeft < 0,
    reminder: reached.length === 0 ? undefined : Math.min(...reached),
    noticeDueOn: deadlineFrom(ruleOn("T14", endOn, law.rules), trigger, law.calendar).date,
    items: [
      agreement(standing),
      testWindows(facts, asOf, law),
      annualAssessments(facts, term, asOf),
      endAssessment(facts, asOf),
      openMatters(facts, asOf, law),
      releaseRequest(facts, asOf),
      releaseNotice(facts, asOf),
    ],
  };
}

/** The windows of the term that passed without a test, of which the 期满评估 has to say why. */
export function missedWindows(facts: SupervisionFacts, asOf: PlainDate, law: Law): number {
  return windowStrip(facts.history, facts.tests, asOf, law).filter(({ state }) => state === "missed").length;
}

function agreement({ agreementSignedOn }: CaseStanding): EndItem {
  const because = agreementSignedOn === undefined ? "在现执行地没有签订协议" : `${agreementSignedOn}签订`;
  return { code: "agreement", present: agreementSignedOn !== undefined, because };
}

function testWindows(facts: SupervisionFacts, asOf: PlainDate, law: Law): EndItem {
  const missed = missedWindows(facts, asOf, law);
  const open = windowStrip(facts.history, facts.tests, asOf, law).filter(
    ({ state }) => state === "open" || state === "future",
  ).length;
  const explained = issued("end_assessment", facts, asOf).length > 0;
  const parts = [
    missed === 0
      ? "没有缺测的窗口"
      : `${missed}个窗口缺测${explained ? "，期满评估已说明" : "，须在期满评估中说明"}`,
    open === 0 ? "" : `还有${open}个窗口未到期`,
  ];
  return {
    code: "test_windows",
    present: open === 0 && (missed === 0 || explained),
    because: parts.filter(Boolean).join("，"),
  };
}

/** One for each full year; the last year's is the 期满评估. */
function annualAssessments(facts: SupervisionFacts, { startOn, endOn }: Term, asOf: PlainDate): EndItem {
  let due = 0;
  while (addYears(startOn, due + 1) <= asOf && addYears(startOn, due + 1) < endOn) due += 1;
  const made = issued("annual_assessment", facts, asOf).length;
  const present = made >= due;
  return { code: "annual_assessments", present, because: `应有${due}份，已有${made}份` };
}

function endAssessment(facts: SupervisionFacts, asOf: PlainDate): EndItem {
  const last = issued("end_assessment", facts, asOf).at(-1);
  return {
    code: "end_assessment",
    present: last !== undefined,
    because: last === undefined ? "尚未制作" : `${last.issuedOn}制作`,
  };
}

/** What would be left open behind the end. */
const matters: ReadonlySet<DutyKind> = new Set<DutyKind>([
  "positive_review",
  "positive_report",
  "breach_referral",
  "lost_contact",
  "leave_return",
  "retest",
  "lab_result",
  "delegation",
  "referral_answer",
  "transfer",
  "service",
]);

function openMatters(facts: SupervisionFacts, asOf: PlainDate, law: Law): EndItem {
  const kinds = dutiesOn(facts, asOf, law)
    .filter(({ kind, opensOn }) => matters.has(kind) && opensOn <= asOf)
    .map(({ kind }) => zhOf(DUTY_KINDS, kind));
  const because = kinds.length === 0 ? "没有未了事项" : [...new Set(kinds)].join("、");
  return { code: "open_matters", present: kinds.length === 0, because };
}

/** The letter that asks the police for the notice, sent on its day. Who has the notice needs no letter. */
function releaseRequest(facts: SupervisionFacts, asOf: PlainDate): EndItem {
  const last = issued("release_request", facts, asOf).at(-1);
  const isNeedless = releaseNotice(facts, asOf).present;
  const sent = last && [`${last.issuedOn}发函`, last.number].filter(Boolean).join(" ");
  return {
    code: "release_request",
    present: last !== undefined || isNeedless,
    because: sent ?? (isNeedless ? "已收到解除通知书，不必发函" : "尚未发函"),
  };
}

function releaseNotice(facts: SupervisionFacts, asOf: PlainDate): EndItem {
  const last = issued("release_notice", facts, asOf).at(-1);
  const isReleaseProposed = isProposed(facts, "release");
  return {
    code: "release_notice",
    present: last !== undefined || isReleaseProposed,
    because:
      last === undefined
        ? isReleaseProposed
          ? "已收到，解除待第二人复核"
          : "尚未收到，请函请公安机关出具"
        : [last.issuedOn, last.number].filter(Boolean).join(" "),
  };
}

/** The papers of a kind that were on file on a day, the latest last. */
function issued(kind: DocumentKind, { documents }: SupervisionFacts, asOf: PlainDate) {
  return documents.filter((document) => document.kind === kind && document.issuedOn <= asOf);
}

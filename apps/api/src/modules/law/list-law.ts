import { NATIONAL_LAW } from "@rehab/domain/law/law";
import type { Law } from "@rehab/domain/law/law";
import { WORDED_BY, codeOfVersion, contentOfRule } from "@rehab/domain/law/law-version";
import type { Rule } from "@rehab/domain/law/rule";
import { ruleOn } from "@rehab/domain/law/rule";
import { RULE_STOPS } from "@rehab/domain/law/rule-stops";
import { RULES } from "@rehab/domain/law/rules";
import { rulesConcerning } from "@rehab/domain/law/law-effect";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { addDays, plainDate } from "@rehab/domain/time/plain-date";
import type { HolidayNotice } from "@rehab/domain/time/public-holidays";
import type { ResponseOf } from "@rehab/schema/endpoint";
import type { LawItem, RuleView, VersionView, lawEndpoints } from "@rehab/schema/law";
import type { LawContent } from "@rehab/schema/law-version";
import type { Actor } from "../../core/actor.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { query } from "../../core/use-case.ts";
import type { Services } from "../../core/use-case.ts";
import { loadAccountNames } from "../matters/views.ts";
import { concernsByRule, countPlaces, countingActor, groupsOf } from "./count-people.ts";
import { lawOf, loadVersions } from "./load-versions.ts";
import type { VersionRow } from "./load-versions.ts";

type LawList = ResponseOf<typeof lawEndpoints.list>;

/** Everything that a date can rest on, with its versions and, for each rule, whom it concerns today. */
export async function listLaw(services: Services, actor: Actor): Promise<LawList> {
  const concerns = concernsByRule(await countPlaces(services, countingActor(actor)));
  return readLaw(services, actor, concerns);
}

/** Whom one rule concerns today, by station and measure. */
export async function rulePeople(
  services: Services,
  actor: Actor,
  { ruleId }: { readonly ruleId: string },
): Promise<ResponseOf<typeof lawEndpoints.people>> {
  if (!RULES.some(({ id }) => id === ruleId)) throw new ProblemError("not_found");
  const places = (await countPlaces(services, countingActor(actor))).filter((place) =>
    rulesConcerning(place).some((id) => id === ruleId),
  );
  return { concerns: places.reduce((sum, { people }) => sum + people, 0), groups: groupsOf(places) };
}

const readLaw = query<ReadonlyMap<string, number>, LawList>(async ({ tx, today }, concerns) => {
  const rows = await loadVersions(tx);
  const law = lawOf(rows);
  const nameOf = await loadAccountNames(tx);
  const view: ViewVersion = (row, inForceTo) => ({
    id: row.row.id,
    inForceFrom: row.row.inForceFrom,
    inForceTo,
    content: row.version.content,
    basis: row.row.basis,
    lateReason: row.version.lateReason,
    recordedAt: row.row.recordedAt.toISOString(),
    recordedBy: nameOf(row.row.recordedBy),
    annulled:
      row.row.annulledAt === null
        ? null
        : { reason: row.row.annulmentReason ?? "", at: row.row.annulledAt.toISOString() },
  });
  const versionsOf = versionsAmong(rows, view);
  return {
    today,
    rules: RULES.map(({ id }) => id).map((id) => {
      const rule = ruleOn(id, today, law.rules);
      const common = law.rules.filter((each) => each.id === id).map(ofRule);
      return ruleView(rule, concerns.get(id) ?? 0, versionsOf("rule", id, common));
    }),
    items: [
      ...plans(law, versionsOf, today),
      ...settings(law, versionsOf, today),
      ...holidays(law, rows, view),
    ],
  };
});

/** A stretch in which something holds, common or the county's. */
interface Stretch {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly content: LawContent;
}

type VersionsOf = (subject: string, code: string, stretches: readonly Stretch[]) => VersionView[];

type ViewVersion = (row: VersionRow, inForceTo: PlainDate | null) => VersionView;

function rowsOf(rows: readonly VersionRow[], subject: string, code: string): VersionRow[] {
  return rows.filter(({ row, version }) => row.subject === subject && codeOfVersion(version) === code);
}

/** The versions of one code, the newest first: those that hold with their last day, and annulled ones. */
function versionsAmong(rows: readonly VersionRow[], view: ViewVersion): VersionsOf {
  return (subject, code, stretches) => {
    const own = rowsOf(rows, subject, code);
    const holding = stretches.map(({ from, to, content }) => {
      const row = own.find((each) => each.row.annulledAt === null && each.row.inForceFrom === from);
      return row === undefined ? commonVersion(from, to, content) : view(row, to);
    });
    const annulled = own.filter(({ row }) => row.annulledAt !== null).map((row) => view(row, null));
    return [...holding, ...annulled].sort((a, b) => (a.inForceFrom < b.inForceFrom ? 1 : -1));
  };
}

function commonVersion(
  inForceFrom: PlainDate,
  inForceTo: PlainDate | null,
  content: LawContent,
): VersionView {
  const nobody = { basis: null, lateReason: null, recordedAt: null, recordedBy: null, annulled: null };
  return { id: null, inForceFrom, inForceTo, content, ...nobody };
}

function ofRule(rule: Rule): Stretch {
  return { from: rule.inForceFrom, to: rule.inForceTo ?? null, content: contentOfRule(rule) };
}

function ruleView(rule: Rule, concerns: number, versions: VersionView[]): RuleView {
  const { id, title, instrument, article, says, trigger, actor, endedBy, period, limits, inForceFrom } = rule;
  return {
    id,
    title,
    instrument,
    article,
    says,
    trigger,
    actor,
    endedBy,
    inForceFrom,
    concerns,
    versions,
    period: period ?? null,
    limits: limits ?? null,
    stoppedBy: RULE_STOPS[id] ?? null,
    wordedBy: WORDED_BY[id] ?? null,
  };
}

function plans(law: Law, versionsOf: VersionsOf, today: PlainDate): LawItem[] {
  return [...new Set(law.testPlans.map(({ measure }) => measure))].map((code) => {
    const stretches = law.testPlans
      .filter(({ measure }) => measure === code)
      .map(({ inForceFrom, inForceTo, measure, testsPerYear }) => ({
        from: inForceFrom,
        to: inForceTo ?? null,
        content: { measure, testsPerYear: [...testsPerYear] },
      }));
    return itemOf("test_plan", code, stretches, versionsOf, today);
  });
}

function settings(law: Law, versionsOf: VersionsOf, today: PlainDate): LawItem[] {
  return [...new Set(law.settings.map(({ key }) => key))].map((code) => {
    const dated = law.settings.filter(({ key }) => key === code);
    const stretches = dated.map(({ key, value, inForceFrom }, index) => {
      const next = dated[index + 1];
      return {
        from: inForceFrom,
        to: next === undefined ? null : addDays(next.inForceFrom, -1),
        content: { key, value } as LawContent,
      };
    });
    return itemOf("setting", code, stretches, versionsOf, today);
  });
}

function itemOf(
  subject: LawItem["subject"],
  code: string,
  stretches: readonly Stretch[],
  versionsOf: VersionsOf,
  today: PlainDate,
): LawItem {
  const holds = stretches.findLast(({ from }) => from <= today) ?? stretches[0];
  return { subject, code, content: holds?.content ?? null, versions: versionsOf(subject, code, stretches) };
}

/** Every published year and the one after the last of them, so that the gap is seen before it is met. */
function holidays(law: Law, rows: readonly VersionRow[], view: ViewVersion): LawItem[] {
  const { notices } = law.calendar;
  const years = notices.map(({ year }) => year).sort((a, b) => a - b);
  return [...years, (years.at(-1) ?? 0) + 1].map((year) => {
    const code = String(year);
    const own = rowsOf(rows, "holidays", code).map((row) => view(row, null));
    // A common notice has no day of its own: it arranges its year.
    const common = NATIONAL_LAW.calendar.notices
      .filter((notice) => notice.year === year)
      .map((notice) => commonVersion(plainDate(`${code}-01-01`), null, plain(notice)));
    const holds = notices.find((notice) => notice.year === year);
    return {
      subject: "holidays",
      code,
      content: holds === undefined ? null : plain(holds),
      versions: [...own.toReversed(), ...common],
    };
  });
}

function plain({ year, daysOff, workdays, source }: HolidayNotice) {
  return { year, daysOff: [...daysOff], workdays: [...workdays], source };
}

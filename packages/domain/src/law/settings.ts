import type { RiskLevel } from "../supervision/risk-level.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { plainDate } from "../time/plain-date.ts";

/**
 * Which day is the last of a term that begins on 15 March: 14 March, as orders are usually printed,
 * or 15 March (民法典 第二百零二条).
 */
export const TERM_LAST_DAYS = [
  { code: "day_before", zh: "对应日的前一日" },
  { code: "anniversary", zh: "对应日" },
] as const;

export type TermLastDay = (typeof TERM_LAST_DAYS)[number]["code"];

/** What the law leaves to a county, by the key under which its versions are kept. */
export interface LocalSettings {
  readonly term_last_day: TermLastDay;
  /** Whether 行政拘留 stops the term like the 拘留 of 戒毒条例 第二十四条. */
  readonly administrative_detention_stops: boolean;
  /** Months between two visits in person, by risk level; `unset` is for people without one. */
  readonly visit_months: Readonly<Record<RiskLevel | "unset", number>>;
  /** Days before the end of a term on which it is reminded of, the farthest first. */
  readonly end_reminder_days: readonly number[];
  /** From how many days on a leave needs an approval; null where a report is enough. */
  readonly leave_approval_from_days: number | null;
}

export type SettingKey = keyof LocalSettings;

/** A setting in force from a day until its next version. */
export type SettingVersion<K extends SettingKey = SettingKey> = {
  readonly [Key in K]: {
    readonly key: Key;
    readonly inForceFrom: PlainDate;
    readonly value: LocalSettings[Key];
  };
}[K];

/** What counties of this field commonly do; each county puts its own versions beside them. */
export const COMMON_SETTINGS: readonly SettingVersion[] = [
  { key: "term_last_day", inForceFrom: plainDate("2008-06-01"), value: "day_before" },
  { key: "administrative_detention_stops", inForceFrom: plainDate("2008-06-01"), value: true },
  {
    key: "visit_months",
    inForceFrom: plainDate("2008-06-01"),
    value: { high: 1, medium: 3, low: 6, unset: 3 },
  },
  { key: "end_reminder_days", inForceFrom: plainDate("2008-06-01"), value: [60, 30, 7] },
  { key: "leave_approval_from_days", inForceFrom: plainDate("2008-06-01"), value: null },
];

/**
 * The value of a setting on a day: that of the latest version in force by then, the first one for an earlier day.
 * Of two versions from the same day the later in the list holds. Throws a RangeError for a key without a version.
 */
export function settingOn<K extends SettingKey>(
  key: K,
  on: PlainDate,
  settings: readonly SettingVersion[],
): LocalSettings[K] {
  let first: SettingVersion | undefined;
  let inForce: SettingVersion | undefined;
  for (const version of settings) {
    if (version.key !== key) continue;
    if (first === undefined || version.inForceFrom < first.inForceFrom) first = version;
    if (version.inForceFrom > on) continue;
    if (inForce === undefined || inForce.inForceFrom <= version.inForceFrom) inForce = version;
  }
  const found = inForce ?? first;
  if (found === undefined) throw new RangeError(`no setting ${key}`);
  return found.value as LocalSettings[K];
}

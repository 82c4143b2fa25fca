import type { PlainDate } from "../time/plain-date.ts";
import { daysBetween } from "../time/plain-date.ts";

/** The term as an order prints it: 自…至…. */
export interface PrintedTerm {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** How the printed term departs from the legal one. */
export const TERM_CONFLICTS = [
  { code: "starts_earlier", zh: "决定书起始日早于报到日" },
  { code: "starts_later", zh: "决定书起始日晚于报到日" },
  { code: "ends_earlier", zh: "决定书截止日早于法定期满日" },
  { code: "ends_later", zh: "决定书截止日晚于法定期满日" },
] as const;

export type TermConflictCode = (typeof TERM_CONFLICTS)[number]["code"];

export interface TermConflict {
  readonly code: TermConflictCode;
  readonly days: number;
}

/**
 * Where the printed term departs from the one that counts: it starts at the report-in (戒毒条例 第十四条), whatever
 * the paper says. Both are kept; the conflict is shown and decided by nobody here.
 */
export function termConflicts(
  printed: PrintedTerm,
  legal: { readonly startOn: PlainDate; readonly endOn: PlainDate } | undefined,
): TermConflict[] {
  if (legal === undefined) return [];
  return [
    ...conflict(printed.from, legal.startOn, "starts_earlier", "starts_later"),
    ...conflict(printed.to, legal.endOn, "ends_earlier", "ends_later"),
  ];
}

function conflict(
  printed: PlainDate | null,
  legal: PlainDate,
  earlier: TermConflictCode,
  later: TermConflictCode,
): TermConflict[] {
  if (printed === null || printed === legal) return [];
  const days = daysBetween(printed, legal);
  return [{ code: days > 0 ? earlier : later, days: Math.abs(days) }];
}

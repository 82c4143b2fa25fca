import { codesOf } from "../code-list.ts";
import type { Law } from "../law/law.ts";
import { addDays, plainDate } from "../time/plain-date.ts";
import type { CaseEvent, CaseEventKind } from "./case-event.ts";
import { CASE_EVENT_KINDS, SUSPENSION_GROUNDS, TERMINATION_GROUNDS } from "./case-event.ts";
import type { CaseHistory } from "./case-history.ts";
import { canHappen } from "./can-happen.ts";
import { RISK_LEVELS } from "./risk-level.ts";

/** What a walk chooses at a step: which of the possible events, and so many days after the last. */
export interface WalkStep {
  readonly choice: number;
  readonly days: number;
}

/**
 * A history that the transitions allow, chosen by numbers: what the properties of states are proven over. It begins with
 * an order on 2016-02-29 and stops where nothing can happen any more.
 */
export function walkHistory(
  shape: Pick<CaseHistory, "measure" | "termMonths" | "deductedDays">,
  steps: readonly WalkStep[],
  law: Law,
): CaseHistory {
  const events: CaseEvent[] = [];
  let on = plainDate("2016-02-29");
  for (const { choice, days } of steps) {
    const day = on;
    const possible = codesOf(CASE_EVENT_KINDS)
      .map((kind) => eventOf(kind, day, choice))
      .filter((event) => canHappen(event, { ...shape, events }, law) === undefined);
    const event = possible[choice % Math.max(1, possible.length)];
    if (event === undefined) break;
    // whoever comes from another county has reported in there
    if (event.kind === "transferred_in") events.push({ kind: "reported", on: addDays(day, -9) });
    events.push(event);
    on = addDays(on, days);
  }
  return { ...shape, events };
}

function eventOf(kind: CaseEventKind, on: CaseEvent["on"], choice: number): CaseEvent {
  const pick = <T>(list: readonly [T, ...T[]]): T => list[choice % list.length] ?? list[0];
  if (kind === "suspended") return { kind, on, ground: pick(codesOf(SUSPENSION_GROUNDS)) };
  if (kind === "terminated") return { kind, on, ground: pick(codesOf(TERMINATION_GROUNDS)) };
  if (kind === "risk_set") return { kind, on, riskLevel: pick(codesOf(RISK_LEVELS)) };
  return { kind, on };
}

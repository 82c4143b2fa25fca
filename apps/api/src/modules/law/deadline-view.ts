import type { Deadline } from "@rehab/domain/law/deadline";
import { citationOf } from "@rehab/domain/law/rule";
import type { DeadlineView } from "@rehab/schema/deadline";

/** A computed date as every screen explains it; null where there is none. */
export function deadlineView(deadline: Deadline | undefined): DeadlineView | null {
  if (deadline === undefined) return null;
  const { date, rule, steps, unknownYears } = deadline;
  return {
    date,
    ruleId: rule.id,
    title: rule.title,
    citation: citationOf(rule),
    says: rule.says,
    steps: [...steps],
    unknownYears: [...unknownYears],
  };
}

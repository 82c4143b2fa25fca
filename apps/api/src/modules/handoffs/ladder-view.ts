import { intakeLadder } from "@rehab/domain/handoff/intake-ladder";
import type { Law } from "@rehab/domain/law/law";
import { citationOf, ruleOn } from "@rehab/domain/law/rule";
import type { CaseHistory } from "@rehab/domain/supervision/case-history";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { LadderRung } from "@rehab/schema/handoffs";

/** The ladder of a case with the article of each step and the way to its date. */
export function ladderView(history: CaseHistory, today: PlainDate, law: Law): LadderRung[] {
  return intakeLadder(history, today, law).map((rung) => {
    const rule = rung.deadline?.rule ?? ruleOn(rung.ruleId, today, law.rules);
    return {
      code: rung.code,
      owner: rung.owner,
      state: rung.state,
      citation: citationOf(rule),
      says: rule.says,
      doneOn: rung.doneOn ?? null,
      dueOn: rung.deadline?.date ?? null,
      daysLeft: rung.daysLeft ?? null,
      steps: [...(rung.deadline?.steps ?? [])],
      unknownYears: [...(rung.deadline?.unknownYears ?? [])],
    };
  });
}

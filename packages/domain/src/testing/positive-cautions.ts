import type { Law } from "../law/law.ts";
import { citationOf, ruleOn } from "../law/rule.ts";
import type { CaseHistory } from "../supervision/case-history.ts";
import { standingOn } from "../supervision/case-history.ts";
import { overlaysOn } from "../supervision/overlays.ts";
import { addMonths } from "../time/plain-date.ts";
import type { DrugTest } from "./drug-test.ts";

/** Months before the sample that a hair test looks back (涉毒人员毛发样本检测规范 第十条). */
const hairLooksBack = 6;

/** What a positive result does not say by itself: the police are told it along with the result. */
export function positiveCautions(test: DrugTest, history: CaseHistory, law: Law): string[] {
  const cautions: string[] = [];
  const { reportedOn } = standingOn(history, test.on);
  if (test.method === "hair" && reportedOn !== undefined && test.on < addMonths(reportedOn, hairLooksBack)) {
    cautions.push("毛发检测反映采样前6个月内的情况，可能早于本次报到。");
  }
  const { maintenanceSince } = overlaysOn({ history, leaves: [] }, test.on);
  if (maintenanceSince !== undefined) {
    const citation = citationOf(ruleOn("O1", maintenanceSince, law.rules));
    cautions.push(`本人正在参加药物维持治疗（${citation}），请附用药证明。`);
  }
  return cautions;
}

import type { CaseHistory } from "../supervision/case-history.ts";
import { standingOn } from "../supervision/case-history.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { addMonths } from "../time/plain-date.ts";
import type { DrugTest } from "./drug-test.ts";

/** Months before the sample that a hair test looks back (涉毒人员毛发样本检测规范 第十条). */
const hairLooksBack = 6;

/** What a positive result does not say by itself: the police are told it along with the result. */
export function positiveCautions(test: DrugTest, history: CaseHistory): string[] {
  const cautions: string[] = [];
  const { reportedOn } = standingOn(history, test.on);
  if (test.method === "hair" && reportedOn !== undefined && test.on < addMonths(reportedOn, hairLooksBack)) {
    cautions.push("毛发检测反映采样前6个月内的情况，可能早于本次报到。");
  }
  if (isInMaintenance(history, test.on)) {
    cautions.push("本人正在参加药物维持治疗，请附用药证明。");
  }
  return cautions;
}

function isInMaintenance({ events }: CaseHistory, on: PlainDate): boolean {
  const last = events
    .filter((event) => event.on <= on)
    .filter(({ kind }) => kind === "maintenance_started" || kind === "maintenance_ended")
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .at(-1);
  return last?.kind === "maintenance_started";
}

import { breachCounters, breachRuleOf } from "@rehab/domain/breach/breach-counters";
import { maskPersonName } from "@rehab/domain/identity/person-name";
import { leaveTotals } from "@rehab/domain/leave/leave";
import { citationOf, limitOf } from "@rehab/domain/law/rule";
import { settingOn } from "@rehab/domain/law/settings";
import { plainDate } from "@rehab/domain/time/plain-date";
import type { LeaveFile } from "@rehab/schema/leaves";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { mayAtStation } from "../../core/require-at-station.ts";
import { leave } from "../../db/schema/case-facts.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { loadPresentCases, outsideTerm } from "../enrollees/present-case.ts";
import type { SupervisedCase } from "../enrollees/supervision-facts.ts";
import { showing } from "../matters/matter.ts";
import type { Matter, Showing } from "../matters/matter.ts";
import { leaveView } from "./leave-view.ts";
import { loadLeaves } from "./load-leaves.ts";

const longAgo = plainDate("1900-01-01");

/** The leave ledger of a person. */
export const leaveMatter: Matter<SupervisedCase, LeaveFile> = {
  name: "leaves",
  load: loadPresentCases,
  caseOf: (facts) => facts,
  show: leaveFileOf,
};

export const getLeaves = showing(leaveMatter);

/** What the screen shows of a case's leaves, annulled ones included. */
async function leaveFileOf(context: Showing, facts: SupervisedCase): Promise<LeaveFile> {
  const { tx, today, law, actor } = context;
  const { enrolleeId, caseId } = facts;
  const [person] = await tx.select({ name: enrollee.name }).from(enrollee).where(eq(enrollee.id, enrolleeId));
  if (person === undefined) throw new ProblemError("not_found");
  const records = await loadLeaves(tx, eq(leave.enrolleeId, enrolleeId));
  const counters = breachCounters(facts, today, law);
  const rule = breachRuleOf("T8", facts.history, today, law);
  const counterOf = (ground: string) => counters.find((counter) => counter.ground === ground);
  const { leaves, daysAway } = leaveTotals(facts.leaves, longAgo, today);
  const reason = mayAtStation(actor, "create", "CaseFile", facts.stationId)
    ? (outsideTerm(facts, today) ?? null)
    : "由本站专职工作人员登记";
  return {
    enrolleeId,
    caseId,
    maskedName: maskPersonName(person.name),
    leaves: records.map((record) => leaveView(context, record)),
    totals: {
      leaves,
      daysAway,
      departures: counterOf("departures")?.count ?? 0,
      departuresFrom: limitOf(rule, "departures"),
      unauthorisedDays: counterOf("absence_days")?.count ?? 0,
      unauthorisedDaysFrom: limitOf(rule, "absence_days"),
    },
    rule: { citation: citationOf(rule), says: rule.says },
    approvalFromDays: settingOn("leave_approval_from_days", today, law.settings),
    actions: ["report", "recordAbsence"].map((action) => ({ action, allowed: reason === null, reason })),
  };
}

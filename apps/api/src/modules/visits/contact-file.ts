import { citationOf, ruleOn } from "@rehab/domain/law/rule";
import { standingOn } from "@rehab/domain/supervision/case-history";
import { dutiesOn } from "@rehab/domain/supervision/duties";
import { isOverdue } from "@rehab/domain/supervision/duty";
import { nextVisitOn } from "@rehab/domain/visit/visit-rhythm";
import { evidenceStrength } from "@rehab/domain/visit/visit";
import type { ContactFile, GoalView, HelpView, VisitView } from "@rehab/schema/visits";
import { desc, eq } from "drizzle-orm";
import { mayAtStation } from "../../core/require-at-station.ts";
import { visit } from "../../db/schema/case-facts.ts";
import { helpRecord, planGoal } from "../../db/schema/supervision.ts";
import { loadPresentCases, outsideTerm } from "../enrollees/present-case.ts";
import type { SupervisedCase } from "../enrollees/supervision-facts.ts";
import { showing } from "../matters/matter.ts";
import type { Matter, Showing } from "../matters/matter.ts";
import { loadAccountNames } from "../matters/views.ts";

type NameOf = Awaited<ReturnType<typeof loadAccountNames>>;

/** Visits, talks, help and goals of a person: what the station does beside the tests. */
export const contactMatter: Matter<SupervisedCase, ContactFile> = {
  name: "visits",
  load: loadPresentCases,
  caseOf: (facts) => facts,
  show: contactFileOf,
};

export const getContacts = showing(contactMatter);

/** What the screen shows of a case's contacts, annulled ones included. */
async function contactFileOf(context: Showing, facts: SupervisedCase): Promise<ContactFile> {
  const { tx, today } = context;
  const { enrolleeId, caseId } = facts;
  const visits = await tx
    .select()
    .from(visit)
    .where(eq(visit.enrolleeId, enrolleeId))
    .orderBy(desc(visit.happenedOn), desc(visit.recordedAt));
  const help = await tx
    .select()
    .from(helpRecord)
    .where(eq(helpRecord.enrolleeId, enrolleeId))
    .orderBy(desc(helpRecord.happenedOn), desc(helpRecord.recordedAt));
  const goals = await tx
    .select()
    .from(planGoal)
    .where(eq(planGoal.enrolleeId, enrolleeId))
    .orderBy(desc(planGoal.dueOn), desc(planGoal.recordedAt));
  const nameOf = await loadAccountNames(tx);
  return {
    enrolleeId,
    caseId,
    riskLevel: facts.riskLevel ?? null,
    next: nextOf(context, facts),
    proposedOn: proposalOf(context, facts),
    visits: visits.map((row) => visitView(row, nameOf)),
    help: help.map((row) => helpView(row, nameOf)),
    goals: goals.map((row) => goalView(row, today)),
    actions: actionsOf(context, facts),
  };
}

function nextOf({ today, law }: Showing, facts: SupervisedCase): ContactFile["next"] {
  const duty = dutiesOn(facts, today, law).find(({ kind }) => kind === "visit");
  if (duty?.dueOn === undefined) return null;
  const rule = ruleOn("V1", today, law.rules);
  return { dueOn: duty.dueOn, overdue: isOverdue(duty, today), citation: citationOf(rule), says: rule.says };
}

/** What the rhythm asks for after a visit today. */
function proposalOf({ today, law }: Showing, facts: SupervisedCase): ContactFile["proposedOn"] {
  const visits = [{ on: today, method: "home_visit" as const }];
  const { riskLevel } = facts;
  const reportedOn = standingOn(facts.history, today).reportedOn ?? today;
  return nextVisitOn({ reportedOn, visits, riskLevel }, today, law);
}

function actionsOf({ actor, today }: Showing, facts: SupervisedCase): ContactFile["actions"] {
  const settled = outsideTerm(facts, today);
  const reason = mayAtStation(actor, "create", "CaseFile", facts.stationId)
    ? (settled ?? null)
    : "由本站专职工作人员登记";
  return ["record", "recordHelp", "addGoal"].map((action) => ({ action, allowed: reason === null, reason }));
}

interface Recorded {
  readonly id: string;
  readonly happenedOn: VisitView["happenedOn"];
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly annulledAt: Date | null;
  readonly annulmentReason: string | null;
}

function recordedOf(row: Recorded, nameOf: NameOf) {
  return {
    id: row.id,
    happenedOn: row.happenedOn,
    recordedAt: row.recordedAt.toISOString(),
    recordedBy: nameOf(row.recordedBy),
    annulled: row.annulledAt === null ? null : (row.annulmentReason ?? ""),
  };
}

function visitView(row: typeof visit.$inferSelect, nameOf: NameOf): VisitView {
  const method = row.method as VisitView["method"];
  const { place, interviewer, stateOfMind, content, nextOn, note } = row;
  return {
    ...recordedOf(row, nameOf),
    method,
    strength: evidenceStrength(method),
    place,
    interviewer,
    stateOfMind,
    content,
    nextOn,
    note,
    details: row.details as VisitView["details"],
  };
}

function helpView(row: typeof helpRecord.$inferSelect, nameOf: NameOf): HelpView {
  const { helper, content, outcomeOn, outcomeNote, version } = row;
  return {
    ...recordedOf(row, nameOf),
    kind: row.kind as HelpView["kind"],
    helper,
    content,
    outcome: row.outcome as HelpView["outcome"],
    outcomeOn,
    outcomeNote,
    version,
  };
}

function goalView(row: typeof planGoal.$inferSelect, today: GoalView["dueOn"]): GoalView {
  const { id, goal, responsible, setOn, dueOn, closedOn, resultNote, version } = row;
  return {
    id,
    goal,
    responsible,
    setOn,
    dueOn,
    overdue: closedOn === null && isOverdue({ dueOn }, today),
    closedOn,
    result: row.result as GoalView["result"],
    resultNote,
    annulled: row.annulledAt === null ? null : (row.annulmentReason ?? ""),
    version,
  };
}

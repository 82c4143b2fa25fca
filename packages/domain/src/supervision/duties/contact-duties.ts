import { settingOn } from "../../law/settings.ts";
import { isAwayOn } from "../../leave/leave.ts";
import { addDays, addMonths, maxDate } from "../../time/plain-date.ts";
import { isInPerson } from "../../visit/visit.ts";
import type { Duty } from "../duty.ts";
import type { Scene } from "./scene.ts";
import { isSupervised } from "./scene.ts";

const daysOfNotice = 14;

/** The next visit or talk in person, and the goals of the plan that fall due. */
export function contactDuties(scene: Scene): Duty[] {
  return [...visits(scene), ...goals(scene)];
}

/** By the rhythm of the risk level, counted from the last visit in person, at the earliest from the report-in. */
function visits(scene: Scene): Duty[] {
  const { facts, standing, asOf, law } = scene;
  const { reportedOn } = standing;
  const isAway = facts.leaves.some((leave) => isAwayOn(leave, asOf));
  if (!isSupervised(scene) || reportedOn === undefined || isAway) return [];
  const months = settingOn("visit_months", asOf, law.settings)[facts.riskLevel ?? "unset"];
  const last = facts.visits
    .filter((visit) => visit.on <= asOf && isInPerson(visit))
    .reduce((latest, { on }) => maxDate(latest, on), reportedOn);
  const dueOn = addMonths(last, months);
  return [{ kind: "visit", subject: "", ruleId: "V1", opensOn: addDays(dueOn, -daysOfNotice), dueOn }];
}

function goals({ facts, state }: Scene): Duty[] {
  if (state.state === "suspended") return [];
  return facts.goals
    .filter(({ closedOn }) => closedOn === undefined)
    .map(({ id, dueOn }) => ({
      kind: "goal",
      subject: id,
      ruleId: "G1",
      opensOn: addDays(dueOn, -daysOfNotice),
      dueOn,
    }));
}

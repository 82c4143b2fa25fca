import { isAwayOn } from "../../leave/leave.ts";
import { addDays } from "../../time/plain-date.ts";
import { nextVisitOn } from "../../visit/visit-rhythm.ts";
import { overlaysOn } from "../overlays.ts";
import type { Duty } from "../duty.ts";
import type { Scene } from "./scene.ts";
import { isSupervised } from "./scene.ts";

const daysOfNotice = 14;

/** The next visit or talk in person, and the goals of the plan that fall due. */
export function contactDuties(scene: Scene): Duty[] {
  return [...visits(scene), ...goals(scene)];
}

function visits(scene: Scene): Duty[] {
  const { facts, standing, asOf, law } = scene;
  const { reportedOn } = standing;
  const isAway = facts.leaves.some((leave) => isAwayOn(leave, asOf));
  const isInHospital = overlaysOn(facts, asOf).hospitalSince !== undefined;
  if (!isSupervised(scene) || reportedOn === undefined || isAway || isInHospital) return [];
  const dueOn = nextVisitOn({ ...facts, reportedOn }, asOf, law);
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

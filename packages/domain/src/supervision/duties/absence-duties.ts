import { isAwayOn, isUndecided, unauthorisedFrom } from "../../leave/leave.ts";
import type { Leave } from "../../leave/leave.ts";
import { addDays } from "../../time/plain-date.ts";
import type { Duty } from "../duty.ts";
import type { Scene } from "./scene.ts";
import { lastDayOf } from "./scene.ts";

const daysOfNotice = 3;

/** Who is away has a day of return, and a report that asks for an answer gets one. */
export function absenceDuties(scene: Scene): Duty[] {
  const { facts, state } = scene;
  if (state.state === "suspended") return [];
  return facts.leaves.flatMap((leave) => [...decision(leave, scene), ...coming(leave, scene)]);
}

/** Whoever is away is to be back and have the return checked (戒毒条例 第十九条第三项). */
function coming(leave: Leave, { asOf }: Scene): Duty[] {
  if (!isAwayOn(leave, asOf)) return [];
  const dueOn = addDays(unauthorisedFrom(leave, asOf), -1);
  const subject = leave.id ?? leave.from;
  return [{ kind: "leave_return", subject, ruleId: "T7", opensOn: addDays(dueOn, -daysOfNotice), dueOn }];
}

/** Only a county that asks for it decides about a leave, and only from so many days on. */
function decision(leave: Leave, { asOf, law }: Scene): Duty[] {
  const { requestedOn, from, id } = leave;
  if (requestedOn === undefined || !isUndecided(leave, asOf, law)) return [];
  const dueOn = lastDayOf("L1", requestedOn, law);
  return [{ kind: "leave_decision", subject: id ?? from, ruleId: "L1", opensOn: requestedOn, dueOn }];
}

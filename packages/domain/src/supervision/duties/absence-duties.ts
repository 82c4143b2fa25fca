import { settingOn } from "../../law/settings.ts";
import { isAwayOn, isOverdueOn } from "../../leave/leave.ts";
import type { Leave } from "../../leave/leave.ts";
import { addDays, daysBetween } from "../../time/plain-date.ts";
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
  if (!isAwayOn(leave, asOf) && !isOverdueOn(leave, asOf)) return [];
  const { dueBack } = leave;
  return [
    {
      kind: "leave_return",
      subject: leave.id ?? leave.from,
      ruleId: "T7",
      opensOn: addDays(dueBack, -daysOfNotice),
      dueOn: dueBack,
    },
  ];
}

/** Only a county that asks for it decides about a leave, and only from so many days on. */
function decision(leave: Leave, { asOf, law }: Scene): Duty[] {
  const { requestedOn, from, dueBack, steps = [] } = leave;
  if (requestedOn === undefined || asOf < requestedOn) return [];
  const fromDays = settingOn("leave_approval_from_days", requestedOn, law.settings);
  const days = daysBetween(from, dueBack) + 1;
  if (fromDays === null || days < fromDays || steps.some(({ kind }) => kind !== "extended")) return [];
  return [
    {
      kind: "leave_decision",
      subject: leave.id ?? from,
      ruleId: "L1",
      opensOn: requestedOn,
      dueOn: lastDayOf("L1", requestedOn, law),
    },
  ];
}

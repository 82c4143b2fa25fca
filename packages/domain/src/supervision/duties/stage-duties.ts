import { intakeLadder, nextRung } from "../../handoff/intake-ladder.ts";
import { settingOn } from "../../law/settings.ts";
import { addDays } from "../../time/plain-date.ts";
import type { Duty } from "../duty.ts";
import { termFrom } from "../term.ts";
import type { Scene } from "./scene.ts";
import { isSupervised, lastDayOf } from "./scene.ts";

/** What the stage of the case asks for: the way to the plan, a person who does not come or is lost, the end. */
export function stageDuties(scene: Scene): Duty[] {
  return [...intake(scene), ...notReported(scene), ...lost(scene), ...transfer(scene), ...end(scene)];
}

/** The next step of the ladder that the police do not have in hand. Somebody overdue is dealt with as a no-show. */
function intake({ facts, state, asOf, law }: Scene): Duty[] {
  const isAnswered = state.state === "overdue_report" || state.state === "no_show_referred";
  const ladder = intakeLadder(facts.history, asOf, law);
  const rung = nextRung(ladder.filter(({ owner }) => owner !== "police"));
  if (rung === undefined || isAnswered || state.state === "suspended") return [];
  const triggers = rung.deadline?.steps.filter(({ kind }) => kind === "trigger") ?? [];
  const dueOn = rung.deadline?.date;
  const opensOn = triggers.at(-1)?.on ?? state.since;
  return [{ kind: "intake", subject: rung.code, ruleId: rung.ruleId, opensOn, dueOn }];
}

function notReported({ state }: Scene): Duty[] {
  if (state.state !== "overdue_report") return [];
  const dueOn = addDays(state.since, -1);
  return [{ kind: "no_show", subject: "", ruleId: state.ruleId, opensOn: state.since, dueOn }];
}

/** Somebody lost is looked for at once, and the police are told (戒毒条例 第二十一条). */
function lost({ state }: Scene): Duty[] {
  if (state.state !== "missing") return [];
  return [
    {
      kind: "lost_contact",
      subject: "",
      ruleId: "T9",
      opensOn: state.since,
      dueOn: addDays(state.since, -1),
    },
  ];
}

function transfer({ state, law }: Scene): Duty[] {
  if (state.state !== "transfer_out") return [];
  const { since } = state;
  return [
    { kind: "transfer", subject: "", ruleId: "T12", opensOn: since, dueOn: lastDayOf("T12", since, law) },
  ];
}

/**
 * The end of the term is prepared from the farthest reminder on, and due on its last day; the release waits for the
 * police's notice, 7 days after it (戒毒条例 第二十三条).
 */
function end(scene: Scene): Duty[] {
  const { facts, standing, state, asOf, law } = scene;
  const term = termFrom(facts.history, standing, asOf, law);
  if (term === undefined) return [];
  const { endOn } = term;
  if (state.state === "expired") {
    return [
      {
        kind: "release",
        subject: "",
        ruleId: "T14",
        opensOn: state.since,
        dueOn: lastDayOf("T14", endOn, law),
      },
    ];
  }
  if (!isSupervised(scene)) return [];
  const reminders = settingOn("end_reminder_days", endOn, law.settings);
  return [
    {
      kind: "term_end",
      subject: "",
      ruleId: "E1",
      opensOn: addDays(endOn, -Math.max(0, ...reminders)),
      dueOn: endOn,
    },
  ];
}

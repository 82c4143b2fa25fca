import { zhOf } from "@rehab/domain/code-list";
import type { IntakeStep } from "@rehab/domain/handoff/can-record";
import { INTAKE_STEPS, STEP_OBSTACLES, canRecord } from "@rehab/domain/handoff/can-record";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { HandoffFile } from "@rehab/schema/handoffs";
import type { Actor } from "../../core/actor.ts";
import { mayAtStation } from "../../core/require-at-station.ts";
import type { HandoffCase } from "./handoff-case.ts";

type Action = HandoffFile["actions"][number];

const bureauSteps: ReadonlySet<IntakeStep> = new Set(["assign", "return_to_police"]);

/** Whether somebody may record a step: the bureau its own, a station those of the people it has. */
export function mayRecordStep(actor: Actor, step: IntakeStep, { person }: HandoffCase): boolean {
  return bureauSteps.has(step)
    ? actor.ability.can("create", "Handoff")
    : mayAtStation(actor, "create", "CaseFile", person.stationId);
}

/** What the actor can do about a case today, and why not what cannot be done. */
export function possibleActions(handoffCase: HandoffCase, actor: Actor, today: PlainDate): Action[] {
  const steps = INTAKE_STEPS.map(({ code }) => action(code, stepRefusal(code, handoffCase, actor, today)));
  const mayUpdate = actor.ability.can("update", "Handoff") ? null : "您的岗位没有这项权限";
  const hasNumber = handoffCase.person.idNumberCipher === null ? null : "已有证件号码";
  return [
    ...steps,
    action("update", mayUpdate),
    action("complete_identity", mayUpdate ?? hasNumber),
    action("assign_caseworker", mayUpdate),
  ];
}

function stepRefusal(
  step: IntakeStep,
  handoffCase: HandoffCase,
  actor: Actor,
  today: PlainDate,
): string | null {
  if (!mayRecordStep(actor, step, handoffCase)) {
    return bureauSteps.has(step) ? "由司法局办理" : "由工作站办理";
  }
  const obstacle = canRecord(step, handoffCase.facts.history, today);
  return obstacle === undefined ? null : zhOf(STEP_OBSTACLES, obstacle);
}

function action(code: Action["action"], reason: string | null): Action {
  return { action: code, allowed: reason === null, reason };
}

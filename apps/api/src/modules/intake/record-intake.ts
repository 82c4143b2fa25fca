import type { IntakeStep } from "@rehab/domain/handoff/can-record";
import { missingRoles } from "@rehab/domain/handoff/support-team";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { HandoffFile } from "@rehab/schema/handoffs";
import type { intakeEndpoints } from "@rehab/schema/intake";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { handoffFileOf } from "../handoffs/handoff-file.ts";
import { recordStep } from "../handoffs/record-step.ts";
import { loadTeam } from "./team-members.ts";

type Endpoints = typeof intakeEndpoints;
type InputOf<Name extends keyof Endpoints> = BodyOf<Endpoints[Name]> & { readonly caseId: string };

/** The use case of a step that records its day, its note and what else its form asks. */
function recording<Name extends "reportIn" | "giveNotice" | "signAgreement" | "makePlan">(
  name: Name,
  step: IntakeStep,
) {
  const action = `intake.${name}`;
  return useCase<InputOf<Name>, HandoffFile>(action, async (context, input) => {
    const { caseId, id, happenedOn, note, ...details } = input;
    await recordStep(context, { action, step, caseId, id, happenedOn, note, details });
    return handoffFileOf(context, caseId);
  });
}

/** The person came to report in; late or not, the day is kept as it was (戒毒条例 第十四条、第三十八条、第二十二条). */
export const reportIn = recording("reportIn", "report_in");

/** Rights and duties were told. */
export const giveNotice = recording("giveNotice", "notice");

/** The agreement was signed: a new one at every new place of execution (戒毒条例 第十六条、第二十二条). */
export const signAgreement = recording("signAgreement", "agreement");

/** The plan was made: goals and measures (戒毒条例 第十五条、第十八条). */
export const makePlan = recording("makePlan", "plan");

/**
 * The team is declared formed. A role that 戒毒条例 第十七条 names and nobody fills does not stop it, for a person may
 * have no family left; the record keeps that it was missing.
 */
export const formTeam = useCase<InputOf<"formTeam">, HandoffFile>(
  "intake.formTeam",
  async (context, input) => {
    const { caseId, id, happenedOn, note } = input;
    const team = (await loadTeam(context.tx, caseId, context.cipher))
      .map(({ present }) => present)
      .filter(({ from, until }) => from <= happenedOn && (until === undefined || happenedOn < until));
    const details = { members: team.length, missingRoles: missingRoles(team, happenedOn) };
    await recordStep(context, {
      action: "intake.formTeam",
      step: "team",
      caseId,
      id,
      happenedOn,
      note,
      details,
    });
    if (team.length === 0)
      throw new ProblemError("wrong_state", { detail: "工作小组还没有成员，请先添加成员。" });
    return handoffFileOf(context, caseId);
  },
);

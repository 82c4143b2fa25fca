import { missingRoles } from "@rehab/domain/handoff/support-team";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { HandoffFile } from "@rehab/schema/handoffs";
import type { intakeEndpoints } from "@rehab/schema/intake";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import { handoffFileOf } from "../handoffs/handoff-file.ts";
import { recordStep } from "../handoffs/record-step.ts";
import { loadTeam } from "./team-members.ts";

type InputOf<Name extends keyof typeof intakeEndpoints> = BodyOf<(typeof intakeEndpoints)[Name]> & {
  readonly caseId: string;
};

/** The person came to report in; late or not, the day is kept as it was (戒毒条例 第十四条、第三十八条、第二十二条). */
export const reportIn = useCase<InputOf<"reportIn">, HandoffFile>(
  "intake.reportIn",
  async (context, input) => {
    const { caseId, id, happenedOn, note, ...details } = input;
    const step = {
      action: "intake.reportIn",
      step: "report_in",
      caseId,
      id,
      happenedOn,
      note,
      details,
    } as const;
    await recordStep(context, step);
    return handoffFileOf(context, caseId);
  },
);

/** Rights and duties were told. */
export const giveNotice = useCase<InputOf<"giveNotice">, HandoffFile>(
  "intake.giveNotice",
  async (context, input) => {
    const { caseId, id, happenedOn, note, ...details } = input;
    const step = {
      action: "intake.giveNotice",
      step: "notice",
      caseId,
      id,
      happenedOn,
      note,
      details,
    } as const;
    await recordStep(context, step);
    return handoffFileOf(context, caseId);
  },
);

/** The agreement was signed: a new one at every new place of execution (戒毒条例 第十六条、第二十二条). */
export const signAgreement = useCase<InputOf<"signAgreement">, HandoffFile>(
  "intake.signAgreement",
  async (context, input) => {
    const { caseId, id, happenedOn, note, ...details } = input;
    const action = "intake.signAgreement";
    await recordStep(context, { action, step: "agreement", caseId, id, happenedOn, note, details });
    return handoffFileOf(context, caseId);
  },
);

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
    const step = { action: "intake.formTeam", step: "team", caseId, id, happenedOn, note, details } as const;
    await recordStep(context, step);
    if (team.length === 0)
      throw new ProblemError("wrong_state", { detail: "工作小组还没有成员，请先添加成员。" });
    return handoffFileOf(context, caseId);
  },
);

/** The plan was made: goals and measures (戒毒条例 第十五条、第十八条). */
export const makePlan = useCase<InputOf<"makePlan">, HandoffFile>(
  "intake.makePlan",
  async (context, input) => {
    const { caseId, id, happenedOn, note, ...details } = input;
    const step = { action: "intake.makePlan", step: "plan", caseId, id, happenedOn, note, details } as const;
    await recordStep(context, step);
    return handoffFileOf(context, caseId);
  },
);

import { zhOf } from "@rehab/domain/code-list";
import { PHONE_ISSUES, readPhone } from "@rehab/domain/identity/phone";
import { standingOn } from "@rehab/domain/supervision/case-history";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { HandoffFile } from "@rehab/schema/handoffs";
import type { intakeEndpoints } from "@rehab/schema/intake";
import { and, eq, isNull } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import { useCase } from "../../core/use-case.ts";
import { supportTeamMember } from "../../db/schema/handoff.ts";
import { lockEnrollee } from "../enrollees/present-case.ts";
import { getHandoffCase } from "../handoffs/handoff-case.ts";
import { handoffFileOf } from "../handoffs/handoff-file.ts";

type NewMember = BodyOf<typeof intakeEndpoints.addMember> & { readonly caseId: string };

/** Adds a member to a person's team. A resend changes nothing. */
export const addMember = useCase<NewMember, HandoffFile>("intake.addMember", async (context, input) => {
  const { tx, audit, cipher, county, actor, now, today } = context;
  const { caseId, phone, ...member } = input;
  refuseFutureDay(member.fromOn, today, "/fromOn");
  const { person, facts } = await getHandoffCase(tx, caseId);
  requireAtStation(actor, "create", "CaseFile", person.stationId);
  await lockEnrollee(context, person.id);
  if (standingOn(facts.history, today).ended !== undefined)
    throw new ProblemError("wrong_state", { detail: "案件已经结束。" });
  await tx
    .insert(supportTeamMember)
    .values({
      ...member,
      countyCode: county.code,
      stationId: person.stationId,
      enrolleeId: person.id,
      caseId,
      phoneCipher: phone === null || phone === "" ? null : cipher.encrypt(phoneOf(phone)),
      recordedAt: now,
      recordedBy: actor.accountId,
    })
    .onConflictDoNothing();
  audit({
    action: "intake.addMember",
    subjectType: "enrollee",
    subjectId: person.id,
    change: { caseId, memberId: member.id, role: member.role, fromOn: member.fromOn },
  });
  return handoffFileOf(context, caseId);
});

/** A member leaves the team. */
export const endMember = useCase<{ readonly id: string; readonly untilOn: PlainDate }, HandoffFile>(
  "intake.endMember",
  async (context, { id, untilOn }) => {
    const { tx, audit, actor, today } = context;
    refuseFutureDay(untilOn, today, "/untilOn");
    const [member] = await tx
      .select()
      .from(supportTeamMember)
      .where(and(eq(supportTeamMember.id, id), isNull(supportTeamMember.annulledAt)))
      .for("update");
    if (member === undefined) throw new ProblemError("not_found");
    requireAtStation(actor, "create", "CaseFile", member.stationId);
    if (member.untilOn !== null && member.untilOn !== untilOn)
      throw new ProblemError("wrong_state", { detail: "这名成员已经离开小组。" });
    if (untilOn < member.fromOn) {
      throw new ProblemError("invalid_input", {
        errors: [{ pointer: "/untilOn", detail: "离开日期早于加入日期" }],
      });
    }
    await tx.update(supportTeamMember).set({ untilOn }).where(eq(supportTeamMember.id, id));
    audit({
      action: "intake.endMember",
      subjectType: "enrollee",
      subjectId: member.enrolleeId,
      change: { caseId: member.caseId, memberId: id, untilOn },
    });
    return handoffFileOf(context, member.caseId);
  },
);

function phoneOf(text: string): string {
  const read = readPhone(text);
  if (read.ok) return read.value;
  throw new ProblemError("invalid_input", {
    errors: [{ pointer: "/phone", detail: zhOf(PHONE_ISSUES, read.issue) }],
  });
}

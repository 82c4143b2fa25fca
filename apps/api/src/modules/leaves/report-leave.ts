import type { BodyOf } from "@rehab/schema/endpoint";
import type { LeaveFile, leavesEndpoints } from "@rehab/schema/leaves";
import { absences } from "@rehab/domain/leave/absences";
import { isAwayOn } from "@rehab/domain/leave/leave";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { useCase } from "../../core/use-case.ts";
import { leave } from "../../db/schema/case-facts.ts";
import { factOf, lockPresentCase, requireInTerm } from "../enrollees/present-case.ts";
import type { SupervisedCase } from "../enrollees/supervision-facts.ts";
import { answerAfterWrite } from "../matters/matter.ts";
import { leaveMatter } from "./leave-file.ts";

type Endpoints = typeof leavesEndpoints;
type Input<Name extends "report" | "recordAbsence"> = {
  readonly enrolleeId: string;
  readonly body: BodyOf<Endpoints[Name]>;
};

/**
 * Records the report of a leave (戒毒条例 第十九条第三项). It can be reported before, and for a day to come; a report after
 * the departure does not heal the days before it, which are recorded as having left without a word.
 */
export const reportLeave = useCase<Input<"report">, LeaveFile>(
  "leaves.report",
  async (context, { enrolleeId, body }) => {
    const { tx, audit, today } = context;
    const { companion, ...columns } = body;
    refuseFutureDay(body.requestedOn, today, "/requestedOn");
    refuseEarlierDay(
      { pointer: "/leftOn", day: body.leftOn },
      body.requestedOn,
      "报告应在外出之前；已经离开的，先登记擅自离开，补报之日起再登记外出",
    );
    refuseEarlierDay({ pointer: "/dueBackOn", day: body.dueBackOn }, body.leftOn, "返回日期不能早于外出日期");
    const facts = await lockPresentCase(context, enrolleeId);
    const [known] = await tx.select({ id: leave.id }).from(leave).where(eq(leave.id, body.id));
    if (known === undefined) {
      requireInTerm(context, facts, body.requestedOn);
      refuseOverlap(facts, body.leftOn, body.dueBackOn);
      await tx.insert(leave).values({
        ...factOf(context, facts),
        ...columns,
        kind: "reported",
        details: { companion },
      });
    }
    audit({
      action: "leaves.report",
      subjectType: "enrollee",
      subjectId: enrolleeId,
      change: {
        leaveId: body.id,
        leftOn: body.leftOn,
        dueBackOn: body.dueBackOn,
        created: known === undefined,
      },
    });
    return answerAfterWrite(context, leaveMatter, enrolleeId);
  },
);

/** Records that somebody left without a word: unauthorised from the first day on (戒毒条例 第二十条). */
export const recordAbsence = useCase<Input<"recordAbsence">, LeaveFile>(
  "leaves.recordAbsence",
  async (context, { enrolleeId, body }) => {
    const { tx, audit, today } = context;
    refuseFutureDay(body.leftOn, today, "/leftOn");
    const facts = await lockPresentCase(context, enrolleeId);
    const [known] = await tx.select({ id: leave.id }).from(leave).where(eq(leave.id, body.id));
    if (known === undefined) {
      requireInTerm(context, facts, body.leftOn);
      if (facts.leaves.some((each) => isAwayOn(each, today))) {
        throw new ProblemError("wrong_state", {
          detail: "已有一次外出还没有销假；超期的天数从应返回次日起自动计算",
        });
      }
      await tx.insert(leave).values({
        ...factOf(context, facts),
        ...body,
        kind: "unreported",
        dueBackOn: body.leftOn,
      });
    }
    audit({
      action: "leaves.recordAbsence",
      subjectType: "enrollee",
      subjectId: enrolleeId,
      change: { leaveId: body.id, leftOn: body.leftOn, created: known === undefined },
    });
    return answerAfterWrite(context, leaveMatter, enrolleeId);
  },
);

/** Nobody is away twice at a time. */
function refuseOverlap({ leaves }: SupervisedCase, from: PlainDate, to: PlainDate): void {
  const isTaken = leaves.some((each) => {
    const isNone = each.steps?.some(({ kind }) => kind === "refused" || kind === "cancelled") ?? false;
    const back = each.returnedOn ?? each.steps?.find(({ kind }) => kind === "returned")?.on;
    const until = back ?? each.steps?.findLast(({ kind }) => kind === "extended")?.dueBack ?? each.dueBack;
    return (
      !isNone &&
      each.from <= to &&
      (back === undefined ? absences([each], to).length > 0 || until >= from : until > from)
    );
  });
  if (isTaken)
    throw new ProblemError("wrong_state", { detail: "与另一次外出的日期重叠；先销假或者撤销那一次" });
}

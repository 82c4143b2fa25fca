import type { BodyOf } from "@rehab/schema/endpoint";
import type { ContactFile, visitsEndpoints } from "@rehab/schema/visits";
import { addDays } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { eq } from "drizzle-orm";
import { refuseEarlierDay } from "../../core/refuse-earlier-day.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { visit } from "../../db/schema/case-facts.ts";
import { helpRecord, planGoal } from "../../db/schema/supervision.ts";
import { factOf, lockPresentCase, requireInTerm } from "../enrollees/present-case.ts";
import type { SupervisedCase } from "../enrollees/supervision-facts.ts";
import { answerAfterWrite } from "../matters/matter.ts";
import { contactMatter } from "./contact-file.ts";

type Endpoints = typeof visitsEndpoints;
type Input<Name extends "record" | "recordHelp" | "addGoal"> = {
  readonly enrolleeId: string;
  readonly body: BodyOf<Endpoints[Name]>;
};

/** Records a visit, talk or call. A resend changes nothing. */
export const recordVisit = useCase<Input<"record">, ContactFile>(
  "visits.record",
  async (context, { enrolleeId, body }) => {
    const { tx, audit, today } = context;
    refuseFutureDay(body.happenedOn, today, "/happenedOn");
    const dayAfter = addDays(body.happenedOn, 1);
    refuseEarlierDay({ pointer: "/nextOn", day: body.nextOn }, dayAfter, "下次日期应晚于本次日期");
    const facts = await openTerm(context, enrolleeId, body.happenedOn);
    const [known] = await tx.select({ id: visit.id }).from(visit).where(eq(visit.id, body.id));
    if (known === undefined) await tx.insert(visit).values({ ...factOf(context, facts), ...body });
    const { id, happenedOn, method } = body;
    audit({
      action: "visits.record",
      subjectType: "enrollee",
      subjectId: enrolleeId,
      change: { visitId: id, happenedOn, method, created: known === undefined },
    });
    return answerAfterWrite(context, contactMatter, enrolleeId);
  },
);

/** Records help; what came of it can be told later. */
export const recordHelp = useCase<Input<"recordHelp">, ContactFile>(
  "visits.recordHelp",
  async (context, { enrolleeId, body }) => {
    const { tx, audit, today } = context;
    refuseFutureDay(body.happenedOn, today, "/happenedOn");
    const facts = await openTerm(context, enrolleeId, body.happenedOn);
    const [known] = await tx.select({ id: helpRecord.id }).from(helpRecord).where(eq(helpRecord.id, body.id));
    if (known === undefined) {
      const outcomeOn = body.outcome === "ongoing" ? null : body.happenedOn;
      await tx.insert(helpRecord).values({ ...factOf(context, facts), ...body, outcomeOn });
    }
    const { id, happenedOn, kind } = body;
    audit({
      action: "visits.recordHelp",
      subjectType: "enrollee",
      subjectId: enrolleeId,
      change: { helpId: id, happenedOn, kind, created: known === undefined },
    });
    return answerAfterWrite(context, contactMatter, enrolleeId);
  },
);

/** Adds a goal to the person's plan. */
export const addGoal = useCase<Input<"addGoal">, ContactFile>(
  "visits.addGoal",
  async (context, { enrolleeId, body }) => {
    const { tx, audit, today } = context;
    refuseFutureDay(body.setOn, today, "/setOn");
    refuseEarlierDay({ pointer: "/dueOn", day: body.dueOn }, body.setOn, "期限不能早于确定日期");
    const facts = await openTerm(context, enrolleeId, body.setOn);
    const [known] = await tx.select({ id: planGoal.id }).from(planGoal).where(eq(planGoal.id, body.id));
    if (known === undefined) await tx.insert(planGoal).values({ ...factOf(context, facts), ...body });
    audit({
      action: "visits.addGoal",
      subjectType: "enrollee",
      subjectId: enrolleeId,
      change: { goalId: body.id, setOn: body.setOn, dueOn: body.dueOn, created: known === undefined },
    });
    return answerAfterWrite(context, contactMatter, enrolleeId);
  },
);

async function openTerm(context: UseCaseContext, enrolleeId: string, on: PlainDate): Promise<SupervisedCase> {
  const facts = await lockPresentCase(context, enrolleeId);
  requireInTerm(context, facts, on);
  return facts;
}

import { isoWeekOf } from "@rehab/domain/time/iso-week";
import { addDays } from "@rehab/domain/time/plain-date";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
import { and, eq, isNull, ne } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { useCase } from "../../core/use-case.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { weeklyCheck } from "../../db/schema/county-records.ts";
import { reconciliation } from "../../db/schema/reconciliation.ts";
import { findSpan, periodText } from "./period.ts";
import type { Period } from "./period.ts";

type Input = BodyOf<typeof reconciliationsEndpoints.open>;

/** Begins the comparison of a week or month. Throws `invalid_input`, and `wrong_state` while another one is open. */
export const openReconciliation = useCase<Input, void>("reconciliations.open", async (context, input) => {
  const { tx, audit, actor, county, now } = context;
  const { id, checkedOn, ourPerson, policePerson, source, note } = input;
  const period: Period = { week: null, month: null, ...input.period };
  await refuseDay(context, period, input);
  await refuseSecond(context, period, id);
  await tx
    .insert(reconciliation)
    .values({
      id,
      countyCode: county.code,
      ...period,
      checkedOn,
      ourPerson,
      policePerson,
      source,
      note: note ?? null,
      createdAt: now,
      createdBy: actor.accountId,
    })
    .onConflictDoNothing({ target: reconciliation.id });
  const { kind, year, week, month } = period;
  audit({
    action: "reconciliations.open",
    subjectType: "reconciliation",
    subjectId: id,
    change: { kind, year, week, month, checkedOn, source },
  });
});

async function refuseDay({ tx, today }: UseCaseContext, period: Period, { id, checkedOn, source }: Input) {
  const refuse = (pointer: string, detail: string) =>
    new ProblemError("invalid_input", { errors: [{ pointer, detail }] });
  const span = findSpan(period);
  if (span === undefined) throw refuse("/period", `${period.year}年没有第${period.week}周`);
  if (checkedOn > today) throw refuse("/checkedOn", "核对日期不能晚于今天");
  if (period.kind === "weekly" && (checkedOn < span.from || checkedOn > span.to)) {
    const { year, week } = isoWeekOf(checkedOn);
    const told = `${checkedOn}是${year}年第${week}周`;
    throw refuse("/checkedOn", `${told}，不在${periodText(period)}（${span.from}至${span.to}）`);
  }
  // The lists of a month are often compared in the first days of the next.
  if (period.kind === "monthly" && (checkedOn < span.from || checkedOn > addDays(span.to, 31))) {
    throw refuse("/checkedOn", `核对日期应在${periodText(period)}或其后一个月内`);
  }
  if (period.kind === "monthly" && source === "none") {
    throw refuse("/source", "月度核对要有公安机关的名册，不能按零新增登记");
  }
  const [made] = await tx
    .select({ reconciliationId: weeklyCheck.reconciliationId })
    .from(weeklyCheck)
    .where(and(eq(weeklyCheck.checkedOn, checkedOn), isNull(weeklyCheck.annulledAt)));
  if (period.kind === "weekly" && made !== undefined && made.reconciliationId !== id) {
    throw refuse("/checkedOn", `${checkedOn}已有一次核对记录，不能重复登记`);
  }
}

async function refuseSecond({ tx }: UseCaseContext, period: Period, id: string): Promise<void> {
  const { kind, year, week, month } = period;
  const [open] = await tx
    .select({ id: reconciliation.id })
    .from(reconciliation)
    .where(
      and(
        eq(reconciliation.state, "open"),
        eq(reconciliation.kind, kind),
        eq(reconciliation.year, year),
        week === null ? isNull(reconciliation.week) : eq(reconciliation.week, week),
        month === null ? isNull(reconciliation.month) : eq(reconciliation.month, month),
        ne(reconciliation.id, id),
      ),
    );
  if (open !== undefined) {
    throw new ProblemError("wrong_state", {
      detail: `${periodText(period)}已有一次核对正在进行，请继续那一次，或先作废。`,
    });
  }
}

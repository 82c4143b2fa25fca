import { isNull } from "drizzle-orm";
import type { ReadTx } from "../../db/client.ts";
import {
  fundBudget,
  fundExpense,
  meeting,
  publicityEvent,
  weeklyCheck,
} from "../../db/schema/county-records.ts";
import { factKey } from "./plan/known-facts.ts";
import type { KnownFacts } from "./plan/known-facts.ts";

/** The natural keys of the bureau's own records; a county has a few hundred a year. */
export async function loadCountyFacts(tx: ReadTx, facts: KnownFacts): Promise<void> {
  const add = (key: string, detail = "") => facts.add(key, { fileId: null, detail });
  const checks = await tx
    .select({ on: weeklyCheck.checkedOn })
    .from(weeklyCheck)
    .where(isNull(weeklyCheck.annulledAt));
  for (const { on } of checks) add(factKey("weekly_check", on));
  const budgets = await tx
    .select({ year: fundBudget.year, amountFen: fundBudget.amountFen })
    .from(fundBudget)
    .where(isNull(fundBudget.annulledAt));
  for (const { year, amountFen } of budgets) add(factKey("budget", year), String(amountFen));
  const expenses = await tx
    .select({
      on: fundExpense.happenedOn,
      amountFen: fundExpense.amountFen,
      voucher: fundExpense.voucher,
      category: fundExpense.category,
      summary: fundExpense.summary,
    })
    .from(fundExpense)
    .where(isNull(fundExpense.annulledAt));
  for (const { on, amountFen, voucher, category, summary } of expenses) {
    add(factKey("expense", on, amountFen, voucher ?? `${category} ${summary ?? ""}`));
  }
  const events = await tx
    .select({ on: publicityEvent.happenedOn, name: publicityEvent.name })
    .from(publicityEvent)
    .where(isNull(publicityEvent.annulledAt));
  for (const { on, name } of events) add(factKey("publicity", on, name));
  const meetings = await tx
    .select({ on: meeting.happenedOn, name: meeting.name, resolution: meeting.resolution })
    .from(meeting)
    .where(isNull(meeting.annulledAt));
  for (const { on, name, resolution } of meetings) add(factKey("meeting", on, name, resolution));
}

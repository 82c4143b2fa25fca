import { integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { countyCode, day, provenance } from "./columns.ts";
import { county } from "./county.ts";

/** One weekly check (衔接核对) with the public security bureau; a week without new people is a check too. */
export const weeklyCheck = pgTable(
  "weekly_check",
  {
    id: uuid().primaryKey(),
    countyCode: countyCode().references(() => county.code),
    year: integer().notNull(),
    week: integer().notNull(),
    checkedOn: day().notNull(),
    people: integer().notNull(),
    /** The comparison that the check came from; null for one that an imported list recorded. */
    reconciliationId: uuid(),
    ourPerson: text(),
    policePerson: text(),
    source: text(),
    detoxListed: integer(),
    rehabListed: integer(),
    note: text(),
    ...provenance(),
  },
  (table) => [
    unique("weekly_check_day_unique")
      .on(table.countyCode, table.checkedOn, table.annulledAt)
      .nullsNotDistinct(),
  ],
);

/** Budget of the earmarked fund (专项经费) for one year, in fen. */
export const fundBudget = pgTable(
  "fund_budget",
  {
    id: uuid().primaryKey(),
    countyCode: countyCode().references(() => county.code),
    year: integer().notNull(),
    amountFen: integer().notNull(),
    ...provenance(),
  },
  (table) => [
    unique("fund_budget_year_unique").on(table.countyCode, table.year, table.annulledAt).nullsNotDistinct(),
  ],
);

/** One expense paid from the earmarked fund, in fen. */
export const fundExpense = pgTable("fund_expense", {
  id: uuid().primaryKey(),
  countyCode: countyCode().references(() => county.code),
  happenedOn: day().notNull(),
  category: text().notNull(),
  summary: text(),
  amountFen: integer().notNull(),
  voucher: text(),
  handledBy: text(),
  note: text(),
  ...provenance(),
});

export const publicityEvent = pgTable("publicity_event", {
  id: uuid().primaryKey(),
  countyCode: countyCode().references(() => county.code),
  happenedOn: day().notNull(),
  name: text().notNull(),
  form: text(),
  place: text(),
  audience: integer(),
  booklets: integer(),
  boards: integer(),
  vehicles: integer(),
  note: text(),
  ...provenance(),
});

export const meeting = pgTable("meeting", {
  id: uuid().primaryKey(),
  countyCode: countyCode().references(() => county.code),
  happenedOn: day().notNull(),
  name: text().notNull(),
  host: text(),
  attendees: text(),
  resolution: text(),
  responsible: text(),
  dueOn: day(),
  completion: text(),
  note: text(),
  ...provenance(),
});

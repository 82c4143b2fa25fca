import { foreignKey, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, countyCode, day, moment, version } from "./columns.ts";
import { county } from "./county.ts";
import { importBatch, importRow } from "./import.ts";

/** One comparison of the police's list with our register (衔接核对): weekly, or of both registers each month. */
export const reconciliation = pgTable(
  "reconciliation",
  {
    id: uuid().primaryKey(),
    countyCode: countyCode().references(() => county.code),
    kind: text().notNull(),
    year: integer().notNull(),
    /** ISO week of a weekly check. */
    week: integer(),
    month: integer(),
    checkedOn: day().notNull(),
    ourPerson: text().notNull(),
    policePerson: text().notNull(),
    source: text().notNull(),
    /** The batch that holds the list: its rows are the police's side. */
    batchId: uuid().references(() => importBatch.id),
    /** What is odd about the list as a whole, and why it is used all the same. */
    warnings: jsonb().notNull().default([]),
    state: text().notNull().default("open"),
    note: text(),
    finishedAt: moment(),
    finishedBy: uuid(),
    createdAt: moment().notNull().defaultNow(),
    createdBy: uuid(),
    version: version(),
  },
  (table) => [index("reconciliation_county_index").on(table.countyCode, table.year, table.kind)],
);

/** One line of a comparison: a row of the list, a case of ours, or both. */
export const reconciliationLine = pgTable(
  "reconciliation_line",
  {
    id: uuid().primaryKey(),
    countyCode: countyCode(),
    reconciliationId: uuid().notNull(),
    position: integer().notNull(),
    importRowId: uuid(),
    enrolleeId: uuid(),
    caseId: uuid(),
    finding: text().notNull(),
    /** By which key the two sides were matched. */
    matchedBy: text(),
    /** Codes of the fields that differ, and the choice made for each; no values. */
    differences: jsonb().notNull().default([]),
    /** Both sides as they were when the line was finished, encrypted: what the sheet prints. */
    sidesCipher: bytea(),
    decision: text(),
    reason: text(),
    decidedBy: uuid(),
    decidedAt: moment(),
  },
  (table) => [
    foreignKey({
      name: "reconciliation_line_reconciliation_fk",
      columns: [table.reconciliationId],
      foreignColumns: [reconciliation.id],
    }),
    foreignKey({
      name: "reconciliation_line_row_fk",
      columns: [table.importRowId],
      foreignColumns: [importRow.id],
    }),
    index("reconciliation_line_index").on(table.reconciliationId, table.position),
    index("reconciliation_line_enrollee_index").on(table.enrolleeId),
  ],
);

import { index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { countyCode, moment } from "./columns.ts";

/** Who did or looked at what. Append-only: the application can insert and read, nothing else. */
export const auditEntry = pgTable(
  "audit_entry",
  {
    id: uuid().primaryKey(),
    countyCode: countyCode(),
    at: moment().notNull(),
    actorId: uuid(),
    actorName: text(),
    actorRoles: text().array().notNull(),
    actorStationId: uuid(),
    action: text().notNull(),
    outcome: text().notNull(),
    subjectType: text(),
    subjectId: uuid(),
    /** Codes, ids and dates before and after; no personal data. */
    change: jsonb(),
    reason: text(),
    requestId: text(),
  },
  (table) => [
    index("audit_entry_county_index").on(table.countyCode, table.at, table.id),
    index("audit_entry_subject_index").on(table.subjectId, table.at),
  ],
);

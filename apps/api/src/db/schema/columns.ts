import { customType, date, integer, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { PlainDate } from "@rehab/domain/time/plain-date";

export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** A legal day; the driver hands dates over as text, so no time zone ever touches them. */
export const day = () => date({ mode: "string" }).$type<PlainDate>();

export const moment = () => timestamp({ withTimezone: true, mode: "date" });

/** Columns of every row that belongs to a county. */
export const countyCode = () => text().notNull();

/** Where a fact came from and whether it still holds. Facts are never deleted and never overwritten. */
export const provenance = () => ({
  recordedAt: moment().notNull().defaultNow(),
  recordedBy: uuid(),
  batchId: uuid(),
  importRowId: uuid(),
  annulledAt: moment(),
  annulledBy: uuid(),
  annulmentReason: text(),
});

/** Columns of every fact about a case. The station follows the enrollee's by foreign key. */
export const factColumns = () => ({
  id: uuid().primaryKey(),
  countyCode: countyCode(),
  stationId: uuid().notNull(),
  enrolleeId: uuid().notNull(),
  caseId: uuid().notNull(),
  ...provenance(),
});

export const version = () => integer().notNull().default(1);

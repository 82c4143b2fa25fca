import { boolean, integer, numeric, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { countyCode, day, moment, version } from "./columns.ts";

export const county = pgTable("county", {
  code: text().primaryKey(),
  name: text().notNull(),
  /** Training or production: a database serves one of them for good. */
  mode: text().notNull(),
  controlTargetPercent: numeric({ mode: "number" }).notNull().default(98),
  /** Training only: the day and moment the clock was set to, and when. */
  clockSetTo: moment(),
  clockSetAt: moment(),
  createdAt: moment().notNull().defaultNow(),
});

export const station = pgTable(
  "station",
  {
    id: uuid().primaryKey(),
    countyCode: countyCode().references(() => county.code),
    name: text().notNull(),
    address: text(),
    position: integer().notNull(),
    batchId: uuid(),
    version: version(),
  },
  (table) => [unique("station_name_unique").on(table.countyCode, table.name)],
);

export const township = pgTable(
  "township",
  {
    id: uuid().primaryKey(),
    countyCode: countyCode().references(() => county.code),
    name: text().notNull(),
    stationId: uuid()
      .notNull()
      .references(() => station.id),
    batchId: uuid(),
  },
  (table) => [unique("township_name_unique").on(table.countyCode, table.name)],
);

export const staffMember = pgTable("staff_member", {
  id: uuid().primaryKey(),
  countyCode: countyCode().references(() => county.code),
  name: text().notNull(),
  post: text().notNull(),
  /** Null for staff of the bureau itself. */
  stationId: uuid().references(() => station.id),
  position: integer().notNull(),
  active: boolean().notNull().default(true),
  activeFrom: day(),
  batchId: uuid(),
  version: version(),
});

import { boolean, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, countyCode, moment, version } from "./columns.ts";
import { county, station } from "./county.ts";

export const account = pgTable(
  "account",
  {
    id: uuid().primaryKey(),
    countyCode: countyCode().references(() => county.code),
    username: text().notNull(),
    displayName: text().notNull(),
    passwordHash: text().notNull(),
    roles: text().array().notNull(),
    stationId: uuid().references(() => station.id),
    status: text().notNull().default("active"),
    mustChangePassword: boolean().notNull().default(true),
    failedSignIns: integer().notNull().default(0),
    lockedUntil: moment(),
    lastSignInAt: moment(),
    createdAt: moment().notNull().defaultNow(),
    version: version(),
  },
  (table) => [unique("account_username_unique").on(table.countyCode, table.username)],
);

/** A signed-in browser. Only the SHA-256 of its token is stored. */
export const session = pgTable("session", {
  tokenHash: bytea().primaryKey(),
  countyCode: countyCode().references(() => county.code),
  accountId: uuid()
    .notNull()
    .references(() => account.id),
  createdAt: moment().notNull(),
  lastSeenAt: moment().notNull(),
  expiresAt: moment().notNull(),
});

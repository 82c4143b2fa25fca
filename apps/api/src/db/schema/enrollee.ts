import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, countyCode, day, provenance, version } from "./columns.ts";
import { county, staffMember, station, township } from "./county.ts";

/** A person with a file (一人一档). The station that keeps the file is the row's `stationId`. */
export const enrollee = pgTable(
  "enrollee",
  {
    id: uuid().primaryKey(),
    countyCode: countyCode().references(() => county.code),
    stationId: uuid()
      .notNull()
      .references(() => station.id),
    townshipId: uuid().references(() => township.id),
    village: text(),
    name: text().notNull(),
    /** Name in pinyin with a space after each syllable: what the register is sorted by. */
    nameSort: text().notNull(),
    sex: text(),
    ethnicity: text(),
    birthDate: day(),
    idNumberCipher: bytea(),
    idNumberHash: bytea(),
    idLastFourHash: bytea(),
    phoneCipher: bytea(),
    phoneHash: bytea(),
    registeredAddress: text(),
    residence: text(),
    riskLevel: text(),
    caseworkerId: uuid().references(() => staffMember.id),
    /** Taken over without an ID number; completed later. */
    provisional: boolean().notNull().default(false),
    version: version(),
    ...provenance(),
  },
  (table) => [
    unique("enrollee_station_key").on(table.id, table.stationId),
    uniqueIndex("enrollee_id_number_unique")
      .on(table.countyCode, table.idNumberHash)
      .where(sql`annulled_at is null and id_number_hash is not null`),
    index("enrollee_township_index").on(table.townshipId),
    index("enrollee_caseworker_index").on(table.caseworkerId),
    index("enrollee_batch_index").on(table.batchId),
  ],
);

/**
 * What a person can be found by: every run of characters of the name, the pinyin from each syllable on,
 * the initials, the order numbers, and keyed hashes of the ID number and its last four.
 */
export const enrolleeSearchKey = pgTable(
  "enrollee_search_key",
  {
    countyCode: countyCode(),
    stationId: uuid().notNull(),
    enrolleeId: uuid().notNull(),
    kind: text().notNull(),
    key: text().notNull(),
    nameSort: text().notNull(),
  },
  (table) => [
    unique("enrollee_search_key_unique").on(table.enrolleeId, table.kind, table.key),
    foreignKey({
      name: "enrollee_search_key_enrollee_fk",
      columns: [table.enrolleeId, table.stationId],
      foreignColumns: [enrollee.id, enrollee.stationId],
    }).onUpdate("cascade"),
    index("enrollee_search_key_county_index").on(
      table.countyCode,
      table.kind,
      table.key,
      table.nameSort,
      table.enrolleeId,
    ),
    index("enrollee_search_key_station_index").on(
      table.stationId,
      table.kind,
      table.key,
      table.nameSort,
      table.enrolleeId,
    ),
  ],
);

/** A measure that an order opened: 社区戒毒 or 社区康复. */
export const caseRecord = pgTable(
  "case_record",
  {
    id: uuid().primaryKey(),
    countyCode: countyCode(),
    stationId: uuid().notNull(),
    enrolleeId: uuid().notNull(),
    sequence: integer().notNull(),
    measure: text().notNull(),
    orderNumber: text(),
    orderOrgan: text(),
    orderedOn: day(),
    /** The day on which the person received the order: every clock starts here. */
    receivedOn: day(),
    handedOffOn: day(),
    termMonths: integer().notNull(),
    /** Days served in 强制隔离戒毒 that shorten the term (戒毒条例 第三十一条). */
    deductedDays: integer().notNull().default(0),
    drug: text(),
    policeStation: text(),
    ...provenance(),
  },
  (table) => [
    unique("case_record_station_key").on(table.id, table.stationId),
    foreignKey({
      name: "case_record_enrollee_fk",
      columns: [table.enrolleeId, table.stationId],
      foreignColumns: [enrollee.id, enrollee.stationId],
    }).onUpdate("cascade"),
    uniqueIndex("case_record_order_number_unique")
      .on(table.countyCode, table.orderNumber)
      .where(sql`annulled_at is null and order_number is not null`),
    index("case_record_enrollee_index").on(table.enrolleeId),
    index("case_record_handed_off_index").on(table.countyCode, table.handedOffOn),
    index("case_record_batch_index").on(table.batchId),
  ],
);

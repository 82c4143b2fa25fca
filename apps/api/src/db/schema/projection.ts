import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { countyCode, day, moment } from "./columns.ts";
import { county } from "./county.ts";
import { caseRecord, enrollee } from "./enrollee.ts";

/**
 * Projection: the days over which a case has one state and one control reason, derived from its facts.
 * Exactly one span covers any day from the receipt of the order on, so a count as of any day is one range scan.
 */
export const caseSpan = pgTable(
  "case_span",
  {
    caseId: uuid().notNull(),
    countyCode: countyCode(),
    stationId: uuid().notNull(),
    enrolleeId: uuid().notNull(),
    measure: text().notNull(),
    fromOn: day().notNull(),
    /** First day that is no longer in the span; null while it is open. */
    untilOn: day(),
    state: text().notNull(),
    /** Null when the case is not on the register in these days. */
    controlReason: text(),
    controlled: boolean(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.fromOn] }),
    foreignKey({
      name: "case_span_case_fk",
      columns: [table.caseId, table.stationId],
      foreignColumns: [caseRecord.id, caseRecord.stationId],
    }).onUpdate("cascade"),
    index("case_span_county_index").on(table.countyCode, table.fromOn, table.untilOn),
    index("case_span_station_index").on(table.stationId, table.fromOn, table.untilOn),
    index("case_span_reason_index").on(table.countyCode, table.controlReason, table.fromOn),
  ],
);

/** Projection: one line of the register per person, as of `asOf`, from the person's latest case. */
export const registerEntry = pgTable(
  "register_entry",
  {
    enrolleeId: uuid().primaryKey(),
    countyCode: countyCode(),
    stationId: uuid().notNull(),
    caseId: uuid().notNull(),
    nameSort: text().notNull(),
    registered: boolean().notNull(),
    measure: text().notNull(),
    state: text().notNull(),
    controlReason: text(),
    controlled: boolean(),
    reportDueOn: day(),
    reportedOn: day(),
    agreementSignedOn: day(),
    termStartOn: day(),
    termEndOn: day(),
    endedOn: day(),
    lastInPersonOn: day(),
    lastTestOn: day(),
    windowsDue: integer().notNull(),
    windowsDone: integer().notNull(),
    /** How far the hand-off has come between bureau and station. */
    handoffState: text().notNull().default("acknowledged"),
    /** The first step from order to plan that is to be done now, and until when; null when none is. */
    intakeRung: text(),
    intakeDueOn: day(),
    asOf: day().notNull(),
    /** The next day on which the passing of time alone changes this line. */
    nextChangeOn: day(),
  },
  (table) => [
    foreignKey({
      name: "register_entry_enrollee_fk",
      columns: [table.enrolleeId, table.stationId],
      foreignColumns: [enrollee.id, enrollee.stationId],
    }).onUpdate("cascade"),
    index("register_entry_county_index").on(
      table.countyCode,
      table.registered,
      table.nameSort,
      table.enrolleeId,
    ),
    index("register_entry_station_index").on(
      table.stationId,
      table.registered,
      table.nameSort,
      table.enrolleeId,
    ),
    index("register_entry_reason_index").on(
      table.countyCode,
      table.registered,
      table.controlReason,
      table.nameSort,
    ),
    index("register_entry_intake_index").on(table.countyCode, table.intakeRung, table.intakeDueOn),
    index("register_entry_next_change_index").on(table.countyCode, table.nextChangeOn),
  ],
);

/**
 * The register has to be derived anew: written with what makes it so, and taken away once everybody has been derived.
 * A row that stays tells the next minute, or the next start, that the work was not finished.
 */
export const registerRebuild = pgTable("register_rebuild", {
  id: uuid().primaryKey(),
  countyCode: countyCode().references(() => county.code),
  owedSince: moment().notNull(),
});

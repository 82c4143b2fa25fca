import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { PgColumn } from "drizzle-orm/pg-core";
import { drugTest, leave } from "./case-facts.ts";
import { bytea, countyCode, day, factColumns, provenance, version } from "./columns.ts";
import { county, station } from "./county.ts";
import { caseRecord, enrollee } from "./enrollee.ts";

/** The station of a row about a case follows the case. */
const followsCase = (name: string, table: { caseId: PgColumn; stationId: PgColumn }) =>
  foreignKey({
    name,
    columns: [table.caseId, table.stationId],
    foreignColumns: [caseRecord.id, caseRecord.stationId],
  }).onUpdate("cascade");

/** A version of a rule, a test plan, a local setting or a year's holidays that the county put beside the common ones. */
export const lawVersion = pgTable(
  "law_version",
  {
    id: uuid().primaryKey(),
    countyCode: countyCode().references(() => county.code),
    subject: text().notNull(),
    /** Rule id, measure, setting key or year. */
    code: text().notNull(),
    inForceFrom: day().notNull(),
    /** What holds from that day, as the contract of the subject describes it. */
    body: jsonb().notNull(),
    /** The document that the version rests on. */
    basis: text().notNull(),
    ...provenance(),
  },
  (table) => [index("law_version_county_index").on(table.countyCode, table.subject, table.code)],
);

/** A station's test day: what all its tests have in common. */
export const testSession = pgTable(
  "test_session",
  {
    id: uuid().primaryKey(),
    countyCode: countyCode().references(() => county.code),
    stationId: uuid()
      .notNull()
      .references(() => station.id),
    happenedOn: day().notNull(),
    method: text().notNull(),
    place: text().notNull(),
    tester: text().notNull(),
    secondTester: text().notNull(),
    /** Lot of the strips. */
    stripBatch: text(),
    note: text(),
    ...provenance(),
  },
  (table) => [index("test_session_station_index").on(table.stationId, table.happenedOn)],
);

/** What followed a test: the laboratory's result, the second person's review, a re-test, the report to the police. */
export const testStep = pgTable(
  "test_step",
  {
    ...factColumns(),
    testId: uuid()
      .notNull()
      .references(() => drugTest.id),
    kind: text().notNull(),
    happenedOn: day().notNull(),
    /** Of a laboratory and of a re-test. */
    result: text(),
    note: text(),
    details: jsonb(),
  },
  (table) => [
    followsCase("test_step_case_fk", table),
    index("test_step_enrollee_index").on(table.enrolleeId),
    index("test_step_test_index").on(table.testId),
  ],
);

/** A test that another place was asked to make: it counts only once its receipt has come. */
export const testDelegation = pgTable(
  "test_delegation",
  {
    ...factColumns(),
    method: text().notNull(),
    toPlace: text().notNull(),
    letterNumber: text().notNull(),
    requestedOn: day().notNull(),
    /** The days in which the test is wanted. */
    wantedFrom: day().notNull(),
    wantedTo: day().notNull(),
    reason: text().notNull(),
    acceptedOn: day(),
    acceptedBy: text(),
    testedOn: day(),
    result: text(),
    receiptOn: day(),
    receiptNumber: text(),
    /** The test that the receipt proved. */
    testId: uuid().references(() => drugTest.id),
    cancelledOn: day(),
    cancelReason: text(),
    version: version(),
  },
  (table) => [
    followsCase("test_delegation_case_fk", table),
    index("test_delegation_enrollee_index").on(table.enrolleeId),
  ],
);

/** A part of a frozen population. */
export interface DrawnStratum {
  readonly key: string;
  readonly name: string;
  readonly ids: readonly string[];
}

/** A random draw that anybody can compute again from its population and seed. */
export const testDraw = pgTable(
  "test_draw",
  {
    id: uuid().primaryKey(),
    countyCode: countyCode().references(() => county.code),
    /** Null for a draw over the whole county. */
    stationId: uuid().references(() => station.id),
    drawnOn: day().notNull(),
    purpose: text().notNull(),
    seed: text().notNull(),
    population: uuid().array().notNull(),
    sample: uuid().array().notNull(),
    /** By what the population was divided; null for a draw from it as a whole. */
    stratifiedBy: text(),
    /** The parts as they were on the day: key, name and people of each. */
    strata: jsonb().$type<readonly DrawnStratum[]>(),
    ...provenance(),
  },
  (table) => [index("test_draw_county_index").on(table.countyCode, table.drawnOn)],
);

/** A file that was put to a record: a photo, a scan. Its bytes tell about people and are stored encrypted. */
export const attachment = pgTable(
  "attachment",
  {
    id: uuid().primaryKey(),
    countyCode: countyCode().references(() => county.code),
    stationId: uuid()
      .notNull()
      .references(() => station.id),
    subjectType: text().notNull(),
    subjectId: uuid().notNull(),
    name: text().notNull(),
    mediaType: text().notNull(),
    size: integer().notNull(),
    /** SHA-256 of the bytes. */
    digest: bytea().notNull(),
    contentCipher: bytea().notNull(),
    ...provenance(),
  },
  (table) => [index("attachment_subject_index").on(table.subjectId)],
);

/** Help that a person was given (戒毒条例 第十八条), and what came of it. */
export const helpRecord = pgTable(
  "help_record",
  {
    ...factColumns(),
    kind: text().notNull(),
    happenedOn: day().notNull(),
    helper: text().notNull(),
    content: text().notNull(),
    outcome: text().notNull(),
    outcomeOn: day(),
    outcomeNote: text(),
    version: version(),
  },
  (table) => [
    followsCase("help_record_case_fk", table),
    index("help_record_enrollee_index").on(table.enrolleeId, table.happenedOn),
  ],
);

/** A goal of a person's plan: who sees to it, until when, and what came of it. */
export const planGoal = pgTable(
  "plan_goal",
  {
    ...factColumns(),
    goal: text().notNull(),
    responsible: text().notNull(),
    setOn: day().notNull(),
    dueOn: day().notNull(),
    closedOn: day(),
    result: text(),
    resultNote: text(),
    version: version(),
  },
  (table) => [
    followsCase("plan_goal_case_fk", table),
    index("plan_goal_enrollee_index").on(table.enrolleeId),
  ],
);

/** What followed the report of a leave: the decision, an extension, the return. */
export const leaveStep = pgTable(
  "leave_step",
  {
    ...factColumns(),
    leaveId: uuid()
      .notNull()
      .references(() => leave.id),
    kind: text().notNull(),
    happenedOn: day().notNull(),
    /** Of an extension: the last day on which the person is back in time. */
    dueBackOn: day(),
    by: text(),
    note: text(),
    details: jsonb(),
  },
  (table) => [
    followsCase("leave_step_case_fk", table),
    index("leave_step_enrollee_index").on(table.enrolleeId),
    index("leave_step_leave_index").on(table.leaveId),
  ],
);

/** A breach of the agreement that no other ledger holds (戒毒条例 第十九条). */
export const breachRecord = pgTable(
  "breach_record",
  {
    ...factColumns(),
    kind: text().notNull(),
    happenedOn: day().notNull(),
    evidence: text().notNull(),
    note: text(),
  },
  (table) => [
    followsCase("breach_record_case_fk", table),
    index("breach_record_enrollee_index").on(table.enrolleeId, table.happenedOn),
  ],
);

/** Projection: what is to be done for a person. Whether it is due or overdue follows from `dueOn` and the day. */
export const duty = pgTable(
  "duty",
  {
    enrolleeId: uuid().notNull(),
    kind: text().notNull(),
    subject: text().notNull(),
    countyCode: countyCode(),
    stationId: uuid().notNull(),
    caseId: uuid().notNull(),
    ruleId: text().notNull(),
    /** The first day on which it is to be seen. */
    opensOn: day().notNull(),
    /** The last day on which it is done in time; null without a clock. */
    dueOn: day(),
    /** An office deadline that was put off: until then it stands in no queue. */
    snoozedTo: day(),
    snoozable: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.enrolleeId, table.kind, table.subject] }),
    foreignKey({
      name: "duty_enrollee_fk",
      columns: [table.enrolleeId, table.stationId],
      foreignColumns: [enrollee.id, enrollee.stationId],
    }).onUpdate("cascade"),
    index("duty_station_index").on(table.stationId, table.dueOn),
    index("duty_county_index").on(table.countyCode, table.dueOn),
  ],
);

/** A deadline of the office that was put off, with the reason. Those of the law cannot be. */
export const dutySnooze = pgTable(
  "duty_snooze",
  {
    ...factColumns(),
    kind: text().notNull(),
    subject: text().notNull(),
    until: day().notNull(),
    reason: text().notNull(),
  },
  (table) => [
    followsCase("duty_snooze_case_fk", table),
    unique("duty_snooze_unique")
      .on(table.caseId, table.kind, table.subject, table.annulledAt)
      .nullsNotDistinct(),
    index("duty_snooze_enrollee_index").on(table.enrolleeId),
  ],
);

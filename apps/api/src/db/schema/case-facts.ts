import { isNull } from "drizzle-orm";
import { foreignKey, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { day, factColumns } from "./columns.ts";
import { caseRecord } from "./enrollee.ts";

/**
 * Ends an index that the county's facts of some days are counted from: with whose fact it is, and the station for
 * row-level security, the count never has to look into the table.
 */
const whose = <C>({ caseId, enrolleeId, stationId }: { caseId: C; enrolleeId: C; stationId: C }) =>
  [caseId, enrolleeId, stationId] as const;

/** What moves a case: report-in, agreement, suspension, loss of contact, transfer, release, termination … */
export const caseEvent = pgTable(
  "case_event",
  {
    ...factColumns(),
    kind: text().notNull(),
    happenedOn: day().notNull(),
    /** Ground of a suspension or termination, as a code. */
    ground: text(),
    reason: text(),
    note: text(),
    /** What the form of this kind of event asks beside that, as the contract describes it. */
    details: jsonb(),
  },
  (table) => [
    foreignKey({
      name: "case_event_case_fk",
      columns: [table.caseId, table.stationId],
      foreignColumns: [caseRecord.id, caseRecord.stationId],
    }).onUpdate("cascade"),
    index("case_event_enrollee_index").on(table.enrolleeId, table.happenedOn),
    index("case_event_county_index")
      .on(table.countyCode, table.kind, table.happenedOn, ...whose(table))
      .where(isNull(table.annulledAt)),
    index("case_event_batch_index").on(table.batchId),
  ],
);

/** A urine or hair test, also one that was refused or missed. */
export const drugTest = pgTable(
  "drug_test",
  {
    ...factColumns(),
    method: text().notNull(),
    happenedOn: day().notNull(),
    place: text(),
    result: text().notNull(),
    tester: text(),
    secondTester: text(),
    /** The test day that it belongs to, and the delegation that it came from. */
    sessionId: uuid(),
    delegationId: uuid(),
    sampleNumber: text(),
    note: text(),
    /** What else the form of the method asks, as the contract describes it. */
    details: jsonb(),
  },
  (table) => [
    foreignKey({
      name: "drug_test_case_fk",
      columns: [table.caseId, table.stationId],
      foreignColumns: [caseRecord.id, caseRecord.stationId],
    }).onUpdate("cascade"),
    index("drug_test_enrollee_index").on(table.enrolleeId, table.happenedOn),
    index("drug_test_county_index")
      .on(table.countyCode, table.happenedOn, table.result, ...whose(table))
      .where(isNull(table.annulledAt)),
    index("drug_test_batch_index").on(table.batchId),
  ],
);

/** A visit, interview, call or video talk. */
export const visit = pgTable(
  "visit",
  {
    ...factColumns(),
    happenedOn: day().notNull(),
    method: text().notNull(),
    place: text(),
    stateOfMind: text(),
    content: text(),
    interviewer: text(),
    /** The day proposed for the next one. */
    nextOn: day(),
    note: text(),
    /** The sections of the form, as the contract describes them. */
    details: jsonb(),
  },
  (table) => [
    foreignKey({
      name: "visit_case_fk",
      columns: [table.caseId, table.stationId],
      foreignColumns: [caseRecord.id, caseRecord.stationId],
    }).onUpdate("cascade"),
    index("visit_enrollee_index").on(table.enrolleeId, table.happenedOn),
    index("visit_county_index")
      .on(table.countyCode, table.happenedOn, table.method, ...whose(table))
      .where(isNull(table.annulledAt)),
    index("visit_batch_index").on(table.batchId),
  ],
);

/** An absence from the county that was reported: out, due back, and back. */
export const leave = pgTable(
  "leave",
  {
    ...factColumns(),
    /** Reported, or found out: somebody who left without a word. */
    kind: text().notNull().default("reported"),
    requestedOn: day(),
    leftOn: day().notNull(),
    dueBackOn: day().notNull(),
    returnedOn: day(),
    destination: text(),
    reason: text(),
    approver: text(),
    note: text(),
    details: jsonb(),
  },
  (table) => [
    foreignKey({
      name: "leave_case_fk",
      columns: [table.caseId, table.stationId],
      foreignColumns: [caseRecord.id, caseRecord.stationId],
    }).onUpdate("cascade"),
    index("leave_enrollee_index").on(table.enrolleeId, table.leftOn),
    index("leave_county_index").on(table.countyCode, table.leftOn),
    index("leave_batch_index").on(table.batchId),
  ],
);

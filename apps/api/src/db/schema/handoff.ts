import { foreignKey, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, countyCode, day, factColumns, moment, provenance, version } from "./columns.ts";
import { caseRecord, enrollee } from "./enrollee.ts";

/** How a case came from the police: one record per case. What happens to it afterwards are events of the case. */
export const handoff = pgTable(
  "handoff",
  {
    caseId: uuid().primaryKey(),
    countyCode: countyCode(),
    stationId: uuid().notNull(),
    enrolleeId: uuid().notNull(),
    source: text().notNull(),
    /** Codes of the papers that came with the person. */
    papers: text().array().notNull(),
    condition: text().notNull().default("in_community"),
    policeOfficer: text(),
    isolationCenter: text(),
    isolationLeftOn: day(),
    /** The term as the order prints it (自…至…); the one that counts starts at the report-in. */
    orderFromOn: day(),
    orderToOn: day(),
    note: text(),
    version: version(),
    ...provenance(),
  },
  (table) => [
    foreignKey({
      name: "handoff_case_fk",
      columns: [table.caseId, table.stationId],
      foreignColumns: [caseRecord.id, caseRecord.stationId],
    }).onUpdate("cascade"),
    index("handoff_batch_index").on(table.batchId),
  ],
);

/** A name that a person had before, or is also known by: searched like the present one. */
export const formerName = pgTable(
  "former_name",
  {
    id: uuid().primaryKey(),
    countyCode: countyCode(),
    stationId: uuid().notNull(),
    enrolleeId: uuid().notNull(),
    name: text().notNull(),
    ...provenance(),
  },
  (table) => [
    foreignKey({
      name: "former_name_enrollee_fk",
      columns: [table.enrolleeId, table.stationId],
      foreignColumns: [enrollee.id, enrollee.stationId],
    }).onUpdate("cascade"),
    index("former_name_enrollee_index").on(table.enrolleeId),
  ],
);

/** A member of a person's 工作小组 (戒毒条例 第十七条). */
export const supportTeamMember = pgTable(
  "support_team_member",
  {
    ...factColumns(),
    role: text().notNull(),
    name: text().notNull(),
    organ: text(),
    phoneCipher: bytea(),
    fromOn: day().notNull(),
    /** First day on which the member no longer belongs to the team. */
    untilOn: day(),
  },
  (table) => [
    foreignKey({
      name: "support_team_member_case_fk",
      columns: [table.caseId, table.stationId],
      foreignColumns: [caseRecord.id, caseRecord.stationId],
    }).onUpdate("cascade"),
    index("support_team_member_enrollee_index").on(table.enrolleeId),
  ],
);

/** An attempt to reach somebody who did not report in. */
export const contactAttempt = pgTable(
  "contact_attempt",
  {
    ...factColumns(),
    happenedOn: day().notNull(),
    method: text().notNull(),
    outcome: text().notNull(),
    /** The day on which the person promised to come. */
    promisedOn: day(),
    madeBy: text().notNull(),
    content: text(),
  },
  (table) => [
    foreignKey({
      name: "contact_attempt_case_fk",
      columns: [table.caseId, table.stationId],
      foreignColumns: [caseRecord.id, caseRecord.stationId],
    }).onUpdate("cascade"),
    index("contact_attempt_enrollee_index").on(table.enrolleeId, table.happenedOn),
  ],
);

/** A document of a case that was issued. */
export const caseDocument = pgTable(
  "case_document",
  {
    ...factColumns(),
    kind: text().notNull(),
    number: text(),
    issuedOn: day().notNull(),
    issuedBy: text(),
    /** Of a letter: who gets it. */
    addressee: text(),
    pages: integer(),
    note: text(),
  },
  (table) => [
    foreignKey({
      name: "case_document_case_fk",
      columns: [table.caseId, table.stationId],
      foreignColumns: [caseRecord.id, caseRecord.stationId],
    }).onUpdate("cascade"),
    index("case_document_enrollee_index").on(table.enrolleeId, table.issuedOn),
  ],
);

/** 送达回执: the proof that a document was served. */
export const serviceReceipt = pgTable(
  "service_receipt",
  {
    ...factColumns(),
    documentId: uuid()
      .notNull()
      .references(() => caseDocument.id),
    servedOn: day().notNull(),
    method: text().notNull(),
    place: text(),
    receivedBy: text(),
    relation: text(),
    refusal: text(),
    witness: text(),
    servers: text().array().notNull(),
    note: text(),
  },
  (table) => [
    foreignKey({
      name: "service_receipt_case_fk",
      columns: [table.caseId, table.stationId],
      foreignColumns: [caseRecord.id, caseRecord.stationId],
    }).onUpdate("cascade"),
    index("service_receipt_enrollee_index").on(table.enrolleeId),
    index("service_receipt_document_index").on(table.documentId),
  ],
);

/** A change of the place of execution (戒毒条例 第二十二条); only the receiver's receipt closes it. */
export const transfer = pgTable(
  "transfer",
  {
    ...factColumns(),
    direction: text().notNull(),
    /** County and township that the case comes from or goes to. */
    otherPlace: text().notNull(),
    /** The receiving station of a change within the county. */
    toStationId: uuid(),
    toTownshipId: uuid(),
    requestedOn: day().notNull(),
    reason: text().notNull(),
    materials: text().array().notNull(),
    sentOn: day(),
    letterNumber: text(),
    receiptOn: day(),
    receiptNumber: text(),
    receivedBy: text(),
    cancelledOn: day(),
    cancelReason: text(),
    version: version(),
  },
  (table) => [
    foreignKey({
      name: "transfer_case_fk",
      columns: [table.caseId, table.stationId],
      foreignColumns: [caseRecord.id, caseRecord.stationId],
    }).onUpdate("cascade"),
    index("transfer_enrollee_index").on(table.enrolleeId),
    index("transfer_to_station_index").on(table.toStationId),
  ],
);

/** A grave act that one person proposed and another confirms or refuses. */
export const approval = pgTable(
  "approval",
  {
    id: uuid().primaryKey(),
    countyCode: countyCode(),
    stationId: uuid().notNull(),
    enrolleeId: uuid().notNull(),
    caseId: uuid().notNull(),
    kind: text().notNull(),
    /** What will be recorded once it is confirmed, as the contract describes it. */
    proposal: jsonb().notNull(),
    proposedAt: moment().notNull(),
    proposedBy: uuid().notNull(),
    state: text().notNull().default("open"),
    decidedAt: moment(),
    decidedBy: uuid(),
    reason: text(),
    version: version(),
  },
  (table) => [
    foreignKey({
      name: "approval_case_fk",
      columns: [table.caseId, table.stationId],
      foreignColumns: [caseRecord.id, caseRecord.stationId],
    }).onUpdate("cascade"),
    index("approval_county_index").on(table.countyCode, table.state),
    index("approval_enrollee_index").on(table.enrolleeId),
  ],
);

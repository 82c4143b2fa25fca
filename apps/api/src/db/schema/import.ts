import { foreignKey, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, countyCode, moment } from "./columns.ts";
import { county } from "./county.ts";

/** A set of files that were imported together and can be undone together. */
export const importBatch = pgTable("import_batch", {
  id: uuid().primaryKey(),
  countyCode: countyCode().references(() => county.code),
  state: text().notNull(),
  step: text().notNull(),
  stepDone: integer().notNull().default(0),
  stepTotal: integer().notNull().default(0),
  createdAt: moment().notNull().defaultNow(),
  createdBy: uuid(),
  appliedAt: moment(),
  undoneAt: moment(),
  undoneBy: uuid(),
  undoReason: text(),
  failure: text(),
  /** The comparison whose list this batch holds: it is decided and carried out there, not as an import. */
  reconciliationId: uuid(),
});

export const importFile = pgTable(
  "import_file",
  {
    id: uuid().primaryKey(),
    countyCode: countyCode(),
    batchId: uuid()
      .notNull()
      .references(() => importBatch.id),
    position: integer().notNull(),
    name: text().notNull(),
    /** SHA-256 of the bytes: the same file again is recognised. */
    digest: bytea().notNull(),
    kind: text(),
    problem: text(),
    /** What was recognised: header row, columns, title facts. No values of people. */
    recognition: jsonb().notNull(),
  },
  (table) => [
    index("import_file_batch_index").on(table.batchId),
    index("import_file_digest_index").on(table.digest),
  ],
);

/** One row of an imported file. Its cells tell about people and are stored encrypted. */
export const importRow = pgTable(
  "import_row",
  {
    id: uuid().primaryKey(),
    countyCode: countyCode(),
    batchId: uuid().notNull(),
    fileId: uuid().notNull(),
    kind: text().notNull(),
    rowNumber: integer().notNull(),
    sequence: integer().notNull(),
    verdict: text().notNull(),
    effect: text().notNull(),
    /** Codes and cell addresses only. */
    issues: jsonb().notNull(),
    candidates: uuid().array().notNull(),
    cellsCipher: bytea().notNull(),
    /** What stood in records that the row completed or changed, encrypted: undoing puts it back. */
    previousCipher: bytea(),
    enrolleeId: uuid(),
    decisionAction: text(),
    decisionReason: text(),
    decisionCipher: bytea(),
    decidedBy: uuid(),
    decidedAt: moment(),
    appliedAt: moment(),
  },
  (table) => [
    foreignKey({
      name: "import_row_batch_fk",
      columns: [table.batchId],
      foreignColumns: [importBatch.id],
    }),
    foreignKey({
      name: "import_row_file_fk",
      columns: [table.fileId],
      foreignColumns: [importFile.id],
    }),
    index("import_row_file_index").on(table.fileId, table.rowNumber),
    index("import_row_enrollee_index").on(table.enrolleeId),
    index("import_row_verdict_index").on(table.countyCode, table.verdict, table.batchId),
  ],
);

import type { FormKind } from "@rehab/spreadsheet/forms/forms";
import { and, asc, eq, gt, inArray, isNotNull, isNull, not, or, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { ValueCipher } from "../../core/cipher.ts";
import type { ReadTx } from "../../db/client.ts";
import { importBatch, importFile, importRow } from "../../db/schema/import.ts";
import { fingerprintOf } from "./plan/fingerprint.ts";
import type { RowIssueCode } from "./plan/issue-codes.ts";
import type { EarlierRow, RowIssue } from "./plan/planned-row.ts";
import type { WaitingPerson } from "./plan/waiting-people.ts";
import type { RowCorrections, RowDecision, SourceFile, SourceRow, StoredCells } from "./source-row.ts";
import { sourceFileOf } from "./to-source-rows.ts";
import type { StoredRecognition } from "./to-source-rows.ts";

/** Doubts about a case that is recorded: what is told of its person need not wait. */
const aboutKnownCases: readonly RowIssueCode[] = ["already_handed_off", "duplicate_row", "order_of_other"];

/** The usable files of a batch. */
export async function loadSourceFiles(tx: ReadTx, batchId: string): Promise<SourceFile[]> {
  const files = await tx.select().from(importFile).where(eq(importFile.batchId, batchId));
  return files.flatMap((file) => {
    const source = toSourceFile(file);
    return source === undefined ? [] : [source];
  });
}

/** Stored rows as they were read from their files, with the decisions made since. */
export async function loadSourceRows(
  tx: ReadTx,
  condition: SQL | undefined,
  cipher: ValueCipher,
): Promise<SourceRow[]> {
  const files = new Map<string, SourceFile | undefined>();
  const sources: SourceRow[] = [];
  for (let after: string | undefined; ;) {
    const rows = await selectRows(tx, condition, after);
    await addFiles(tx, files, rows);
    for (const { id, batchId, fileId, kind, rowNumber, sequence, cellsCipher, ...row } of rows) {
      const file = files.get(fileId);
      if (file === undefined) continue;
      const cells = JSON.parse(cipher.decrypt(cellsCipher)) as StoredCells;
      const decision = decisionOf(row, cipher);
      const source = { id, batchId, file, kind, decision, row: { rowNumber, sequence, ...cells } };
      sources.push(source as SourceRow);
    }
    if (rows.length < rowsAtATime) return sources;
    after = rows.at(-1)?.id;
  }
}

/** The encrypted cells of a large batch take more memory than all that is made of them. */
const rowsAtATime = 500;

function selectRows(tx: ReadTx, condition: SQL | undefined, after: string | undefined) {
  return tx
    .select({
      id: importRow.id,
      batchId: importRow.batchId,
      fileId: importRow.fileId,
      kind: importRow.kind,
      rowNumber: importRow.rowNumber,
      sequence: importRow.sequence,
      cellsCipher: importRow.cellsCipher,
      decisionAction: importRow.decisionAction,
      decisionCipher: importRow.decisionCipher,
    })
    .from(importRow)
    .innerJoin(importBatch, eq(importBatch.id, importRow.batchId))
    .where(and(condition, after === undefined ? undefined : gt(importRow.id, after)))
    .orderBy(asc(importRow.id))
    .limit(rowsAtATime);
}

/** Reads the files of some rows that are not known yet. */
async function addFiles(
  tx: ReadTx,
  files: Map<string, SourceFile | undefined>,
  rows: readonly { readonly fileId: string }[],
): Promise<void> {
  const unknown = new Set(rows.map(({ fileId }) => fileId).filter((id) => !files.has(id)));
  if (unknown.size === 0) return;
  const stored = await tx
    .select()
    .from(importFile)
    .where(inArray(importFile.id, [...unknown]));
  for (const file of stored) files.set(file.id, toSourceFile(file));
}

/** Rows of earlier imports that a person decided, or that still wait, by what they say. */
export async function loadEarlierRows(
  tx: ReadTx,
  kinds: readonly FormKind[],
  cipher: ValueCipher,
): Promise<Map<string, EarlierRow>> {
  const isOpenOrDecided = and(
    eq(importBatch.state, "applied"),
    inArray(importRow.kind, [...kinds]),
    or(inArray(importRow.verdict, ["held", "waiting"]), isNotNull(importRow.decisionAction)),
  );
  const sources = await loadSourceRows(tx, isOpenOrDecided, cipher);
  const states = await tx
    .select({ id: importRow.id, verdict: importRow.verdict, issues: importRow.issues })
    .from(importRow)
    .innerJoin(importBatch, eq(importBatch.id, importRow.batchId))
    .where(isOpenOrDecided);
  const byId = new Map(states.map((row) => [row.id, row]));
  return new Map(
    sources.map((source) => {
      const { verdict, issues } = byId.get(source.id) ?? { verdict: "held", issues: [] };
      const state = verdict === "held" || verdict === "waiting" ? verdict : "decided";
      return [fingerprintOf(source), { rowId: source.id, state, issues: issues as RowIssue[] }];
    }),
  );
}

/** The people of whom all that is known is a row that still waits for its decision. */
export async function loadWaitingPeople(tx: ReadTx, cipher: ValueCipher): Promise<WaitingPerson[]> {
  const hasIssue = (code: string) => sql`${importRow.issues} @> ${JSON.stringify([{ code }])}::jsonb`;
  const rows = await loadSourceRows(
    tx,
    and(
      eq(importBatch.state, "applied"),
      inArray(importRow.kind, ["register", "handoff_list"]),
      eq(importRow.verdict, "held"),
      isNull(importRow.decisionAction),
      ...aboutKnownCases.map((code) => not(hasIssue(code))),
    ),
    cipher,
  );
  return rows.flatMap((source) => {
    if (source.kind !== "register" && source.kind !== "handoff_list") return [];
    const { name, idNumber, orderNumber, receivedOn } = source.row.cells;
    return {
      name: name?.value ?? null,
      idNumber: idNumber?.value ?? null,
      orderNumber: orderNumber?.value ?? null,
      receivedOn: receivedOn?.value ?? null,
    };
  });
}

function toSourceFile(file: typeof importFile.$inferSelect): SourceFile | undefined {
  return sourceFileOf({
    id: file.id,
    name: file.name,
    kind: file.kind as FormKind | null,
    recognition: file.kind === null ? null : (file.recognition as StoredRecognition),
  });
}

function decisionOf(
  {
    decisionAction,
    decisionCipher,
  }: Pick<typeof importRow.$inferSelect, "decisionAction" | "decisionCipher">,
  cipher: ValueCipher,
): RowDecision | null {
  const action = decisionAction as RowDecision["action"];
  if (decisionCipher === null) return action === null ? null : { action };
  return { action, set: JSON.parse(cipher.decrypt(decisionCipher)) as RowCorrections };
}

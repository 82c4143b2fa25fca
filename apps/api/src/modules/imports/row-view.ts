import { zhOf } from "@rehab/domain/code-list";
import { maskIdNumber } from "@rehab/domain/identity/id-number";
import { maskPersonName } from "@rehab/domain/identity/person-name";
import { maskPhone } from "@rehab/domain/identity/phone";
import { CASE_STATES } from "@rehab/domain/supervision/case-state";
import type { CaseStateCode } from "@rehab/domain/supervision/case-state";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { Measure } from "@rehab/domain/supervision/measure";
import type { FormKind, ImportRow, RowVerdict } from "@rehab/schema/imports";
import { FORMS } from "@rehab/spreadsheet/forms/forms";
import type { Form } from "@rehab/spreadsheet/forms/form";
import { inArray } from "drizzle-orm";
import type { ValueCipher } from "../../core/cipher.ts";
import type { ReadTx } from "../../db/client.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import type { importRow } from "../../db/schema/import.ts";
import { selectRegisterLines } from "../enrollees/register-row.ts";
import { accountNames, systemName } from "./batch-view.ts";
import { allowedActionsOf } from "./plan/planned-row.ts";
import type { RowIssue } from "./plan/planned-row.ts";
import type { StoredCells } from "./source-row.ts";

interface StoredRow {
  readonly row: typeof importRow.$inferSelect;
  readonly file: { readonly name: string };
}

/** Rows as the screen shows them, beside the people whom they may mean. */
export async function viewRows(
  tx: ReadTx,
  stored: readonly StoredRow[],
  cipher: ValueCipher,
): Promise<ImportRow[]> {
  const candidates = await findCandidates(
    tx,
    [...new Set(stored.flatMap(({ row }) => row.candidates))],
    cipher,
  );
  const names = await accountNames(tx);
  return stored.map(({ row, file }) => {
    const { id, fileId, rowNumber, sequence, effect } = row;
    const kind = row.kind as FormKind;
    const verdict = row.verdict as RowVerdict;
    const issues = row.issues as RowIssue[];
    const cells = JSON.parse(cipher.decrypt(row.cellsCipher)) as StoredCells;
    return {
      id,
      fileId,
      fileName: file.name,
      kind,
      rowNumber,
      sequence,
      maskedName: maskedNameOf(kind, cells),
      verdict,
      effect,
      issues: issues.map(({ code, cell, field, text }) => ({ code, cell, field, text })),
      cells: viewCells(kind, cells, verdict === "held"),
      candidates: row.candidates.flatMap((candidate) => candidates.get(candidate) ?? []),
      allowedActions: allowedActionsOf({ kind, verdict, issues }),
      decision: decisionOf(row, names),
    };
  });
}

function decisionOf(row: StoredRow["row"], names: ReadonlyMap<string, string>): ImportRow["decision"] {
  const { decisionAction, decisionReason, decidedAt, decidedBy } = row;
  if (decisionAction === null || decidedAt === null) return null;
  return {
    action: decisionAction as NonNullable<ImportRow["decision"]>["action"],
    reason: decisionReason ?? "",
    decidedBy: names.get(decidedBy ?? "") ?? systemName,
    decidedAt: decidedAt.toISOString(),
  };
}

/** Staff stand on papers by name in the open; enrollees do not. */
const masks: Readonly<Record<string, (text: string) => string>> = {
  name: maskPersonName,
  alias: maskPersonName,
  idNumber: maskIdNumber,
  phone: maskPhone,
};

function maskedNameOf(kind: FormKind, { cells }: StoredCells): string | null {
  const name = (cells as Record<string, { raw: string } | undefined>)["name"]?.raw ?? "";
  if (name === "") return null;
  return kind === "stations_staff" ? name : maskPersonName(name.replaceAll(/\s/gu, ""));
}

function viewCells(kind: FormKind, { cells, extra }: StoredCells, isShown: boolean): ImportRow["cells"] {
  const form: Form = FORMS[kind];
  const labels = new Map(form.columns.map(({ field, label }) => [field, label]));
  const show = (field: string, text: string): string => {
    const mask = isShown || kind === "stations_staff" ? undefined : masks[field];
    return mask === undefined ? text : mask(text);
  };
  const known = Object.entries(cells).map(([field, cell]) => ({
    field,
    label: labels.get(field) ?? field,
    address: cell.address,
    text: show(field, cell.raw),
  }));
  const unknown = extra.map(({ header, address, raw }) => ({ field: "", label: header, address, text: raw }));
  return [...known, ...unknown];
}

export type Candidate = ImportRow["candidates"][number];

/** Masked, with what tells them apart: measure, state, station, order. */
export async function findCandidates(
  tx: ReadTx,
  ids: readonly string[],
  cipher: ValueCipher,
): Promise<Map<string, Candidate>> {
  if (ids.length === 0) return new Map();
  const lines = await selectRegisterLines(tx).where(inArray(enrollee.id, [...ids]));
  return new Map(
    lines.map((line) => [
      line.id,
      {
        enrolleeId: line.id,
        maskedName: maskPersonName(line.name),
        maskedIdNumber:
          line.idNumberCipher === null ? null : maskIdNumber(cipher.decrypt(line.idNumberCipher)),
        about: [
          zhOf(MEASURES, line.measure as Measure),
          zhOf(CASE_STATES, line.state as CaseStateCode),
          line.stationName,
          line.orderNumber,
        ]
          .filter((part) => part !== null)
          .join(" · "),
      },
    ]),
  );
}

import { readIdNumber } from "@rehab/domain/identity/id-number";
import { normalizePersonName } from "@rehab/domain/identity/person-name";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { isPlainDate } from "@rehab/domain/time/plain-date";
import type { FormKind } from "@rehab/spreadsheet/forms/forms";
import type { ParsedCell } from "@rehab/spreadsheet/parse-form";
import { getIssueSentence } from "@rehab/spreadsheet/values/cell-issue";
import type { CellIssueCode } from "@rehab/spreadsheet/values/cell-issue";
import type { RowCorrections, SourceRow } from "../source-row.ts";
import { cellsOf } from "../source-row.ts";

/** The column that tells when what the row records happened. */
const dayFields: Partial<Record<FormKind, string>> = {
  register: "reportedOn",
  report_ins: "reportedOn",
  status_changes: "changedOn",
  tests: "testedOn",
  visits: "visitedOn",
  leaves: "leftOn",
  funds: "spentOn",
  publicity: "heldOn",
  meetings: "heldOn",
};

/** The row as it reads with a person's corrections in place of what the paper says. */
export function correctRow(source: SourceRow, set: RowCorrections, today: PlainDate): SourceRow {
  const dayField = dayFields[source.kind];
  const corrected: Record<string, ParsedCell<unknown>> = { ...cellsOf(source.row) };
  const put = (field: string, raw: string, read: { value?: unknown; issue?: CellIssueCode }): void => {
    const address = corrected[field]?.address ?? "";
    const { value, issue } = read;
    corrected[field] = {
      raw,
      address,
      ...(value === undefined ? {} : { value }),
      ...(issue === undefined ? {} : { issue: { code: issue, address, sentence: getIssueSentence(issue) } }),
    };
  };
  if (set.name !== undefined) put("name", set.name, { value: normalizePersonName(set.name) });
  if (set.idNumber !== undefined) {
    const read = readIdNumber(set.idNumber, today);
    put("idNumber", set.idNumber, read.ok ? { value: read.value } : { issue: read.issue });
  }
  if (set.receivedOn !== undefined) put("receivedOn", set.receivedOn, readDay(set.receivedOn));
  if (set.happenedOn !== undefined && dayField !== undefined)
    put(dayField, set.happenedOn, readDay(set.happenedOn));
  if (set.township !== undefined) put("township", set.township, { value: set.township });
  return { ...source, row: { ...source.row, cells: corrected } };
}

function readDay(text: string): { value?: PlainDate; issue?: CellIssueCode } {
  return isPlainDate(text) ? { value: text } : { issue: "date_impossible" };
}

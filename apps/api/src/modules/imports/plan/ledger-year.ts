import { yearOf } from "@rehab/domain/time/plain-date";
import { isPlainDate } from "@rehab/domain/time/plain-date";
import type { FormKind } from "@rehab/spreadsheet/forms/forms";
import type { ParsedForm } from "@rehab/spreadsheet/parse-form";
import { cellsOf } from "../source-row.ts";

const dayFields: Partial<Record<FormKind, string>> = {
  status_changes: "changedOn",
  tests: "testedOn",
  visits: "visitedOn",
  leaves: "leftOn",
  funds: "spentOn",
  publicity: "heldOn",
  meetings: "heldOn",
};
const fewestRows = 10;
const nearlyAll = 0.9;

/** The year that a ledger covers: from its title, else the one in which nearly all of its days lie. */
export function ledgerYearOf(form: ParsedForm): number | null {
  const field = dayFields[form.kind];
  if (field === undefined) return null;
  if (form.recognition.facts.year !== undefined) return form.recognition.facts.year;
  const years = form.rows.flatMap((row) => {
    const value = cellsOf(row)[field]?.value;
    return typeof value === "string" && isPlainDate(value) ? [yearOf(value)] : [];
  });
  if (years.length < fewestRows) return null;
  const byYear = Map.groupBy(years, (year) => year);
  const year = [...byYear].find(([, same]) => same.length >= nearlyAll * years.length)?.[0];
  return year ?? null;
}

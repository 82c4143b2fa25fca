import type { Measurement } from "./measure-county.ts";

export interface MeasuredCounty {
  readonly registered: number;
  readonly measurements: readonly Measurement[];
}

const mostOverBare = 1.5;
/** How much slower these may get as the county grows. */
const growthAims: Readonly<Record<string, number>> = {
  "register, first page": 2,
  "search by name": 2,
  "workbench, counts": 1.5,
  "workbench, overdue": 1.5,
};

/** The application against the bare Fastify, as a table. */
export function ratioTable(counties: readonly MeasuredCounty[]): string {
  const rows = counties.flatMap(({ registered, measurements }) =>
    measurements.map(({ request, atOnce, statements, answerBytes, api, bare }) => [
      request,
      registered.toLocaleString("en"),
      String(atOnce),
      String(statements),
      (answerBytes / 1000).toFixed(1),
      milliseconds(api),
      milliseconds(bare),
      ratio(api / bare, mostOverBare),
    ]),
  );
  const heads = ["request", "registered", "at once", "statements", "answer kB", "API ms", "bare ms", "ratio"];
  return table(heads, rows);
}

/** How the application's own time grows from the smallest county to the largest. */
export function growthTable(counties: readonly MeasuredCounty[]): string {
  const [smallest, largest] = [counties[0], counties.at(-1)];
  if (smallest === undefined || largest === undefined) return "";
  const rows = smallest.measurements.map((small, index) => {
    const growth = (largest.measurements[index]?.api ?? Number.NaN) / small.api;
    const aim = growthAims[small.request] ?? Number.POSITIVE_INFINITY;
    return [small.request, String(small.atOnce), ratio(growth, aim)];
  });
  return table(
    ["request", "at once", `API ${smallest.registered} → ${largest.registered.toLocaleString("en")}`],
    rows,
  );
}

function milliseconds(value: number): string {
  return value.toFixed(2);
}

function ratio(value: number, most: number): string {
  return `${value.toFixed(2)} ×${value > most ? ` (aim: ${most})` : ""}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(heads), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

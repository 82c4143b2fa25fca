import type { Measurement } from "./measure-county.ts";

export interface MeasuredCounty {
  readonly registered: number;
  readonly measurements: readonly Measurement[];
}

const mostOverBare = 1.5;
const mostGrowth = 2;
/** Requests that must not get slower as the county grows. */
const growthAims = new Set(["register, first page", "search by name"]);

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
    const aim = growthAims.has(small.request) ? mostGrowth : Number.POSITIVE_INFINITY;
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

import { createHash } from "node:crypto";
import type { SourceFile, SourceRow } from "../source-row.ts";
import { cellsOf } from "../source-row.ts";

/** The same for two rows that say the same on papers of the same kind and day, whatever the file is called. */
export function fingerprintOf(
  source: Pick<SourceRow, "kind" | "row"> & { file: Pick<SourceFile, "facts"> },
): string {
  const cells = Object.entries(cellsOf(source.row)).map(([field, { raw }]) => [field, raw] as const);
  const facts = Object.entries(source.file.facts);
  const text = JSON.stringify([source.kind, sorted(facts), sorted(cells)]);
  return createHash("sha256").update(text).digest("base64");
}

/** The database keeps the keys of an object in an order of its own. */
function sorted<T>(entries: readonly (readonly [string, T])[]): (readonly [string, T])[] {
  return entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

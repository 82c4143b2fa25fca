import { createHash } from "node:crypto";
import type { SourceRow } from "../source-row.ts";
import { cellsOf } from "../source-row.ts";

/** The same for two rows that say the same on papers of the same kind and day, whatever the file is called. */
export function fingerprintOf({
  kind,
  row,
  file,
}: Pick<SourceRow, "kind" | "row"> & { file: { facts: object } }): string {
  const cells = Object.entries(cellsOf(row)).map(([field, { raw }]) => [field, raw]);
  const sorted = cells.toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([kind, file.facts, sorted]))
    .digest("base64");
}

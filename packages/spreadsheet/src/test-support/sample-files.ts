import { utils, write } from "@e965/xlsx";

export type SampleRow = readonly (string | number | null)[];

/** A file of one sheet as SheetJS writes it: .xlsx, or BIFF8 for .xls. */
export function excelFile(rows: readonly SampleRow[], bookType: "xlsx" | "biff8" = "xlsx"): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), "Sheet1");
  return write(book, { type: "buffer", bookType, compression: true }) as Buffer;
}

export function csvText(rows: readonly SampleRow[]): string {
  return rows
    .map((row) => row.map((field) => `"${String(field ?? "").replaceAll('"', '""')}"`).join(","))
    .join("\r\n");
}

/** Encodes text as GB18030's two-byte part, by reversing what TextDecoder reads. Throws on other characters. */
export function encodeGb18030(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)];
      const pair = gb18030Table().get(character);
      if (pair === undefined) throw new RangeError(`not in the table: ${character}`);
      return pair;
    }),
  );
}

let table: Map<string, number[]> | undefined;

function gb18030Table(): Map<string, number[]> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder("gb18030");
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
    }
  }
  return table;
}

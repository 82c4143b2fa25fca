import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";

const snakeCase = (text: string) => text.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

type Value = string | number | boolean | Date | Buffer | null | undefined;
export type Row = Readonly<Record<string, Value>>;

/** Writes rows with the same keys through COPY, many times as fast as INSERT. */
export async function copyRows(client: Client, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const into = `copy "${snakeCase(table)}" (${columns.map(snakeCase).join(", ")}) from stdin`;
  const lines = rows.map((row) => `${Object.values(row).map(copyText).join("\t")}\n`);
  await pipeline(Readable.from([lines.join("")]), client.query(copyFrom(into)));
}

function copyText(value: Value): string {
  if (value === null || value === undefined) return "\\N";
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`;
  if (value instanceof Date) return value.toISOString();
  return String(value).replaceAll(/[\\\t\n\r]/gu, (character) => escapes[character] ?? character);
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

import type { ValueCipher } from "../../core/cipher.ts";
import { ProblemError } from "../../core/problem-error.ts";

/** Packs the sort values of a page's last row. They can be a name, so a cursor is encrypted. */
export function sealCursor(values: readonly (string | null)[], cipher: ValueCipher): string {
  return cipher.encrypt(JSON.stringify(values)).toString("base64url");
}

/** The values of a sealed cursor, or undefined for a first page. Throws `invalid_input` for anything else. */
export function openCursor(
  cursor: string | undefined,
  length: number,
  cipher: ValueCipher,
): readonly (string | null)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(cipher.decrypt(Buffer.from(cursor, "base64url")));
    if (Array.isArray(values) && values.length === length) return values as (string | null)[];
  } catch {
    // falls through to the one answer for every unusable cursor
  }
  throw new ProblemError("invalid_input", {
    errors: [{ pointer: "/cursor", detail: "页码已失效，请回到第一页" }],
  });
}

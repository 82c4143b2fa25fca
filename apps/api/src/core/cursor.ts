import { ProblemError } from "./problem-error.ts";

/** Packs the sort values of a page's last row. They hold ids, days and numbers; see `sealCursor` for names. */
export function encodeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** The values of a cursor, or none for a first page. Throws `invalid_input` for anything else. */
export function decodeCursor(cursor: string | undefined, length: number): readonly string[] {
  if (cursor === undefined) return [];
  const values = parseJson(Buffer.from(cursor, "base64url").toString("utf8"));
  if (
    !Array.isArray(values) ||
    values.length !== length ||
    !values.every((value) => typeof value === "string")
  ) {
    throw new ProblemError("invalid_input", {
      errors: [{ pointer: "/cursor", detail: "页码已失效，请回到第一页" }],
    });
  }
  return values;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { SpreadsheetProblem } from "./spreadsheet-problem.ts";

// Text of an office never holds these; a renamed picture or program does.
const BINARY = /(?![\t\n\v\f\r])\p{Cc}/u;

/**
 * Text of a CSV file: a byte order mark decides; without one strict UTF-8 is tried, then GB18030,
 * which Excel and WPS write on a Chinese Windows. Throws SpreadsheetProblem `file_wrong_type`.
 */
export function decodeText(bytes: Uint8Array): string {
  const text = decodeByMark(bytes) ?? decodeStrictly(bytes, "utf-8") ?? decodeStrictly(bytes, "gb18030");
  if (text === undefined || BINARY.test(text)) throw new SpreadsheetProblem("file_wrong_type");
  return text;
}

function decodeByMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeStrictly(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeStrictly(bytes, "utf-16be");
  return undefined;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

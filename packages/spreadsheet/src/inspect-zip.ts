import { fromBufferPromise } from "yauzl";
import type { Entry, ZipFile } from "yauzl";

import type { ReadLimits } from "./read-limits.ts";
import { SpreadsheetProblem } from "./spreadsheet-problem.ts";

const MEGABYTE = 1024 * 1024;
// Sheet XML shrinks to a twentieth; only a bomb shrinks to less than a four-hundredth.
const MAX_RATIO = 400;
const RATIO_COUNTS_FROM = 20 * MEGABYTE;

/**
 * Inflates every entry, keeping nothing, before a parser sees the file: declared sizes can lie.
 * Throws SpreadsheetProblem `file_zip_bomb`, `file_broken` or, for a zip that is no workbook, `file_wrong_type`.
 */
export async function inspectZip(bytes: Buffer, limits: ReadLimits): Promise<void> {
  const zip = await openZip(bytes);
  try {
    if (zip.entryCount > limits.maxEntries) throw new SpreadsheetProblem("file_zip_bomb");
    const mostBytes = Math.min(
      limits.maxInflatedBytes,
      Math.max(RATIO_COUNTS_FROM, bytes.length * MAX_RATIO),
    );
    let inflated = 0;
    let isWorkbook = false;
    for await (const entry of zip.eachEntry()) {
      isWorkbook ||= /^xl\/workbook\.(xml|bin)$/i.test(entry.fileName);
      inflated += await inflatedSize(zip, entry, mostBytes - inflated);
    }
    if (!isWorkbook) throw new SpreadsheetProblem("file_wrong_type");
  } catch (error) {
    if (error instanceof SpreadsheetProblem) throw error;
    throw new SpreadsheetProblem("file_broken", { cause: error });
  } finally {
    zip.close();
  }
}

async function openZip(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw new SpreadsheetProblem("file_broken", { cause: error });
  }
}

async function inflatedSize(zip: ZipFile, entry: Entry, mostBytes: number): Promise<number> {
  if (entry.uncompressedSize > mostBytes) throw new SpreadsheetProblem("file_zip_bomb");
  if (entry.isEncrypted()) throw new SpreadsheetProblem("file_password_protected");
  let size = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    size += (chunk as Buffer).length;
    if (size > mostBytes) throw new SpreadsheetProblem("file_zip_bomb");
  }
  return size;
}

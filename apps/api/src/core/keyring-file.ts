import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { createKeyring } from "./cipher.ts";
import type { Keyring } from "./cipher.ts";

const key = z.string().refine((text) => Buffer.from(text, "base64").length === 32, "32 bytes in base64");
const KeyringFile = z.object({
  current: z.number().int().min(1).max(65_535),
  keys: z.record(z.string().regex(/^\d+$/u), key),
  hashKey: key,
});

/**
 * Reads the data keys, making the file (mode 600) on the first start. It lies outside the database and
 * must be backed up apart from it: without it ID numbers and phones cannot be read any more.
 */
export function loadKeyring(path: string): Keyring {
  const stored = readIfThere(path);
  if (stored === null) {
    const fresh = createKeyring();
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: "wx" });
    return fresh;
  }
  const parsed = KeyringFile.safeParse(JSON.parse(stored));
  if (!parsed.success || parsed.data.keys[String(parsed.data.current)] === undefined) {
    throw new Error(`the data keys file ${path} is damaged: restore it from its backup`);
  }
  return parsed.data;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

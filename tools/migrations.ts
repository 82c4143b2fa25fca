import { createHash } from "node:crypto";
import { filesIn, read } from "./source-files.ts";

export const landedList = "tools/landed-migrations.json";

/** The migrations in their order, each with the hash of its text. */
export function findMigrations(): { name: string; hash: string }[] {
  return filesIn("apps/api/src/db/migrations")
    .filter((path) => path.endsWith(".sql"))
    .map((path) => ({
      name: path.slice(path.lastIndexOf("/") + 1),
      hash: createHash("sha256").update(read(path)).digest("hex"),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Name and hash of every migration that a database somewhere may have run. */
export function landedMigrations(): Record<string, string> {
  return JSON.parse(read(landedList)) as Record<string, string>;
}

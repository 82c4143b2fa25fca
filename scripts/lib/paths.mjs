import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path below the project root. */
export function fromRoot(...parts) {
  return join(root, ...parts);
}

/** Every workspace folder that may hold a package.json, as paths below the root. */
export function workspaceFolders() {
  const below = (folder) =>
    readdirSync(fromRoot(folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${folder}/${entry.name}`);
  return [...below("apps"), ...below("packages"), "e2e", "bench", "tools"];
}

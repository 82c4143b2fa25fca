import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const notSource = new Set(["node_modules", "dist", "data", "test-results", "playwright-report", "fixtures"]);

/** The paths below `folder`, as paths from the project's root, without what is installed, built or kept as data. */
export function filesIn(folder: string): string[] {
  return readdirSync(root + folder, { withFileTypes: true })
    .filter((entry) => !notSource.has(entry.name) && !entry.name.startsWith("."))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesIn(path) : [path];
    });
}

/** The TypeScript files of all packages and tools. */
export function sourceFiles(): string[] {
  const folders = ["apps", "packages", "e2e", "bench", "tools", "scripts"];
  return folders.flatMap((folder) => filesIn(folder)).filter((path) => /\.(ts|tsx|mjs)$/.test(path));
}

export function read(path: string): string {
  return readFileSync(root + path, "utf8");
}

export function isTest(path: string): boolean {
  return /\.(test|e2e)\.tsx?$|\/test\/|\/test-support\/|\/vitest\.config\.ts$|\/test-setup\.ts$/.test(path);
}

import { posix } from "node:path";
import { read } from "./source-files.ts";

/** One import: who imports, and what; a relative import is given as the path from the project's root. */
export type Import = { from: string; to: string };

const specifier = /(?:(?<!["'])\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)["']([^"']+)["']/gm;

export function importsOf(path: string): Import[] {
  return [...read(path).matchAll(specifier)].map(([, name = ""]) => ({
    from: path,
    to: name.startsWith(".") ? posix.join(posix.dirname(path), name) : name,
  }));
}

/** The package that a path or a specifier belongs to: `apps/api`, `packages/domain`, … or an installed name. */
export function packageOf(target: string): string {
  const own = /^@rehab\/([^/]+)/.exec(target)?.[1];
  if (own !== undefined) return ["api", "web"].includes(own) ? `apps/${own}` : `packages/${own}`;
  const folder = /^((?:apps|packages)\/[^/]+|e2e|bench|tools|scripts)(?:\/|$)/.exec(target)?.[1];
  if (folder !== undefined) return folder;
  return target.startsWith("@") ? target.split("/").slice(0, 2).join("/") : (target.split("/")[0] ?? target);
}

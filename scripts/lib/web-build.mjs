import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findNode } from "./node-version.mjs";
import { fromRoot } from "./paths.mjs";
import { run } from "./process.mjs";

const web = fromRoot("apps", "web");
const stampFile = join(web, "dist", ".built-from");
const inputs = ["apps/web", "packages/domain/src", "packages/schema/src", "pnpm-lock.yaml"];
const notInputs = new Set(["dist", "node_modules", "__screenshots__", ".vitest-attachments"]);

/** Builds the web client unless dist was built from these very sources. Answers the exit code. */
export async function buildWebWhenNeeded() {
  if (!hasWebClient()) return 0;
  const stamp = sourceStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return 0;
  console.log("Building the web client…");
  const code = await run(findNode(), [vite(), "build", "--logLevel", "warn"], { cwd: web });
  if (code === 0) writeFileSync(stampFile, stamp);
  return code;
}

/** The development server of the web client, as a program for `runAll`. */
export function startViteServer() {
  return hasWebClient() ? [{ command: findNode(), args: [vite()], cwd: web }] : [];
}

function hasWebClient() {
  return existsSync(join(web, "index.html"));
}

function vite() {
  return join(web, "node_modules", "vite", "bin", "vite.js");
}

function sourceStamp() {
  const hash = createHash("sha256");
  for (const file of inputs.flatMap((path) => filesIn(path))) {
    hash.update(`${file}\n`).update(readFileSync(fromRoot(file)));
  }
  return hash.digest("hex");
}

function filesIn(path) {
  if (!existsSync(fromRoot(path))) return [];
  if (/\.(yaml|json)$/.test(path)) return [path];
  return readdirSync(fromRoot(path), { withFileTypes: true })
    .filter((entry) => !notInputs.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(`${path}/${entry.name}`) : [`${path}/${entry.name}`]));
}

import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fromRoot, workspaceFolders } from "./paths.mjs";
import { run } from "./process.mjs";

const stampFile = fromRoot("node_modules", ".installed");

/** Installs the locked packages unless node_modules was installed from these very files. */
export async function installWhenNeeded() {
  const stamp = installStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;

  console.log("Installing packages…");
  rmSync(stampFile, { force: true });
  const pnpm = `pnpm@${pnpmVersion()}`;
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const args = ["exec", "--yes", `--package=${pnpm}`, "--", "pnpm", "install"];
  const code = await run(npm, [...args, "--frozen-lockfile", "--trust-lockfile"], { env: process.env });
  if (code !== 0) {
    throw new Error(
      `The packages could not be installed (exit code ${code}). Is the npm registry reachable from here ` +
        "(npm config get registry)? After a change to a package.json, bring pnpm-lock.yaml up to date first.",
    );
  }
  writeFileSync(stampFile, stamp);
}

function installStamp() {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  const folders = workspaceFolders().map((folder) => `${folder}/package.json`);
  for (const path of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", ...folders]) {
    if (existsSync(fromRoot(path))) hash.update(`${path}\n`).update(readFileSync(fromRoot(path)));
  }
  return hash.digest("hex");
}

function pnpmVersion() {
  const { packageManager } = JSON.parse(readFileSync(fromRoot("package.json"), "utf8"));
  return packageManager.replace("pnpm@", "");
}

import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { findNode } from "./node-version.mjs";
import { fromRoot, workspaceFolders } from "./paths.mjs";
import { childEnvironment, forwardSignals } from "./process.mjs";

const atOnce = 2;

/** Checks the types of every package, two at a time, and counts each as one check. */
export async function checkTypes() {
  const waiting = workspaceFolders().filter(hasSources);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const work = async () => {
    for (let folder = waiting.shift(); folder !== undefined; folder = waiting.shift()) {
      const { code, output } = await compile(folder);
      console.log(`${code === 0 ? "✓" : "✗"} ${folder}${output === "" ? "" : `\n${output}`}`);
      counts[code === 0 ? "passed" : "failed"] += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return counts;
}

function hasSources(folder) {
  if (!existsSync(fromRoot(folder, "tsconfig.json"))) return false;
  return readdirSync(fromRoot(folder)).some((name) => name === "src" || name.endsWith(".ts"));
}

function compile(folder) {
  const compiler = fromRoot("node_modules", "typescript", "bin", "tsc");
  const child = spawn(findNode(), [compiler, "--pretty", "false", "-p", folder], {
    cwd: fromRoot(),
    env: childEnvironment(),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stopForwarding = forwardSignals((signal) => child.kill(signal));
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      stopForwarding();
      resolve({ code, output });
    });
  });
}

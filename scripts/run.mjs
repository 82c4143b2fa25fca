// The one entry behind every `npm run …`: it needs nothing but Node 20 and npm, installs what is missing,
// then runs the real program on the Node version the project pins.
import { existsSync } from "node:fs";
import { installWhenNeeded } from "./lib/install.mjs";
import { fromRoot } from "./lib/paths.mjs";
import { run } from "./lib/process.mjs";
import { findNode } from "./lib/node-version.mjs";
import { runAll } from "./lib/run-all.mjs";
import { runTests } from "./lib/test-run.mjs";
import { buildWebWhenNeeded, startViteServer } from "./lib/web-build.mjs";

const commands = { start, test, check, dev, bench, import: importFolder, admin };

async function start() {
  readSettings();
  const built = await buildWebWhenNeeded();
  return built === 0 ? runProgram("apps/api/src/main.ts", []) : built;
}

async function test() {
  return runTests({ browser: true });
}

async function check() {
  return runTests({ browser: false });
}

async function dev() {
  readSettings();
  return runAll([
    { command: findNode(), args: ["--watch", fromRoot("apps/api/src/main.ts")] },
    ...startViteServer(),
  ]);
}

async function bench(args) {
  return runProgram("bench/main.ts", args);
}

async function importFolder(args) {
  readSettings();
  return runProgram("apps/api/src/cli/import.ts", args);
}

async function admin(args) {
  readSettings();
  return runProgram("apps/api/src/cli/admin.ts", args);
}

/** Settings come from the environment, then from `.env`. On a fresh machine it is the training county that starts. */
function readSettings() {
  if (existsSync(fromRoot(".env"))) process.loadEnvFile(fromRoot(".env"));
  process.env.APP_MODE ||= "training";
}

async function runProgram(path, args) {
  const file = fromRoot(path);
  if (!existsSync(file)) throw new Error(`${path} does not exist.`);
  return run(findNode(), ["--import", fromRoot("scripts/lib/lifeline.mjs"), file, ...args], {
    lifeline: true,
  });
}

async function main([name, ...args]) {
  const command = Object.hasOwn(commands, name ?? "") ? commands[name] : undefined;
  if (command === undefined) {
    console.error(`Usage: node scripts/run.mjs ${Object.keys(commands).join(" | ")}`);
    return 64;
  }
  await installWhenNeeded();
  return command(args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

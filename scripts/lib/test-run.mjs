import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkTypes } from "./check-types.mjs";
import { findNode } from "./node-version.mjs";
import { fromRoot } from "./paths.mjs";
import { childEnvironment, run } from "./process.mjs";
import { addUp, onlyExitCode, playwrightCounts, vitestCounts } from "./test-counts.mjs";
import { buildWebWhenNeeded } from "./web-build.mjs";

/**
 * Runs every check and test, each to its end, and prints as the last line how many passed and failed over all.
 * A step that could not run counts as a failure. Answers the exit code.
 */
export async function runTests({ browser }) {
  const reports = mkdtempSync(join(tmpdir(), "test-reports-"));
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);

  const results = [];
  try {
    for (const { name, work } of steps(browser, reports)) {
      if (interrupted) break;
      console.log(`\n── ${name} ──`);
      results.push({ name, ...(await work().catch(couldNotRun)) });
    }
  } finally {
    rmSync(reports, { recursive: true, force: true });
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
  if (interrupted) return 130;
  return summarise(results);
}

function steps(browser, reports) {
  const everywhere = [
    { name: "types", work: () => checkTypes() },
    { name: "lint", work: () => tool("oxlint", ["--deny-warnings"]) },
    { name: "format", work: () => tool("oxfmt", ["--check"]) },
    { name: "unit, database and component tests", work: () => vitest(browser, join(reports, "vitest.json")) },
    { name: "web client", work: async () => onlyExitCode(await buildWebWhenNeeded()) },
  ];
  const journeys = { name: "journeys", work: () => playwright(join(reports, "playwright.json")) };
  return browser ? [...everywhere, journeys] : everywhere;
}

async function tool(name, args) {
  return onlyExitCode(await run(findNode(), [fromRoot("node_modules", name, "bin", name), ...args]));
}

async function vitest(browser, report) {
  const projects = browser ? [] : ["--project=!web"];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const program = fromRoot("node_modules", "vitest", "vitest.mjs");
  return vitestCounts(report, await run(findNode(), [program, "run", ...projects, ...reporters]));
}

async function playwright(report) {
  const cwd = fromRoot("e2e");
  const program = join(cwd, "node_modules", "@playwright", "test", "cli.js");
  if (!existsSync(program)) throw new Error("@playwright/test is not installed");
  const env = { ...childEnvironment(), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  return playwrightCounts(
    report,
    await run(findNode(), [program, "test", "--reporter=list,json"], { cwd, env }),
  );
}

function couldNotRun(error) {
  console.error(error.message);
  return { passed: 0, failed: 1, skipped: 0 };
}

function summarise(results) {
  const total = addUp(results);
  console.log("\n── result ──");
  for (const { name, passed, failed } of results)
    console.log(`${failed > 0 ? "✗" : "✓"} ${name}: ${passed} of ${passed + failed}`);
  console.log(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`,
  );
  return total.failed > 0 ? 1 : 0;
}

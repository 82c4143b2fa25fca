import { findNode } from "./node-version.mjs";
import { fromRoot } from "./paths.mjs";
import { run } from "./process.mjs";

/** Runs every check and test. Answers the exit code. */
export async function runTests({ browser }) {
  if (!browser) console.log("Without the browser.");
  return run(findNode(), [fromRoot("node_modules", "vitest", "vitest.mjs"), "run"]);
}

import { readFileSync } from "node:fs";

/** A step that is one check: it passed when its program ended well. */
export function onlyExitCode(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

export function vitestCounts(report, code) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = read(report);
  return orFailure(code, {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  });
}

export function playwrightCounts(report, code) {
  const { expected, flaky, unexpected, skipped } = read(report).stats;
  return orFailure(code, { passed: expected + flaky, failed: unexpected, skipped });
}

export function addUp(counts) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of counts) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

// A test file that could not be loaded has no failed test in it, yet the run failed.
function orFailure(code, counts) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    throw new Error("The tests ended without a report.");
  }
}

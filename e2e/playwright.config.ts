import { defineConfig } from "@playwright/test";
import { findChromium } from "./chromium.ts";

export default defineConfig({
  testDir: "flows",
  testMatch: "**/*.e2e.ts",
  outputDir: "test-results",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    actionTimeout: 10_000,
    browserName: "chromium",
    launchOptions: await findChromium(),
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1366, height: 768 },
    // A trace costs as much as the journey itself; `--trace on` takes one when it is needed.
    trace: "off",
    video: "off",
    screenshot: "only-on-failure",
  },
});

import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { findChromium } from "../../e2e/chromium.ts";

export default defineConfig({
  plugins: [react()],
  // Named beforehand, else the dev server finds them during the run and reloads the tests.
  optimizeDeps: {
    include: [
      "@ant-design/icons",
      "@rehab/schema > @casl/ability",
      "@tanstack/react-query",
      "antd",
      "antd/locale/en_US",
      "antd/locale/zh_CN",
      "dayjs",
      "dayjs/locale/zh-cn",
      "echarts/charts",
      "echarts/components",
      "echarts/core",
      "echarts/renderers",
      "i18next",
      "react",
      "react-dom",
      "react-dom/client",
      "react-i18next",
      "react-router",
      "react-router/dom",
      "react/jsx-dev-runtime",
      "uuid",
      "vitest-browser-react",
      "zod",
      "zod/v4/core",
      "zod/v4/locales/en.js",
      "zod/v4/locales/zh-CN.js",
    ],
  },
  test: {
    name: "web",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["./src/test-setup.ts"],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: await findChromium() }),
      instances: [{ browser: "chromium" }],
    },
  },
});

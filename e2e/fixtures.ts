import { test as base, expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { trainingPassword } from "@rehab/testkit/training-accounts";
import type { AppServer } from "./app-server.ts";
import { startApp } from "./app-server.ts";

/** The settings of an empty county as it goes to work. */
export const productionCounty = { APP_MODE: "production", COUNTY_CODE: "430624", COUNTY_NAME: "湘阴县" };

type WorkerFixtures = {
  /** What the application is started with; a file asks for another county by `test.use`. */
  appSettings: Record<string, string>;
  /** The application, with data of its own for each worker. */
  app: AppServer;
};

type Fixtures = {
  /** Signs the page in as somebody of the training county. */
  loginAs: (username: string, page?: Page) => Promise<void>;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  appSettings: [{ APP_MODE: "training" }, { option: true, scope: "worker" }],

  app: [
    async ({ appSettings }, use) => {
      const app = await startApp(appSettings);
      await use(app);
      await app.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],

  baseURL: async ({ app }, use) => use(app.url),

  loginAs: async ({ page: ownPage }, use) => {
    await use(async (username, page = ownPage) => {
      const answer = await page.request.post("/api/v1/session", {
        data: { username, password: trainingPassword },
      });
      expect(answer.ok(), await answer.text()).toBe(true);
    });
  },
});

export { expect };

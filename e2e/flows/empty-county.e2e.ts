import { expect, productionCounty, test } from "../fixtures.ts";

test.use({ appSettings: productionCounty });

test("the process and its database say that they are well", async ({ request }) => {
  expect((await request.get("/healthz")).status()).toBe(200);
  expect((await request.get("/readyz")).status()).toBe(200);
});

test("a stranger is led to the login page, which offers nobody's account", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/login/);
  await expect(page.locator("input[type=password]")).toBeVisible();
  await expect(page.getByText("培训环境")).toHaveCount(0);
});

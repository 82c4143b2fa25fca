import type { Page } from "@playwright/test";
import { bodyRows } from "../lists.ts";
import { expect, test } from "../fixtures.ts";

// These journeys change accounts and the day, so they have a county of their own; it runs on the national cipher.
test.use({ appSettings: { APP_MODE: "training", CIPHER: "sm4-gcm" } });
test.describe.configure({ mode: "serial" });

const firstPassword = "Maple-Door-2021";
const ownPassword = "Cedar-Window-77";
const laterPassword = "Birch-Stair-88";

const accountLine = (page: Page) => page.getByRole("row", { name: /^wen-xiaolan/u });

async function signIn(page: Page, password: string): Promise<void> {
  await page.goto("/login");
  await page.getByLabel("用户名").fill("wen-xiaolan");
  await page.getByRole("textbox", { name: "密码" }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

test("a new account's first sign-in asks for an own password", async ({
  page,
  browser,
  baseURL,
  loginAs,
}) => {
  await loginAs("admin");
  await page.goto("/accounts");
  await page.getByRole("button", { name: "新建账号" }).click();
  const form = page.getByRole("dialog", { name: "新建账号" });
  await form.getByLabel("用户名").fill("wen-xiaolan");
  await form.getByLabel("姓名").fill("温晓岚");
  await form.getByRole("checkbox", { name: "专职工作人员" }).check();
  await form.getByLabel("初始密码").fill("short");
  await form.getByRole("button", { name: "保存" }).click();
  await expect(form.getByText("专职工作人员须选择所在工作站")).toBeVisible();

  await form.getByRole("combobox", { name: "工作站" }).click();
  await page.getByTitle("石塘镇中心站", { exact: true }).click();
  await form.getByRole("button", { name: "保存" }).click();
  await expect(form.getByText(/^密码至少 10 位/u).first()).toBeVisible();
  await form.getByLabel("初始密码").fill(firstPassword);
  await form.getByRole("button", { name: "保存" }).click();
  await expect(form).toBeHidden();
  await expect(accountLine(page)).toContainText("石塘镇中心站");
  await expect(accountLine(page)).toContainText("从未登录");

  const theirs = await browser.newContext({ baseURL: baseURL! });
  const theirPage = await theirs.newPage();
  await signIn(theirPage, firstPassword);
  const change = theirPage.getByRole("dialog", { name: "首次登录，请先修改初始密码" });
  await theirPage.keyboard.press("Escape");
  await expect(change).toBeVisible();
  await change.getByLabel("当前密码").fill(firstPassword);
  await change.getByLabel("新密码", { exact: true }).fill(ownPassword);
  await change.getByLabel("再输一遍新密码").fill("Another-One-99");
  await change.getByRole("button", { name: "保存" }).click();
  await expect(change.getByText("两次输入的新密码不一致")).toBeVisible();
  await change.getByLabel("再输一遍新密码").fill(ownPassword);
  await change.getByRole("button", { name: "保存" }).click();
  await expect(change).toBeHidden();
  await theirPage.goto("/enrollees");
  await expect(theirPage.getByText("共 35 人", { exact: true })).toBeVisible();
  await theirs.close();
});

test("a disabled account is shut out, a reset one starts anew", async ({
  page,
  browser,
  baseURL,
  loginAs,
}) => {
  const theirs = await browser.newContext({ baseURL: baseURL! });
  const theirPage = await theirs.newPage();
  await signIn(theirPage, ownPassword);
  await expect(theirPage.getByRole("heading", { level: 1, name: "工作台" })).toBeVisible();

  await loginAs("admin");
  await page.goto("/accounts");
  await page.getByRole("button", { name: "编辑账号 wen-xiaolan" }).click();
  await page.getByRole("radio", { name: "停用" }).check();
  await page.getByRole("button", { name: "保存" }).click();
  await expect(accountLine(page)).toContainText("停用");
  await theirPage.goto("/enrollees");
  await expect(theirPage).toHaveURL(/login/u);
  await signIn(theirPage, ownPassword);
  await expect(theirPage.getByText("用户名或密码不正确。")).toBeVisible();

  await page.getByRole("button", { name: "编辑账号 wen-xiaolan" }).click();
  await page.getByRole("radio", { name: "启用" }).check();
  await page.getByRole("button", { name: "保存" }).click();
  await expect(accountLine(page)).toContainText("启用");
  await page.getByRole("button", { name: "重置密码：wen-xiaolan" }).click();
  const reset = page.getByRole("dialog", { name: "重置密码：wen-xiaolan" });
  await reset.getByLabel("新密码").fill(laterPassword);
  await reset.getByRole("button", { name: "重置密码" }).click();
  await expect(reset).toBeHidden();

  await signIn(theirPage, laterPassword);
  await expect(theirPage.getByRole("dialog", { name: "首次登录，请先修改初始密码" })).toBeVisible();
  await theirs.close();
});

test("what was refused stands in the audit trail", async ({ page, loginAs }) => {
  const refused = await page.request.post("/api/v1/session", {
    data: { username: "supervisor", password: "Not-the-password-1" },
  });
  expect(refused.status()).toBe(401);
  await loginAs("caseworker");
  expect((await page.request.get("/api/v1/accounts")).status()).toBe(403);

  await loginAs("admin");
  await page.goto("/audit");
  const trail = bodyRows(page.getByRole("table"));
  await page.getByText("拒绝", { exact: true }).first().click();
  await expect(page).toHaveURL(/outcome=denied/u);
  await expect(trail.filter({ hasText: "查看账号" }).filter({ hasText: "李林斌" })).toHaveCount(1);
  await expect(trail.filter({ hasText: "登录" }).filter({ hasText: "未登录" }).first()).toBeVisible();
  await expect(trail.filter({ hasText: "成功" })).toHaveCount(0);
});

test("the training day moves for everybody, and every figure with it", async ({ page, loginAs }) => {
  await loginAs("admin");
  await page.goto("/");
  await page.getByRole("button", { name: /^调整培训日期/u }).click();
  const day = page.getByRole("textbox", { name: "调整培训日期" });
  await day.fill("2022-03-01");
  await day.press("Enter");
  await page.getByRole("button", { name: "确定", exact: true }).click();
  await expect(page.getByRole("button", { name: "调整培训日期 2022-03-01 周二" })).toBeVisible();

  await loginAs("supervisor");
  await page.goto("/indicators");
  await expect(page.getByRole("banner")).toContainText("2022-03-01 周二");
  const rate = page.getByRole("region", { name: "管控率" }).first();
  await expect(rate).toContainText("截至 2022-03-01 周二");
  // The two people inside their report period on the last day of the year have let it pass.
  await expect(rate).toContainText("198 / 210");
});

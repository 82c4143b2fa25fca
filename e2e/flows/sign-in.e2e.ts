import type { Page } from "@playwright/test";
import { trainingAccounts, trainingPassword } from "@rehab/testkit/training-accounts";
import { expect, test } from "../fixtures.ts";

const menus = {
  caseworker: [
    "工作台",
    "待办",
    "人员",
    "衔接移交",
    "未报到",
    "检测",
    "外出请假",
    "期满",
    "违规",
    "变更执行地",
    "指标",
    "待复核",
    "工作站",
    "人员配置",
    "法规与规则",
  ],
  supervisor: [
    "工作台",
    "待办",
    "人员",
    "衔接核对",
    "衔接移交",
    "未报到",
    "检测",
    "外出请假",
    "期满",
    "违规",
    "变更执行地",
    "指标",
    "待复核",
    "年度台账",
    "导入",
    "工作站",
    "人员配置",
    "法规与规则",
  ],
  admin: ["工作台", "工作站", "人员配置", "法规与规则", "账号", "审计"],
};

async function typeCredentials(page: Page, username: string, password: string): Promise<void> {
  await page.getByLabel("用户名").fill(username);
  await page.getByRole("textbox", { name: "密码" }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

test("the training county offers its people by role", async ({ page }) => {
  await page.goto("/login");
  for (const role of ["专职工作人员", "督查人员", "管理员"]) {
    await expect(page.getByRole("heading", { name: role, exact: true })).toBeVisible();
  }
  for (const { displayName, stationName } of trainingAccounts) {
    const person = page.getByRole("button", { name: `${displayName} ${stationName ?? "全县"}` });
    await expect(person).toBeVisible();
  }
});

for (const role of ["caseworker", "supervisor", "admin"] as const) {
  test(`${role} sees the menu of the role and nothing else`, async ({ page }) => {
    await page.goto("/login");
    const { displayName } = trainingAccounts.find(({ username }) => username === role)!;
    await page.getByRole("button", { name: displayName }).click();

    await expect(page.getByRole("heading", { level: 1, name: "工作台" })).toBeVisible();
    const entries = page.getByRole("navigation", { name: "主菜单" }).getByRole("listitem");
    // beside an entry may stand how much waits there
    await expect(entries).toHaveText(menus[role].map((entry) => new RegExp(`^${entry}(\\d.*)?$`, "u")));
  });
}

test("a page outside the role says so when its address is typed", async ({ page, loginAs }) => {
  await loginAs("caseworker");
  await page.goto("/audit");
  await expect(page.getByRole("heading", { name: "您的岗位不能使用这个页面" })).toBeVisible();
  await loginAs("admin");
  await page.goto("/enrollees");
  await expect(page.getByRole("heading", { name: "您的岗位不能使用这个页面" })).toBeVisible();
});

test("a wrong password is refused in a sentence, a right one leads to the page asked for", async ({
  page,
}) => {
  await page.goto("/stations");
  await expect(page).toHaveURL(/login/);
  await typeCredentials(page, "supervisor", "Not-the-password-1");
  await expect(page.getByText("用户名或密码不正确。")).toBeVisible();
  await expect(page).toHaveURL(/login/);

  await typeCredentials(page, "supervisor", trainingPassword);
  await expect(page.getByRole("heading", { level: 1, name: "工作站" })).toBeVisible();
  await expect(page).toHaveURL(/\/stations$/);
});

test("signing out closes the door behind", async ({ page, loginAs }) => {
  await loginAs("supervisor");
  await page.goto("/");
  await page.getByRole("button", { name: "何文斌" }).click();
  await page.getByRole("menuitem", { name: "退出登录" }).click();
  await expect(page).toHaveURL(/login/);
  await page.goto("/enrollees");
  await expect(page).toHaveURL(/login/);
});

test("signing out everywhere ends the session on the other device", async ({
  page,
  browser,
  baseURL,
  loginAs,
}) => {
  const elsewhere = await browser.newContext({ baseURL: baseURL! });
  const otherPage = await elsewhere.newPage();
  await loginAs("caseworker-shitang", otherPage);
  await otherPage.goto("/");
  await expect(otherPage.getByRole("heading", { level: 1, name: "工作台" })).toBeVisible();

  await loginAs("caseworker-shitang");
  await page.goto("/");
  await page.getByRole("button", { name: "尹俊志" }).click();
  await page.getByRole("menuitem", { name: "在所有设备上退出" }).click();
  await expect(page).toHaveURL(/login/);

  await otherPage.reload();
  await expect(otherPage).toHaveURL(/login/);
  await elsewhere.close();
});

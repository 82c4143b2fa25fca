import type { Page } from "@playwright/test";
import { bodyRows } from "../lists.ts";
import { expect, test } from "../fixtures.ts";

async function openFile(page: Page, words: string): Promise<void> {
  await page.goto("/enrollees");
  await page.getByRole("searchbox", { name: "查找人员" }).fill(words);
  await expect(page.getByText("共 1 人", { exact: true })).toBeVisible();
  await page.getByRole("table").getByRole("link").click();
  await expect(page.getByRole("navigation", { name: "档案内容" })).toBeVisible();
}

test("the header is masked until somebody asks, and the file keeps who did", async ({ page, loginAs }) => {
  await loginAs("supervisor");
  await openFile(page, "范志");
  const name = page.getByRole("heading", { level: 1 });
  await expect(name).toHaveText("范*");
  await expect(page.getByText("4306**********907X")).toBeVisible();

  await page.getByRole("button", { name: "显示姓名、证件号码和电话" }).click();
  await expect(name).toHaveText("范志");
  await expect(page.getByText(/^430624\d{8}907X$/u)).toBeVisible();
  await page.getByRole("button", { name: "隐藏姓名、证件号码和电话" }).click();
  await expect(name).toHaveText("范*");

  await page.getByRole("link", { name: "访问记录" }).click();
  const looked = bodyRows(page.getByRole("table"));
  await expect(looked.filter({ hasText: "显示 姓名、证件号码、电话" })).toContainText("何文斌");
  await expect(looked.filter({ hasText: "打开档案" }).first()).toContainText("何文斌");
});

test("the term is told in days that add up", async ({ page, loginAs }) => {
  await loginAs("supervisor");
  await openFile(page, "湘公（禁）社戒决字〔2019〕070号");
  const term = page.getByRole("meter", { name: "执行期限" });
  // Reported on 2019-04-30 for three years: 1096 days, of which 977 are over on 2021-12-31.
  await expect(term).toHaveAttribute("aria-valuenow", "977");
  await expect(term).toHaveAttribute("aria-valuemax", "1096");
  await expect(page.getByText("第 977 / 1096 天")).toBeVisible();
  await expect(page.getByText("2019-04-30 周二 至 2022-04-29 周五")).toBeVisible();
  await expect(page.getByText("剩 119 天")).toBeVisible();
});

test("a returning person is one file with two measures", async ({ page, loginAs }) => {
  await loginAs("caseworker");
  await openFile(page, "范志");
  await expect(page.getByRole("heading", { name: "当前措施" })).toBeVisible();
  const earlier = page.getByRole("region", { name: "以前的措施" });
  await expect(earlier.getByRole("button", { name: /^第 1 次/u })).toBeVisible();
  await earlier.getByRole("button", { name: /^第 1 次/u }).click();
  await expect(earlier.getByText("决定书文号")).toBeVisible();
});

test("the timeline tells when something happened and when it was recorded", async ({ page, loginAs }) => {
  await loginAs("supervisor");
  await openFile(page, "湘公（禁）社戒决字〔2019〕070号");
  await page.getByRole("link", { name: "时间线" }).click();
  await expect(page).toHaveURL(/\/timeline$/u);
  const timeline = page.getByRole("region", { name: "时间线" });
  const reportIn = timeline.getByRole("listitem").filter({ hasText: /^2019-04-30.*报到/su });
  await expect(reportIn.first()).toContainText("记录时间 2021-12-31");
  await expect(reportIn.first()).toContainText("来源 存量花名册-2020-12-31.xlsx");

  const all = await timeline.getByRole("listitem").count();
  await timeline.getByRole("checkbox", { name: "检测" }).click();
  await expect(page).toHaveURL(/kind=test/u);
  await expect(timeline.getByRole("listitem").filter({ hasNotText: "检测" })).toHaveCount(0);
  expect(await timeline.getByRole("listitem").count()).toBeLessThan(all);
});

test("somebody else's file is not there, whatever address is typed", async ({ page, loginAs }) => {
  await loginAs("supervisor");
  await openFile(page, "范志");
  const address = page.url();

  await loginAs("caseworker-shitang");
  for (const part of ["", "/timeline", "/access-log"]) {
    await page.goto(`${address}${part}`);
    await expect(page.getByRole("heading", { name: "没有找到这份档案" })).toBeVisible();
    await expect(page.getByText("范*")).toHaveCount(0);
  }
});

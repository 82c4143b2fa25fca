import type { Page } from "@playwright/test";
import { expectedFigures } from "../expected-figures.ts";
import { bodyRows, loadWholeList } from "../lists.ts";
import { expect, test } from "../fixtures.ts";

const { registered, controlled, notControlled, provenWithinDays, byStation } = expectedFigures;
const panel = (page: Page, name: string | RegExp) => page.getByRole("region", { name });

async function openIndicators(page: Page): Promise<void> {
  await page.goto("/indicators");
  await expect(panel(page, "管控率").first()).toContainText(`${controlled} / ${registered}`);
}

test.beforeEach(({ loginAs }) => loginAs("supervisor"));

test("the control rate is a fraction with its definition and its gap to the target", async ({ page }) => {
  await openIndicators(page);
  const rate = panel(page, "管控率").first();
  await expect(rate).toContainText("200 / 210 = 95.24 %");
  await expect(rate).toContainText("目标 98 % 需 206 人");
  await expect(rate).toContainText("还差 6 人");
  await rate.getByRole("button", { name: /怎么算的/u }).click();
  await expect(page.getByText(/^（在册 − 逾期未报到 − 脱管 − 请假超期未归）÷ 在册/u)).toBeVisible();
});

test("everybody on the register stands under exactly one reason", async ({ page }) => {
  await openIndicators(page);
  const reasons = panel(page, "每个人按一个原因计算");
  const countOf = async (reason: string) =>
    Number(await reasons.getByRole("row", { name: reason }).getByRole("link").innerText());
  expect(await countOf("逾期未报到")).toBe(notControlled.not_reported);
  expect(await countOf("脱管")).toBe(notControlled.lost_contact);
  expect(await countOf("请假超期未归")).toBe(notControlled.leave_overdue);

  const lines = await reasons
    .getByRole("row")
    .filter({ hasNotText: /原因|合计/u })
    .allInnerTexts();
  const sum = lines.reduce((total, line) => total + Number(/\d+/u.exec(line)?.[0]), 0);
  expect(sum).toBe(registered);
});

test("every number opens a list of exactly that many people", async ({ page }) => {
  test.slow();
  await openIndicators(page);
  const numbers = page.getByRole("main").getByRole("link", { name: /^\d+$/u });
  const count = await numbers.count();
  expect(count).toBeGreaterThan(30);
  const opened = new Set<string | null>();
  for (let index = 0; index < count; index += 1) {
    const number = numbers.nth(index);
    const address = await number.getAttribute("href");
    if (opened.has(address)) continue;
    opened.add(address);
    const people = Number(await number.innerText());

    await number.click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(`：${people} 人`);
    if (people === 0) await expect(page.getByText("没有这样的人员")).toBeVisible();
    else {
      expect(await loadWholeList(page), address ?? "").toBe(people);
      await expect(page.getByRole("table").getByRole("link")).toHaveCount(people);
    }
    await page.goBack();
    await expect(numbers).toHaveCount(count);
  }
});

test("a list says how each person could count again", async ({ page }) => {
  await openIndicators(page);
  await page.getByRole("link", { name: "未计入管控的 10 人" }).click();
  const people = page.getByRole("table").last();
  await expect(
    bodyRows(people).filter({ hasText: "逾期未报到" }).filter({ hasText: "本人报到" }),
  ).toHaveCount(4);
  await expect(
    bodyRows(people).filter({ hasText: "脱管" }).filter({ hasText: "查找并恢复联系" }),
  ).toHaveCount(4);
  await expect(bodyRows(people).filter({ hasText: "返回并销假" })).toHaveCount(2);
});

test("the stations' figures are those of their papers", async ({ page }) => {
  await openIndicators(page);
  const stations = panel(page, "按工作站").getByRole("table");
  for (const [name, figures] of Object.entries(byStation)) {
    const line = stations.getByRole("row", { name });
    await expect(line).toContainText(`${figures.controlled} / ${figures.registered} = `);
    await expect(line).toContainText(`${figures.provenWithin90Days} / ${figures.registered} = `);
  }
});

test("the figures of another day are one date away", async ({ page }) => {
  await openIndicators(page);
  await page.getByLabel("截止日期").fill("2020-12-31");
  await page.getByLabel("截止日期").press("Enter");
  await expect(page).toHaveURL(/asOf=2020-12-31/u);
  await expect(panel(page, "管控率").first()).toContainText(`/ ${expectedFigures.registeredAtYearStart} =`);
  await expect(panel(page, "管控率").first()).toContainText("截至 2020-12-31 周四");
});

test("evidence counts for as many days as are chosen", async ({ page }) => {
  await openIndicators(page);
  for (const days of [30, 60, 90]) {
    await page.getByRole("combobox", { name: "见面期限" }).click();
    await page.getByTitle(`${days} 天`, { exact: true }).click();
    const evidence = panel(page, `${days} 天内有见面凭据`);
    await expect(evidence).toContainText(`${provenWithinDays[String(days)]} / ${registered} = `);
  }
});

test("the plot has its figures in words and as a table", async ({ page }) => {
  await openIndicators(page);
  const trend = panel(page, /各月末管控率/u);
  await expect(trend.getByRole("img").first()).toHaveAccessibleName(/2021-12 95\.24 %；目标 98 %/u);
  await trend.getByText("表格", { exact: true }).click();
  const months = trend.getByRole("table");
  await expect(bodyRows(months).filter({ hasText: "2021-12-31 周五" })).toContainText("200 / 210 = 95.24 %");
  await expect(bodyRows(months).filter({ hasText: /^2021-/u })).toHaveCount(12);
});

test("a caseworker's rate is that of the own station", async ({ page, loginAs }) => {
  await loginAs("caseworker");
  await page.goto("/indicators");
  await expect(panel(page, "管控率").first()).toContainText("67 / 71 = 94.37 %");
  await expect(page.getByText("湘滨镇中心站")).toHaveCount(0);
});

import { expectedFigures } from "../expected-figures.ts";
import { bodyRows } from "../lists.ts";
import { expect, test } from "../fixtures.ts";

const { weeklyChecks, urine, byStation, ended } = expectedFigures;

test.beforeEach(async ({ page, loginAs }) => {
  await loginAs("supervisor");
  await page.goto("/county-records/2021");
});

test("the year shows which weekly checks were made, made without new people, or left out", async ({
  page,
}) => {
  const checks = page.getByRole("region", { name: "每周衔接核对" });
  await expect(checks).toContainText(`已核对 ${weeklyChecks.made} / 52 周`);
  await expect(checks).toContainText(`第 ${weeklyChecks.silentWeeks.join("、")} 周`);

  const weeksThatSay = async (words: RegExp) => {
    const weeks = await checks.getByRole("listitem").filter({ hasText: words }).allInnerTexts();
    return weeks.map((week) => Number(/第 (\d+) 周/u.exec(week)?.[1]));
  };
  await expect(checks.getByRole("listitem")).toHaveCount(52);
  expect(await weeksThatSay(/未核对/u)).toEqual(weeklyChecks.silentWeeks);
  expect(await weeksThatSay(/周\s*0 人/u)).toEqual(weeklyChecks.zeroWeeks);

  await checks.getByText("表格", { exact: true }).click();
  const silent = bodyRows(checks.getByRole("table")).filter({ hasText: "未核对" });
  await expect(silent).toHaveCount(weeklyChecks.silentWeeks.length);
});

test("people, test windows and the fund are those of the papers", async ({ page }) => {
  const people = page.getByRole("region", { name: "人员", exact: true });
  await expect(people).toContainText(`年初在册${expectedFigures.registeredAtYearStart}`);
  await expect(people).toContainText(`本年衔接${expectedFigures.handedOff}`);
  await expect(people).toContainText(`年末在册${expectedFigures.registered}`);
  for (const [kind, count] of Object.entries(ended)) await expect(people).toContainText(`${kind} ${count}`);

  const windows = page.getByRole("region", { name: "尿检时段完成情况" }).getByRole("table");
  const { due, done } = urine.windowsWhollyInYear;
  await expect(windows.getByRole("row", { name: "全县" })).toContainText(`${done} / ${due} = `);
  for (const [name, { urineWindows }] of Object.entries(byStation)) {
    const line = windows.getByRole("row", { name });
    await expect(line).toContainText(`${urineWindows.done} / ${urineWindows.due} = `);
  }

  const fund = page.getByRole("region", { name: "专项经费" });
  await expect(fund).toContainText("218,100.00 / 200,000.00 元 = 109.05 %");
  await expect(fund).toContainText("超支 18,100.00 元");
  const cells = await bodyRows(fund.getByRole("table")).allInnerTexts();
  const fen = (line: string) => Math.round(Number(line.split(/\s/u).at(-1)?.replaceAll(",", "")) * 100);
  const [total, ...items] = cells.map(fen).reverse();
  expect(items.reduce((sum, spent) => sum + spent, 0)).toBe(total);
});

test("every number of people opens exactly what it counts", async ({ page }) => {
  test.setTimeout(120_000);
  const people = page.getByRole("region", { name: "人员", exact: true });
  await expect(people.getByRole("link").first()).toBeVisible();
  const links = await people.getByRole("link").all();
  const asked = await Promise.all(
    links.map(async (link) => ({
      words: (await link.innerText()).trim(),
      address: (await link.getAttribute("href")) ?? "",
    })),
  );
  // Six numbers, and each kind of end.
  expect(asked.length).toBeGreaterThan(8);
  for (const { words, address } of asked) {
    const count = Number(/\d+$/u.exec(words)?.[0]);
    await page.goto(address);
    // The list says its length itself: as a heading of people, or as a line above facts.
    const length = page.getByText(new RegExp(`^共 ${count} 条$|：${count} 人$`, "u"));
    await expect(length.first(), words).toBeVisible();
  }
});

test("every number of test windows and of the fund opens exactly what it counts", async ({ page }) => {
  test.setTimeout(120_000);
  const numbers: { count: number; address: string }[] = [];
  for (const name of ["尿检时段完成情况", "专项经费"]) {
    const table = page.getByRole("region", { name }).getByRole("table");
    await expect(table.getByRole("link").first()).toBeVisible();
    for (const link of await table.getByRole("link").all()) {
      const text = (await link.innerText()).trim();
      // a sum of money opens the payments that its number of items opens
      if (/^\d+$/u.test(text)) {
        numbers.push({ count: Number(text), address: (await link.getAttribute("href")) ?? "" });
      }
    }
  }
  expect(numbers.length).toBeGreaterThan(20);
  for (const { count, address } of numbers) {
    await page.goto(address);
    await expect(page.getByText(`共 ${count} 条`, { exact: true }), address).toBeVisible();
  }
});

test("what a station's staff carry opens the people, and nothing opens nothing", async ({ page }) => {
  await page.goto("/staff");
  const sums = page.getByRole("link", { name: /^负责 \d+ 人$/u });
  await expect(sums.first()).toBeVisible();
  const asked = await Promise.all(
    (await sums.all()).map(async (link) => ({
      count: Number(/\d+/u.exec(await link.innerText())?.[0]),
      address: (await link.getAttribute("href")) ?? "",
    })),
  );
  expect(asked.reduce((sum, { count }) => sum + count, 0)).toBe(expectedFigures.registered);
  for (const { count, address } of asked) {
    await page.goto(address);
    await expect(page.getByRole("status").filter({ hasText: new RegExp(`${count} `, "u") })).toBeVisible();
  }
  await page.goto("/stations");
  const staff = page.getByRole("link", { name: /^各站共有 \d+ 名工作人员$/u });
  const count = Number(/\d+/u.exec(await staff.innerText())?.[0]);
  await staff.click();
  await expect(page.getByText(new RegExp(`^${count} 名工作人员，`, "u"))).toBeVisible();
  await expect(page.getByRole("heading", { name: "局机关" })).toHaveCount(0);
});

test("another year is one click away, and an empty one is no error", async ({ page }) => {
  await page.getByRole("navigation", { name: "年度" }).getByRole("link", { name: "2020" }).click();
  await expect(page).toHaveURL(/\/county-records\/2020$/u);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2020 年度台账");
  await expect(page.getByText("本年没有宣传活动记录")).toBeVisible();
});

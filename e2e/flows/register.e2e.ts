import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { readWorkbook } from "@rehab/spreadsheet/read-workbook";
import { bodyRows, loadWholeList } from "../lists.ts";
import { expect, test } from "../fixtures.ts";

const register = (page: Page) => page.getByRole("table");
const found = (page: Page) => page.getByRole("status").filter({ hasText: "共" });
const search = (page: Page) => page.getByRole("searchbox", { name: "查找人员" });

async function choose(page: Page, filter: string, value: string): Promise<void> {
  await page.getByRole("combobox", { name: filter, exact: true }).click();
  await page.getByTitle(value, { exact: true }).click();
}

for (const { username, people } of [
  { username: "caseworker", people: 71 },
  { username: "supervisor", people: 210 },
]) {
  test(`${username} reaches all ${people} people, each of them once`, async ({ page, loginAs }) => {
    await loginAs(username);
    await page.goto("/enrollees");
    await expect(found(page)).toHaveText(`共 ${people} 人`);
    expect(await loadWholeList(page)).toBe(people);
    const addresses = await register(page)
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(new Set(addresses).size).toBe(people);
  });
}

test("somebody is found by name, pinyin, initials, last digits and order number", async ({
  page,
  loginAs,
}) => {
  await loginAs("supervisor");
  await page.goto("/enrollees");
  for (const words of ["范志", "fanzhi", "fz", "907X", "907x"]) {
    await search(page).fill(words);
    await expect(found(page)).toHaveText("共 1 人");
    await expect(bodyRows(register(page)).filter({ hasText: "范*" })).toContainText("907X");
  }
  await search(page).fill("湘公（禁）社戒决字〔2019〕070号");
  await expect(bodyRows(register(page)).filter({ hasText: "白**" })).toContainText("9002");
  await expect(found(page)).toHaveText("共 1 人");

  expect(page.url(), "an address is kept in histories and logs").not.toMatch(/070|q=/u);
  await page.reload();
  await expect(found(page)).toHaveText("共 1 人");

  await search(page).fill("没有这个人");
  await expect(page.getByText("没有符合条件的人员")).toBeVisible();
});

test("a caseworker does not find another station's people", async ({ page, loginAs }) => {
  await loginAs("caseworker-shitang");
  await page.goto("/enrollees");
  await expect(found(page)).toHaveText("共 35 人");
  await search(page).fill("范志");
  await expect(page.getByText("没有符合条件的人员")).toBeVisible();
});

test("filters stand as chips and in the address, and come off one by one or all at once", async ({
  page,
  loginAs,
}) => {
  await loginAs("supervisor");
  await page.goto("/enrollees");
  await choose(page, "工作站", "文星街道中心站");
  await expect(found(page)).toHaveText("共 71 人");
  await choose(page, "管控情况", "逾期未报到");
  await expect(found(page)).toHaveText("共 3 人");
  await expect(page).toHaveURL(/stationId=.*controlReason=not_reported/u);

  const chips = page.getByRole("list", { name: "筛选" });
  await expect(chips.getByRole("listitem")).toHaveText([
    "工作站：文星街道中心站",
    "管控情况：逾期未报到",
    "清除全部",
  ]);
  await page.reload();
  await expect(found(page)).toHaveText("共 3 人");

  await page.getByRole("button", { name: "去掉筛选：工作站 文星街道中心站" }).click();
  await expect(found(page)).toHaveText("共 4 人");
  await page.getByRole("button", { name: "清除全部" }).click();
  await expect(found(page)).toHaveText("共 210 人");
  await expect(page).toHaveURL(/\/enrollees$/u);

  await page.getByText("已结束", { exact: true }).click();
  await expect(chips.getByRole("listitem").first()).toHaveText("范围：已结束");
  await expect(found(page)).not.toHaveText("共 210 人");
});

test("the list is sorted by the heading clicked, and stays so", async ({ page, loginAs }) => {
  await loginAs("supervisor");
  await page.goto("/enrollees");
  await page.getByRole("columnheader", { name: "期满日期" }).click();
  await expect(page).toHaveURL(/sort=termEndOn&direction=asc/u);
  const termEnds = async () => {
    const lines = await bodyRows(register(page)).allInnerTexts();
    return lines.flatMap((line) => /(20\d\d-\d\d-\d\d) 周.\s*$/u.exec(line)?.[1] ?? []);
  };
  await expect.poll(async () => (await termEnds()).length).toBeGreaterThan(20);
  const ascending = await termEnds();
  expect(ascending).toEqual([...ascending].sort());
  await page.getByRole("columnheader", { name: "期满日期" }).click();
  await expect(page).toHaveURL(/direction=desc/u);
  await expect.poll(async () => (await termEnds())[0]).not.toBe(ascending[0]);
  const descending = await termEnds();
  expect(descending).toEqual([...descending].sort().reverse());

  await page.goto("/enrollees");
  await expect(page.getByRole("columnheader", { name: "期满日期" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
});

test("whoever shows the names is on record in the file", async ({ page, loginAs }) => {
  await loginAs("caseworker-jinlong");
  await page.goto("/enrollees");
  await expect(found(page)).toHaveText("共 36 人");
  const first = register(page).getByRole("link").first();
  await expect(first).toHaveText(/^.\*+$/u);
  await page.getByRole("switch", { name: "显示姓名" }).click();
  await expect(first).toHaveText(/^\p{Script=Han}{2,4}$/u);

  await first.click();
  await page.getByRole("link", { name: "访问记录" }).click();
  await expect(bodyRows(page.getByRole("table")).filter({ hasText: "显示 姓名" })).toContainText("董建志");
});

test("the export asks what for, and holds exactly the people shown", async ({ page, loginAs }) => {
  await loginAs("supervisor");
  await page.goto("/enrollees");
  await choose(page, "工作站", "新泉镇中心站");
  await expect(found(page)).toHaveText("共 28 人");
  await page.getByRole("button", { name: "导出" }).click();
  const dialog = page.getByRole("dialog", { name: "导出人员名册" });
  await expect(dialog).toContainText("28 人");

  await dialog.getByRole("button", { name: "导出" }).click();
  await expect(dialog.getByLabel("导出用途")).toHaveAttribute("aria-invalid", "true");

  await dialog.getByLabel("导出用途").fill("年终核对名册");
  const downloading = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "导出" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/u);
  const workbook = await readWorkbook(await readFile(await download.path()), download.suggestedFilename());
  const people = workbook.sheets[0]?.rows.filter((row) =>
    row.some((cell) => /^4306\*{10}\d{3}[\dX]$/u.test(cell?.text ?? "")),
  );
  expect(people).toHaveLength(28);
});

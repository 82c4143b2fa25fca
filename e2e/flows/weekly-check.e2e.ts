import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { readWorkbook } from "@rehab/spreadsheet/read-workbook";
import { writeWorkbook } from "@rehab/spreadsheet/write-workbook";
import { inventedIdentity, inventedPhone } from "@rehab/testkit/invented-numbers";
import { moveTrainingDay } from "../clock.ts";
import { bodyRows } from "../lists.ts";
import { expect, test } from "../fixtures.ts";

// These walks move the training day: the application is their own.
test.use({ appSettings: { APP_MODE: "training", COUNTY_NAME: "湘阴县" } });
test.describe.configure({ mode: "serial" });

/** A Friday in the second week of the year after the papers' year. */
const today = "2022-01-14";

const headers = [
  "序号",
  "姓名",
  "身份证号",
  "现住址",
  "联系电话",
  "人员分类",
  "决定书文号",
  "送达日期",
  "执行地乡镇",
];
const newcomerNumber: string = inventedIdentity(700_001, "female").idNumber;
const newcomer = [
  "1",
  "温晓岚",
  newcomerNumber,
  "湘阴县文星街道东湖社区",
  inventedPhone(88_001),
  "社区戒毒",
  "湘公（禁）社戒决字〔2022〕901号",
  "2022-01-11",
  "文星街道",
];
const nameless = [
  "2",
  "欧阳宁",
  "",
  "湘阴县金龙镇文星村",
  "",
  "社区戒毒",
  "湘公（禁）社戒决字〔2022〕902号",
  "2022-01-12",
  "金龙镇",
];

async function listOf(week: number, checkedOn: string, rows: readonly (readonly string[])[]) {
  const title = `湘阴县公安局禁毒大队移交名单（2022年第${week}周，核对日期${checkedOn}）`;
  const columns = headers.map((header) => ({ header }));
  const buffer = await writeWorkbook([{ sheetName: "名单", title, columns, rows }]);
  return { name: `2022年第${week}周.xlsx`, mimeType: "application/octet-stream", buffer };
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
}

const weekIn = (page: Page, week: number) =>
  page
    .getByRole("list", { name: "周历" })
    .getByRole("listitem")
    .filter({ hasText: `第 ${week} 周` })
    .first();

test.beforeAll(({ app }) => moveTrainingDay(app, today));

test.beforeEach(({ loginAs }) => loginAs("supervisor"));

test("a week without a check is an alarm on the workbench, and stays one", async ({ page }) => {
  await page.goto("/");
  const card = page.getByRole("region", { name: "每周衔接核对" });
  await expect(card).toContainText("2022 年第 1 周");
  await expect(card).toContainText("2021 年第 7、40 周");
  await card.getByRole("link", { name: "1 周", exact: true }).click();
  await expect(page.getByText("1 周没有核对记录：第 1 周")).toBeVisible();
  await expect(weekIn(page, 1)).toContainText("未核对");
  await expectAccessible(page);
});

test("a week with nobody new is recorded in one go", async ({ page }) => {
  await page.goto("/reconciliations?year=2022");
  await weekIn(page, 1).getByRole("link").click();
  await expect(page.getByLabel("我方核对人")).toHaveValue("何文斌");
  await page.getByLabel("公安机关核对人").fill("黄立新");
  await page.getByLabel("核对日期").fill("2022-01-14");
  await page.keyboard.press("Tab");
  await page.getByRole("radio", { name: /^零新增/u }).check();
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByText(/2022-01-14是2022年第2周，不在2022年第1周/u)).toBeVisible();
  await expect(page.getByLabel("公安机关核对人")).toHaveValue("黄立新");
  await expectAccessible(page);

  await page.getByLabel("核对日期").fill("2022-01-07");
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "已于" })).toContainText("由 何文斌 完成");
  await page.getByRole("link", { name: "返回衔接核对" }).click();
  await expect(weekIn(page, 1)).toContainText("0 人");
  await expect(page.getByText(/没有核对记录：/u)).toHaveCount(0);
});

test("last week's list is told from this week's, and nothing is lost by it", async ({ page }) => {
  await page.goto("/reconciliations");
  await page.getByRole("link", { name: "登记本周核对" }).click();
  await page.getByLabel("公安机关核对人").fill("黄立新");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  const files = page.getByLabel("选择文件", { exact: true });
  await files.setInputFiles(await listOf(1, "2022-01-07", [newcomer]));
  await expect(page.getByText("这份名单可能不对")).toBeVisible();
  await expect(page.getByText(/名单写的是2022年第1周$/u)).toBeVisible();
  await expect(page.getByRole("button", { name: "完成核对" })).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole("button", { name: "换一份文件" }).click();
  await files.setInputFiles({
    name: "坏.xlsx",
    mimeType: "application/octet-stream",
    buffer: Buffer.from("PK"),
  });
  await expect(page.getByRole("alert").filter({ hasText: "文件无法读取" })).toBeVisible();
  await files.setInputFiles(await listOf(2, "2022-01-14", [newcomer, nameless]));
  await expect(page.getByText("这份名单可能不对")).toHaveCount(0);
  await expect(page.getByText("名单 2 人（社区戒毒 2，社区康复 0）")).toBeVisible();
  await expect(page.getByText(/何文斌 \/ 黄立新/u)).toBeVisible();
});

test("a week's list is decided by keyboard, finished with both names, printed and exported", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("region", { name: "每周衔接核对" }).getByRole("link", { name: "继续核对" }).click();
  await expect(page.getByText("还有 2 行未决定，决定后才能完成。")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "无疑点的 1 行按建议决定" }).click();
  const lines = page.getByRole("list", { name: "核对明细" });
  await expect(lines.getByRole("button", { expanded: true })).toContainText("欧阳宁");
  await page.keyboard.press("a");
  await expect(page.getByRole("radio", { name: /^接收并建档/u })).toBeChecked();
  await page.getByRole("button", { name: "决定，看下一行" }).click();
  await expect(page.getByText("请写明理由")).toBeVisible();
  await page.getByLabel("理由", { exact: true }).fill("先建临时档案，证件号随后补");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("已决定 2 / 2 行")).toBeVisible();

  await page.getByLabel("公安机关核对人").fill("黄立新、罗定");
  await page.getByRole("button", { name: "完成核对" }).click();
  await expect(page.getByRole("status").filter({ hasText: "已于" })).toBeVisible();
  await expect(lines).not.toContainText("温晓岚");

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Excel" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("衔接核对表-湘阴县-2022年第2周.xlsx");
  const workbook = await readWorkbook(await readFile(await download.path()), download.suggestedFilename());
  const texts = workbook.sheets[0]?.rows.map((row) => row.map((cell) => cell?.text ?? "")) ?? [];
  expect(texts[2]).toContain("温晓岚");

  await page.getByRole("link", { name: "打印核对表" }).click();
  const paper = page.getByRole("article");
  await expect(paper).toContainText("湘阴县社区戒毒社区康复人员衔接核对表");
  await expect(bodyRows(paper.getByRole("table")).filter({ hasText: "温晓岚" })).toContainText("接收并建档");
  await expect(paper).toContainText("核对人：黄立新、罗定");
  await expectAccessible(page);

  await page.keyboard.press("Control+K");
  await page.getByRole("combobox", { name: "查找" }).fill("wenxiaolan");
  await expect(page.getByRole("option", { name: /温\*\*/u })).toBeVisible();
  await page.goto("/reconciliations");
  await expect(weekIn(page, 2)).toContainText("2 人");
});

test("a paper list is typed in the grid and a finished week can be taken back with a reason", async ({
  page,
}) => {
  await page.goto("/reconciliations/new?year=2022&month=1");
  await page.getByLabel("公安机关核对人").fill("黄立新");
  await page.getByRole("radio", { name: /^手工录入/u }).check();
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await page.getByLabel("姓名 1").fill("温晓岚");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("身份证号 1")).toBeFocused();
  await page.keyboard.type(newcomerNumber);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/我方在册\d+人，名单只有1行$/u)).toBeVisible();
  await page.getByPlaceholder("例如：已与禁毒大队电话核实").fill("先核对一人");
  await page.getByRole("button", { name: "说明理由，使用这份名单" }).click();
  await expect(page.getByText(/^名单 1 人/u)).toBeVisible();
  await expect(page.getByRole("list", { name: "按核对结果筛选" })).toContainText("我方有、名单无");

  await page.goto("/reconciliations");
  await weekIn(page, 2).getByRole("link").click();
  await page.getByRole("button", { name: "作废" }).click();
  const dialog = page.getByRole("dialog", { name: "作废这次核对" });
  await dialog.getByLabel("作废理由").fill("大队更正了名单");
  await dialog.getByRole("button", { name: "作废" }).click();
  await expect(page.getByText("已作废：大队更正了名单")).toBeVisible();
  await page.getByRole("link", { name: "返回衔接核对" }).click();
  await expect(weekIn(page, 2)).toContainText("本周");
});

test("an order that comes after its deadline is asked about, and its person is overdue at once", async ({
  page,
}) => {
  const late = [
    "1",
    "罗知秋",
    inventedIdentity(700_002, "male").idNumber,
    "湘阴县文星街道东湖社区",
    "",
    "社区戒毒",
    "湘公（禁）社戒决字〔2021〕903号",
    "2021-11-01",
    "文星街道",
  ];
  await page.goto("/reconciliations/new?year=2022&week=2");
  await page.getByLabel("公安机关核对人").fill("黄立新");
  await page.getByRole("button", { name: "登记", exact: true }).click();
  const list = await listOf(2, "2022-01-14", [late]);
  await page.getByLabel("选择文件", { exact: true }).setInputFiles(list);
  const lines = page.getByRole("list", { name: "核对明细" });
  await expect(lines.getByRole("button", { expanded: true })).toContainText("移交时法定报到期限已过");
  await page.keyboard.press("a");
  await page.getByLabel("理由", { exact: true }).fill("大队说明系补移交");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("已决定 1 / 1 行")).toBeVisible();
  await page.getByRole("button", { name: "完成核对" }).click();
  await expect(page.getByRole("status").filter({ hasText: "已于" })).toBeVisible();
  await page.goto("/no-shows");
  await expect(bodyRows(page.getByRole("table")).filter({ hasText: "罗**" })).toContainText("逾期");
});

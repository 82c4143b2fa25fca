import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { writeWorkbook } from "@rehab/spreadsheet/write-workbook";
import { inventedIdentity } from "@rehab/testkit/invented-numbers";
import { moveTrainingDay } from "../clock.ts";
import { expect, test } from "../fixtures.ts";

// These walks move the training day: the application is their own.
test.use({ appSettings: { APP_MODE: "training", COUNTY_NAME: "湘阴县" } });
test.describe.configure({ mode: "serial" });

const headers = ["序号", "姓名", "身份证号", "现住址", "人员分类", "决定书文号", "送达日期", "执行地乡镇"];
const newcomer = [
  "1",
  "左更生",
  inventedIdentity(710_001, "male").idNumber,
  "湘阴县文星街道东湖社区",
  "社区戒毒",
  "湘公（禁）社戒决字〔2022〕911号",
  "2022-01-11",
  "文星街道",
];

async function listOf(title: string, rows: readonly (readonly string[])[] = [newcomer]) {
  const columns = headers.map((header) => ({ header }));
  const buffer = await writeWorkbook([{ sheetName: "名单", title, columns, rows }]);
  return { name: "名单.xlsx", mimeType: "application/octet-stream", buffer };
}

const officialTitle = "湘阴县公安局禁毒大队移交名单（2022年第2周，核对日期2022-01-14）";

async function openWeek(page: Page, week: number, checkedOn: string): Promise<void> {
  await page.goto(`/reconciliations/new?year=2022&week=${week}`);
  await page.getByLabel("公安机关核对人").fill("黄立新");
  await page.getByLabel("核对日期").fill(checkedOn);
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "登记", exact: true }).click();
}

const choose = (page: Page) => page.getByLabel("选择文件", { exact: true });

async function expectDoubt(page: Page, words: RegExp): Promise<void> {
  await expect(page.getByText("这份名单可能不对")).toBeVisible();
  await expect(page.getByText(words)).toBeVisible();
  // nothing of a doubtful list can be decided or finished
  await expect(page.getByRole("button", { name: "完成核对" })).toHaveCount(0);
  await expect(page.getByRole("list", { name: "核对明细" })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.map(({ id }) => id)).toEqual([]);
}

test.beforeAll(({ app }) => moveTrainingDay(app, "2022-01-21"));
test.beforeEach(({ loginAs }) => loginAs("supervisor"));

test("a list of another county and half a list are told before anything of them is decided", async ({
  page,
}) => {
  await openWeek(page, 2, "2022-01-14");
  await choose(page).setInputFiles(
    await listOf("邻水县公安局禁毒大队移交名单（2022年第2周，核对日期2022-01-14）"),
  );
  await expectDoubt(page, /名单标题写的是邻水县$/u);

  await page.getByRole("button", { name: "换一份文件" }).click();
  await choose(page).setInputFiles(await listOf(`${officialTitle}共3人`));
  await expectDoubt(page, /名单写明3人，实际只有1行$/u);

  await page.getByRole("button", { name: "换一份文件" }).click();
  await choose(page).setInputFiles(await listOf(officialTitle, [newcomer, ["4", ...newcomer.slice(1)]]));
  await expectDoubt(page, /序号编到4，实际只有2行$/u);

  await page.getByRole("button", { name: "换一份文件" }).click();
  await choose(page).setInputFiles(await listOf(officialTitle));
  await expect(page.getByText("这份名单可能不对")).toHaveCount(0);
  await page.getByRole("button", { name: "无疑点的 1 行按建议决定" }).click();
  await page.getByRole("button", { name: "完成核对" }).click();
  await expect(page.getByRole("status").filter({ hasText: "已于" })).toBeVisible();
});

test("the same list again is told, and used with a reason it hands nobody over twice", async ({ page }) => {
  await openWeek(page, 3, "2022-01-21");
  await choose(page).setInputFiles(await listOf(officialTitle));
  await expectDoubt(page, /这份名单以前已经核对或导入过/u);
  await expect(page.getByText(/名单写的是2022年第2周$/u)).toBeVisible();

  await page.getByRole("button", { name: "说明理由，使用这份名单" }).click();
  await expect(page.getByText("这份名单可能不对")).toBeVisible();
  for (const reason of await page.getByPlaceholder("例如：已与禁毒大队电话核实").all()) {
    await reason.fill("大队重报上周名单");
  }
  await page.getByRole("button", { name: "说明理由，使用这份名单" }).click();
  const lines = page.getByRole("list", { name: "核对明细" });
  await expect(lines).toContainText("同一文号已在另一次名单中移交");
  await page.keyboard.press("Control+K");
  await page.getByRole("combobox", { name: "查找" }).fill("zuogengsheng");
  await expect(page.getByRole("option", { name: /左\*\*/u })).toHaveCount(1);
});

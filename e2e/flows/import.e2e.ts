import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CFB } from "@e965/xlsx";
import type { Page } from "@playwright/test";
import { readWorkbook } from "@rehab/spreadsheet/read-workbook";
import { fixtureFolder } from "@rehab/testkit/fixture-folder";
import { runCommand } from "../app-server.ts";
import { bodyRows } from "../lists.ts";
import { expect, productionCounty, test } from "../fixtures.ts";

test.use({ appSettings: productionCounty });
test.describe.configure({ mode: "serial" });

const password = "Willow-Bridge-2021";

async function signIn(page: Page): Promise<void> {
  const answer = await page.request.post("/api/v1/session", { data: { username: "duban", password } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

async function uploadFolder(page: Page): Promise<void> {
  await page.goto("/imports");
  await page.getByLabel("选择文件夹", { exact: true }).setInputFiles(fixtureFolder);
  await expect(page.getByText(/^有 2 个文件不是表格，未加入/u)).toBeVisible();
  await page.getByRole("button", { name: "上传并核对 68 个文件" }).click();
  await expect(page.getByText("核对完成，数据还没有改动")).toBeVisible({ timeout: 45_000 });
}

/** How many rows of the batch have a verdict. */
async function rowsWith(page: Page, verdict: string): Promise<number> {
  const lines = page.getByRole("list", { name: "核对结果" }).getByRole("listitem");
  const line = lines.filter({ hasText: new RegExp(`^${verdict}`, "u") });
  return Number(await line.getByRole("link").innerText());
}

async function expectRate(page: Page, rate: string): Promise<void> {
  await page.goto("/indicators?asOf=2021-12-31");
  await expect(page.getByRole("region", { name: "管控率" }).first()).toContainText(rate);
}

/** What Excel writes when a workbook has an opening password: the workbook encrypted inside an OLE container. */
function protectedWorkbook(): Buffer {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, "/EncryptedPackage", Buffer.alloc(5_000));
  return CFB.write(container, { type: "buffer" }) as Buffer;
}

test.beforeAll(async ({ app }) => {
  const create = ["create", "--username", "duban", "--role", "supervisor", "--name", "周督办"];
  await runCommand("apps/api/src/cli/admin.ts", create, app.settings, `${password}\n`);
});

test.beforeEach(({ page }) => signIn(page));

test("a year of papers is shown row by row before anything changes", async ({ page }) => {
  await uploadFolder(page);
  const files = page.getByRole("table", { name: "文件" });
  await expect(files.getByRole("row", { name: /存量花名册-2020-12-31/u })).toContainText("186");
  await expect(files.getByRole("row", { name: /专项经费台账/u })).toContainText("经费");
  await expect(files.getByRole("row", { name: /尿检台账-金龙镇中心站/u })).toContainText("检");
  expect(await rowsWith(page, "待决定")).toBeGreaterThan(0);
  await expectRate(page, "0 / 0");
});

test("what the program must not decide, a person decides, and the county's figures come out", async ({
  page,
}) => {
  test.slow();
  await page.goto("/imports");
  await page.getByRole("table", { name: "导入批次" }).getByRole("link").first().click();
  await page.getByRole("link", { name: /^处理待决定/u }).click();

  const queue = page.getByRole("list", { name: "待决定" });
  await queue.getByRole("button").filter({ hasText: "第39周" }).click();
  await page.keyboard.press("a");
  await expect(page.getByRole("radio", { name: /^采纳/u })).toBeChecked();
  await page.getByLabel("理由").fill("已核对原决定书，属再次决定社区戒毒");
  const waiting = await queue.getByRole("listitem").count();
  await page.getByRole("button", { name: "决定，看下一行" }).click();
  await expect(queue.getByRole("listitem")).toHaveCount(waiting - 1);

  await page.getByLabel("载入决定文件").setInputFiles(join(fixtureFolder, "decisions.json"));
  await page
    .getByRole("dialog", { name: /^采用文件中的/u })
    .getByRole("button", { name: "确定" })
    .click();
  await expect(page.getByText("全部决定完毕")).toBeVisible();

  await page.getByRole("link", { name: "返回批次" }).first().click();
  await page.getByRole("button", { name: "导入", exact: true }).click();
  await page.getByRole("dialog", { name: "导入这个批次？" }).getByRole("button", { name: "导入" }).click();
  await expect(page.getByRole("status").getByText(/^已于 .* 导入$/u)).toBeVisible({ timeout: 45_000 });
  await expectRate(page, "200 / 210 = 95.24 %");
});

test("the same files again change nothing", async ({ page }) => {
  await uploadFolder(page);
  expect(await rowsWith(page, "新增")).toBe(0);
  expect(await rowsWith(page, "补充")).toBe(0);
  expect(await rowsWith(page, "待决定")).toBe(0);
  expect(await rowsWith(page, "已有")).toBeGreaterThan(2000);
});

test("files that cannot be read say why beside those that can, and rows go back as a table", async ({
  page,
}) => {
  await page.goto("/imports");
  const list = "一个人没有证件号码.csv";
  const rows = [
    "决定书文号,姓名,证件号码,性别,决定类型,决定日期,送达本人日期,户籍地址",
    "湘公（禁）社戒决字〔2021〕901号,温晓岚,,女,社区戒毒,2021-12-20,2021-12-21,湘阴县文星街道东湖社区",
  ].join("\r\n");
  await page.getByLabel("选择文件", { exact: true }).setInputFiles([
    { name: "损坏.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("PK\u0003\u0004 broken") },
    { name: "加密.xlsx", mimeType: "application/octet-stream", buffer: protectedWorkbook() },
    { name: list, mimeType: "text/csv", buffer: Buffer.from(rows) },
  ]);
  await page.getByRole("button", { name: "上传并核对 3 个文件" }).click();
  await expect(page.getByText("核对完成，数据还没有改动")).toBeVisible();
  const files = page.getByRole("table", { name: "文件" });
  await expect(files.getByRole("row", { name: /损坏\.xlsx/u })).toContainText("文件已损坏，无法读取。");
  await expect(files.getByRole("row", { name: /加密\.xlsx/u })).toContainText("文件设有打开密码，无法读取。");

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: `下载 Excel：${list} 中待决定和不导入的行` }).click();
  const download = await downloading;
  const workbook = await readWorkbook(await readFile(await download.path()), download.suggestedFilename());
  const texts = workbook.sheets.flatMap((sheet) =>
    sheet.rows.map((row) => row.map((cell) => cell?.text ?? "")),
  );
  expect(texts.filter((row) => row.includes("温晓岚"))).toHaveLength(1);
  expect(texts.flat().join(" ")).toMatch(/原因/u);
});

test("the whole batch can be taken back with a reason", async ({ page }) => {
  await page.goto("/imports");
  const batches = page.getByRole("table", { name: "导入批次" });
  await bodyRows(batches).filter({ hasText: "已导入" }).getByRole("link").first().click();
  await page.getByRole("button", { name: "整批撤销" }).click();
  const dialog = page.getByRole("dialog", { name: "撤销整个批次" });
  await dialog.getByLabel("撤销理由").fill("上传了上一年度的旧表");
  await dialog.getByRole("button", { name: "整批撤销" }).click();
  await expect(page.getByText(/整批撤销，理由：上传了上一年度的旧表$/u)).toBeVisible({ timeout: 45_000 });
  await expectRate(page, "0 / 0");
});

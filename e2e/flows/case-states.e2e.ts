import type { Locator, Page } from "@playwright/test";
import { moveTrainingDay } from "../clock.ts";
import { bodyRows } from "../lists.ts";
import { expect, test } from "../fixtures.ts";

// The release waits for the end of a term: the training day is moved, in an application of its own.
test.use({ appSettings: { APP_MODE: "training", COUNTY_NAME: "湘阴县" } });
test.describe.configure({ mode: "serial" });

const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

async function fillDay(form: Locator, label: string, day: string): Promise<void> {
  const field = form.getByLabel(label, { exact: true });
  await field.fill(day);
  await field.press("Tab");
}

/** Opens the state of the person whose term ends at a place of the list. */
async function openEnd(page: Page, index: number): Promise<void> {
  await page.goto("/term-ends");
  const table = page.getByRole("table", { name: "期满人员" });
  await bodyRows(table).nth(index).getByRole("link", { name: /^办理/u }).click();
  await expect(panel(page, "当前状态")).toBeVisible();
}

test("a suspension stops the term, and the return moves its end", async ({ page, loginAs }) => {
  await loginAs("caseworker");
  await openEnd(page, 1);
  await expect(panel(page, "期满准备")).toContainText("2022-02-02");

  await page.getByRole("button", { name: "登记中止" }).click();
  const form = page.getByRole("form", { name: "登记中止" });
  await fillDay(form, "羁押第一日", "2021-12-01");
  await form.getByRole("button", { name: "保存" }).click();
  await expect(form.getByText("请填写证明材料的名称和文号")).toBeVisible();
  await form.getByLabel("证明材料").fill("湘公拘通字〔2021〕7号");
  await form.getByRole("button", { name: "保存" }).click();
  await expect(form).toHaveCount(0);
  await expect(panel(page, "当前状态")).toContainText("中止");
  await expect(page.getByRole("list", { name: "材料" })).toContainText("中止说明");

  await page.getByRole("button", { name: "登记恢复执行" }).click();
  const back = page.getByRole("form", { name: "登记恢复执行" });
  await fillDay(back, "恢复执行日期（释放之日）", "2021-12-16");
  await back.getByLabel("证明材料").fill("释放证明书");
  await back.getByRole("button", { name: "保存" }).click();
  await expect(back).toHaveCount(0);
  await expect(panel(page, "期满准备")).toContainText("2022-02-17");
  await expect(bodyRows(page.getByRole("table", { name: "状态经过" })).nth(1)).toContainText("15 日");

  await page.getByText(/^不能办理的/u).click();
  await expect(panel(page, "当前状态")).toContainText("登记恢复执行：当日状态为“执行中”");
});

test("a term that is over is released by the notice of the police and two people", async ({
  page,
  loginAs,
  app,
}) => {
  test.slow();
  await loginAs("caseworker");
  await openEnd(page, 0);
  await expect(panel(page, "解除、终止")).toContainText("期限至2022-01-31届满，届满前不能解除");
  const address = page.url();
  await moveTrainingDay(app, "2022-02-01");

  await page.goto("/term-ends?step=expired");
  await expect(bodyRows(page.getByRole("table", { name: "期满人员" }))).toHaveCount(1);
  await page.goto(address);
  await page.getByRole("button", { name: "提出解除" }).click();
  const form = page.getByRole("form", { name: "提出解除" });
  const next = form.getByRole("button", { name: "下一步" });
  await expect(form.getByRole("heading", { name: "先看依据和准备情况" })).toBeFocused();
  await next.click();
  await next.click();
  await expect(form.getByText("请填写", { exact: true })).toBeVisible();
  await form.getByLabel("文号").fill("湘公解字〔2022〕3号");
  await next.click();
  await next.click();
  await form.getByLabel("作出机关").fill("湘阴县公安局");
  await next.click();
  await expect(form.getByText(/^期满次日（2022-02-01/u)).toBeVisible();
  await next.click();
  await next.click();
  await next.click();
  await expect(form).toContainText("湘公解字〔2022〕3号");
  await form.getByRole("button", { name: "提交复核" }).click();
  await expect(panel(page, "解除、终止")).toContainText("待复核");

  await loginAs("supervisor");
  await page.goto("/approvals");
  const proposal = page.getByRole("region", { name: /^期满解除：/u });
  await expect(proposal).toContainText("湘公解字〔2022〕3号，湘阴县公安局");
  await proposal.getByRole("button", { name: "同意", exact: true }).click();
  await proposal.getByRole("button", { name: "同意", exact: true }).click();
  await expect(proposal).toHaveCount(0);

  await loginAs("caseworker");
  await page.goto(address);
  await expect(panel(page, "当前状态")).toContainText("已解除");
  const papers = page.getByRole("list", { name: "材料" });
  await expect(papers.getByText("解除通知书 湘公解字〔2022〕3号")).toBeVisible();
  await page.getByRole("button", { name: /^登记送达回执/u }).click();
  const receipt = page.getByRole("form", { name: "送达回执" });
  await receipt.getByLabel("送达地点").fill("文星街道中心站");
  await receipt.getByLabel("送达人 2").fill("汤文俊");
  await receipt.getByRole("button", { name: "保存" }).click();
  await expect(receipt).toHaveCount(0);
  await expect(papers).toContainText("已送达");
});

test("a wrong release, asked for by letter, is taken back by two people", async ({ page, loginAs, app }) => {
  test.slow();
  await moveTrainingDay(app, "2022-02-18");
  await loginAs("caseworker");
  await page.goto("/term-ends?step=expired");
  const table = page.getByRole("table", { name: "期满人员" });
  await expect(bodyRows(table).first()).toContainText("函请出具解除通知书");
  await bodyRows(table).first().getByRole("link", { name: /^办理/u }).click();
  await expect(panel(page, "期满准备")).toContainText("尚未发函");
  const address = page.url();

  await page.getByRole("button", { name: "登记评估、小结、函件" }).click();
  const letter = page.getByRole("form", { name: "登记评估、小结、函件" });
  await letter.getByRole("radio", { name: "函请出具解除通知书" }).click();
  await letter.getByLabel("文号").fill("湘司社函〔2022〕5号");
  await letter.getByRole("button", { name: "保存" }).click();
  await expect(letter.getByText("请填写受文的公安机关")).toBeVisible();
  await letter.getByLabel("受文公安机关").fill("湘阴县公安局");
  await letter.getByRole("button", { name: "保存" }).click();
  await expect(letter).toHaveCount(0);
  await expect(panel(page, "期满准备")).toContainText("2022-02-18发函 湘司社函〔2022〕5号");
  const papers = page.getByRole("list", { name: "材料" });
  const waiting = page.waitForEvent("download");
  await papers.getByRole("button", { name: /^下载 函请出具解除通知书/u }).click();
  expect((await waiting).suggestedFilename()).toBe("函请出具解除通知书-2022-02-18.docx");

  await page.getByRole("button", { name: "提出解除" }).click();
  const form = page.getByRole("form", { name: "提出解除" });
  const next = form.getByRole("button", { name: "下一步" });
  await next.click();
  await form.getByLabel("文号").fill("湘公解字〔2022〕9号");
  await next.click();
  await next.click();
  await form.getByLabel("作出机关").fill("湘阴县公安局");
  for (let step = 0; step < 4; step += 1) await next.click();
  await form.getByRole("button", { name: "提交复核" }).click();
  await expect(panel(page, "解除、终止")).toContainText("待复核");
  await confirmFirst(page, loginAs, /^期满解除：/u);

  await loginAs("caseworker");
  await page.goto(address);
  await expect(panel(page, "当前状态")).toContainText("已解除");
  await page.getByRole("button", { name: /^撤销：.* 解除$/u }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("提交后由第二人复核");
  await dialog.getByRole("button", { name: "提出撤销" }).click();
  await expect(dialog.getByText("请写明撤销的理由")).toBeVisible();
  await dialog.getByLabel("理由").fill("解除通知书属同名人员");
  await dialog.getByRole("button", { name: "提出撤销" }).click();
  await expect(panel(page, "解除、终止")).toContainText("撤销解除、终止");
  await expect(panel(page, "当前状态")).toContainText("已解除");
  await confirmFirst(page, loginAs, /^撤销解除、终止：/u);

  await loginAs("caseworker");
  await page.goto(address);
  await expect(panel(page, "当前状态")).toContainText("期满待解除");
  await expect(papers).toContainText("解除通知书属同名人员");
  await expect(page.getByRole("list", { name: "已登记的变化" })).toContainText("解除通知书属同名人员");
});

/** The second person agrees to the one proposal of a kind. */
async function confirmFirst(
  page: Page,
  loginAs: (role: "supervisor") => Promise<void>,
  name: RegExp,
): Promise<void> {
  await loginAs("supervisor");
  await page.goto("/approvals");
  const proposal = page.getByRole("region", { name });
  await proposal.getByRole("button", { name: "同意", exact: true }).click();
  await proposal.getByRole("button", { name: "同意", exact: true }).click();
  await expect(proposal).toHaveCount(0);
}

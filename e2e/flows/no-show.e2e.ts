import { readFile } from "node:fs/promises";
import type { Download, Locator, Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { bodyRows } from "../lists.ts";
import { expectedFigures } from "../expected-figures.ts";
import { expect, test } from "../fixtures.ts";

const queue = (page: Page) => page.getByRole("table", { name: "未报到人员" });
const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const part = (page: Page, name: string) =>
  panel(page, "移交材料").getByRole("listitem").filter({ hasText: name });

/** Types a day into a field of days. */
async function fillDay(form: Locator, label: string, day: string): Promise<void> {
  const field = form.getByLabel(label, { exact: true });
  await field.fill(day);
  await field.press("Tab");
}

/** The text of a Word file that was downloaded, which a browser's own parser has to accept. */
async function readWord(page: Page, download: Download): Promise<string> {
  expect(download.suggestedFilename()).toMatch(/\.docx$/u);
  const parts = unzipSync(await readFile(await download.path()));
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "application/xml");
    const failure = parsed.querySelector("parsererror");
    return failure === null ? (parsed.documentElement.textContent ?? "") : `broken: ${failure.textContent}`;
  }, xml);
}

async function openFile(page: Page, due: string): Promise<void> {
  await page.goto("/no-shows");
  await bodyRows(queue(page)).filter({ hasText: due }).getByRole("link", { name: /^办理/u }).click();
  await expect(panel(page, "报到期限")).toBeVisible();
}

test("the queue holds whom the known figures name, longest overdue first", async ({ page, loginAs }) => {
  await loginAs("supervisor");
  await page.goto("/");
  await page.getByRole("link", { name: "未报到" }).click();
  await page.getByText("未移交 4", { exact: true }).click();
  await expect(bodyRows(queue(page))).toHaveCount(expectedFigures.notReported.length);
  await page.getByRole("switch", { name: "显示姓名" }).click();
  const expected = expectedFigures.notReported.toSorted((a, b) => (a.due < b.due ? -1 : 1));
  for (const [index, { name, due }] of expected.entries()) {
    await expect(bodyRows(queue(page)).nth(index)).toContainText(name);
    await expect(bodyRows(queue(page)).nth(index)).toContainText(due);
  }
  await page.getByText("待送达 0", { exact: true }).click();
  await expect(page.getByText("没有这样的人员")).toBeVisible();
});

test("somebody who does not come is sought, warned, referred by two people, and answered by the police", async ({
  page,
  loginAs,
}) => {
  test.slow();
  await loginAs("caseworker");
  await openFile(page, "2021-07-26");
  await expect(panel(page, "报到期限")).toContainText("《戒毒条例》第十四条");
  await expect(panel(page, "移交公安机关")).toContainText("还缺 4 项材料");

  await test.step("seek", async () => {
    await page.getByRole("button", { name: "登记查找" }).click();
    const form = page.getByRole("form", { name: "登记查找" });
    await form.getByRole("radio", { name: "上门" }).check();
    await form.getByLabel("查找人").fill("");
    await form.getByRole("button", { name: "保存" }).click();
    await expect(form.getByText("请填写查找人")).toBeVisible();
    await form.getByLabel("查找人").fill("李林斌");
    await form.getByLabel("经过").fill("家中无人，邻居称外出务工");
    await form.getByRole("button", { name: "保存" }).click();
    await expect(form).toHaveCount(0);
    const log = page.getByRole("list", { name: "查找记录" });
    await expect(log.getByRole("listitem")).toContainText("家中无人，邻居称外出务工");
    await expect(part(page, "电话或者上门查找记录")).toContainText("已有");
  });

  await test.step("warn, and prove it", async () => {
    await page.getByRole("button", { name: "登记文书" }).click();
    const form = page.getByRole("form", { name: "登记文书" });
    await form.getByLabel("文号").fill("湘司社戒告〔2021〕1号");
    await fillDay(form, "文书日期", "2021-07-26");
    await form.getByRole("button", { name: "保存" }).click();
    await expect(form.getByText("报到期限到2021-07-26为止，文书日期应在其后")).toBeVisible();
    await fillDay(form, "文书日期", "2021-12-27");
    await form.getByRole("button", { name: "保存" }).click();
    await expect(form).toHaveCount(0);
    const documents = page.getByRole("list", { name: "文书与送达" });
    await expect(documents.getByRole("listitem")).toContainText("待送达");

    await page.goto("/no-shows?step=unserved");
    await expect(bodyRows(queue(page))).toHaveCount(1);
    await bodyRows(queue(page)).getByRole("link", { name: /^办理/u }).click();

    await page.getByRole("button", { name: "登记送达回执" }).click();
    const receipt = page.getByRole("form", { name: "送达回执" });
    await fillDay(receipt, "送达日期", "2021-12-28");
    await receipt.getByLabel("送达地点").fill("文星街道乌龙社区家中");
    await receipt.getByRole("button", { name: "保存" }).click();
    await expect(receipt.getByText("送达人应为两人")).toBeVisible();
    await expect(receipt.getByLabel("送达地点")).toHaveValue("文星街道乌龙社区家中");
    await receipt.getByLabel("送达人 2").fill("汤文俊");
    await receipt.getByRole("button", { name: "保存" }).click();
    await expect(receipt).toHaveCount(0);
    await expect(part(page, "告诫书送达回执")).toContainText("2021-12-28直接送达");
  });

  await test.step("certify", async () => {
    await page.getByRole("button", { name: "登记文书" }).click();
    const form = page.getByRole("form", { name: "登记文书" });
    await form.getByRole("radio", { name: "逾期未报到证明" }).check();
    await form.getByLabel("文号").fill("湘司社戒证〔2021〕1号");
    await fillDay(form, "文书日期", "2021-12-29");
    await form.getByRole("button", { name: "保存" }).click();
    await expect(panel(page, "移交材料")).toContainText("材料齐全，可以移交");
  });

  await test.step("take the warning out as Word", async () => {
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载 逾期未报到告诫书 湘司社戒告〔2021〕1号（Word）" }).click();
    const text = await readWord(page, await downloading);
    expect(text).toContain("金国强：");
    expect(text).toContain("视为拒绝接受社区戒毒");
    expect(text).toContain("送达人签名（两人）");
    await expect(page.getByText(/^已下载 逾期未报到告诫书/u)).toBeVisible();
  });

  await test.step("propose, one question after the other", async () => {
    await page.getByRole("button", { name: "提出移交" }).click();
    const form = page.getByRole("form", { name: "提出移交" });
    const next = form.getByRole("button", { name: "下一步" });
    await expect(form).toContainText("第 1 / 5 步");
    await next.click();
    await next.click();
    await expect(form.getByText("请填写移交函文号")).toBeVisible();
    await form.getByLabel("移交函文号").fill("湘司社戒移〔2021〕1号");
    await next.click();
    await form.getByLabel("接收的公安机关").fill("湘阴县公安局禁毒大队");
    await next.click();
    await next.click();
    await expect(form).toContainText("湘司社戒移〔2021〕1号");
    await expect(form).toContainText("湘阴县公安局禁毒大队");
    await form.getByRole("button", { name: "提交复核" }).click();
    await expect(page.getByRole("list", { name: "移交公安机关" })).toContainText("李林斌");
    await page.goto("/approvals");
    await expect(page.getByText("由督查人员复核")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "同意", exact: true })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "撤回" })).toBeVisible();
  });

  await test.step("confirm, by somebody else", async () => {
    await loginAs("supervisor");
    await page.goto("/approvals");
    const proposal = page.getByRole("region", { name: /^逾期未报到移交公安机关：金/u });
    await expect(proposal).toContainText("湘司社戒移〔2021〕1号，送湘阴县公安局禁毒大队");
    await proposal.getByRole("button", { name: "不同意" }).click();
    await proposal.getByRole("button", { name: "不同意" }).click();
    await expect(proposal.getByText("不同意的，请写明理由")).toBeVisible();
    await proposal.getByRole("button", { name: "取消" }).click();
    await proposal.getByRole("button", { name: "同意", exact: true }).click();
    await proposal.getByRole("button", { name: "同意", exact: true }).click();
    await expect(page.getByRole("status").filter({ hasText: "已同意" })).toBeVisible();
    await expect(page.getByText("没有待复核的事项")).toBeVisible();
  });

  await test.step("close with the receipt of the police, and record what they decided", async () => {
    await loginAs("caseworker");
    await openFile(page, "2021-07-26");
    await expect(page.getByRole("banner").or(page.locator("header")).getByText("未报到已移交")).toBeVisible();
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载移交函和移交回执（Word）" }).click();
    expect(await readWord(page, await downloading)).toContain("移交回执");

    await page.getByRole("button", { name: "登记移交回执" }).click();
    const receipt = page.getByRole("form", { name: "登记移交回执" });
    await receipt.getByLabel("签收单位和签收人").fill("禁毒大队 王警官");
    await receipt.getByRole("button", { name: "保存" }).click();
    await expect(panel(page, "移交回执")).toContainText("公安机关已签收，移交完成");

    await page.getByRole("button", { name: "登记处理结果" }).click();
    const answer = page.getByRole("form", { name: "登记处理结果" });
    await answer.getByLabel("说明").fill("责令三日内报到");
    await answer.getByRole("button", { name: "保存" }).click();
    await expect(page.getByRole("list", { name: "公安机关处理" })).toContainText("责令继续报到");
    await expect(part(page, "逾期未报到证明")).toContainText("缺");

    await page.getByRole("link", { name: "访问记录" }).click();
    await expect(page.getByText("制作移交函（Word）")).toBeVisible();
  });
});

test("somebody in custody has a good reason: the clock stops with the proof, and starts anew on release", async ({
  page,
  loginAs,
}) => {
  await loginAs("caseworker");
  await openFile(page, "2021-08-02");
  await page.getByRole("button", { name: "登记羁押" }).click();
  const custody = page.getByRole("form", { name: "登记羁押" });
  await fillDay(custody, "羁押的第一日", "2021-07-30");
  await custody.getByRole("button", { name: "保存" }).click();
  await expect(custody.getByText("请填写证明材料的名称和文号")).toBeVisible();
  await custody.getByLabel("证明材料").fill("湘公拘通字〔2021〕8号");
  await custody.getByRole("button", { name: "保存" }).click();
  await expect(page.locator("header").getByText("中止", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "登记释放" }).click();
  const release = page.getByRole("form", { name: "登记释放" });
  await fillDay(release, "释放日期", "2021-12-20");
  await release.getByLabel("证明材料").fill("释放证明书3号");
  await release.getByRole("button", { name: "保存" }).click();
  await expect(panel(page, "报到期限")).toContainText("2022-01-04 周二");
  await expect(page.locator("header").getByText("待报到")).toBeVisible();

  await page.getByRole("button", { name: /^撤销：2021-07-30/u }).click();
  const dialog = page.getByRole("dialog", { name: "撤销记录" });
  await dialog.getByLabel("理由").fill("同名误录");
  await dialog.getByRole("button", { name: "撤销" }).click();
  await expect(panel(page, "报到期限")).toContainText("已撤销：同名误录");
  await expect(panel(page, "报到期限")).toContainText("2021-08-02 周一");
});

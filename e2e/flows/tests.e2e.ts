import type { Page } from "@playwright/test";
import { bodyRows } from "../lists.ts";
import { expect, test } from "../fixtures.ts";

const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const grid = (page: Page) => page.getByRole("table", { name: "应检人员和结果" });
const exceptions = (page: Page) => page.getByRole("list", { name: "例外" });
const positiveOf = (page: Page) =>
  page.getByRole("list", { name: "检测记录" }).getByRole("listitem").filter({ hasText: "阳性" }).first();

/** The one positive of the test day, by the queue that it stands in. */
async function openPositive(page: Page, step: string): Promise<void> {
  await page.goto(`/tests/waiting?step=${step}`);
  const found = bodyRows(page.getByRole("table", { name: "待办检测" })).filter({ hasText: "2021-12-31" });
  await found.getByRole("link", { name: /^办理/u }).click();
  await expect(panel(page, "检测窗口")).toBeVisible();
}

test("a test day by keyboard, and a positive from there to the answer of the police", async ({
  page,
  loginAs,
}) => {
  test.slow();
  await loginAs("caseworker");

  await test.step("enter the exceptions by keyboard; a reload loses nothing", async () => {
    await page.goto("/tests");
    await expect(grid(page)).toBeVisible();
    await grid(page).getByRole("combobox").first().focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("p");
    await page.keyboard.press("Enter");
    await page.keyboard.press("j");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("x");
    await expect(exceptions(page).getByRole("listitem")).toHaveCount(2);
    await exceptions(page).getByRole("textbox").last().fill("称身体不适");
    await page.reload();
    await expect(exceptions(page).getByRole("listitem")).toHaveCount(2);
    await expect(exceptions(page).getByRole("textbox").last()).toHaveValue("称身体不适");
    await expect(exceptions(page)).toContainText("没有已送达的检测通知书");
  });

  await test.step("complete the head, and confirm all others negative at once", async () => {
    const people = await bodyRows(grid(page)).count();
    await page.getByRole("button", { name: "登记检测日" }).click();
    await expect(page.getByText("请填写试剂批号")).toBeVisible();
    await page.getByLabel("试剂批号").fill("MOP-2112");
    await page.getByRole("combobox", { name: "第二检测人" }).fill("汤文俊");
    await page.getByRole("button", { name: "登记检测日" }).click();
    const summary = page.getByRole("dialog", { name: "核对后登记" });
    await expect(summary).toContainText(`其余 ${people - 3} 人：阴性`);
    await summary.getByRole("button", { name: "确认登记" }).click();
    await expect(page.getByText("女性的尿液样本由女性工作人员采集，请写明采集人")).toBeVisible();
    await page.getByRole("combobox", { name: "女性样本采集人" }).click();
    await page.getByTitle("汤文俊").last().click();
    await page.getByRole("button", { name: "登记检测日" }).click();
    await summary.getByRole("button", { name: "确认登记" }).click();
    await expect(page.getByRole("status").filter({ hasText: "已登记" })).toContainText(
      `阴性 ${people - 3}，阳性 1，拒检 1`,
    );
    await expect(page.getByRole("table", { name: "近期检测日" })).toContainText("MOP-2112");
    await page.getByRole("button", { name: "继续登记" }).click();
    // who refused and who was left out are still due
    await expect(bodyRows(grid(page))).toHaveCount(2);
  });

  await test.step("whoever recorded a positive does not review it", async () => {
    await openPositive(page, "review");
    await expect(positiveOf(page)).toContainText("登记阳性结果的人不能自己复核");
    await expect(positiveOf(page)).toContainText("是否复吸只由公安机关认定");
    await panel(page, "检测窗口").getByRole("button", { name: "显示为表格" }).click();
    await expect(page.getByRole("table", { name: "检测窗口表" })).toContainText("2021-12-31 阳性");
  });

  await test.step("a second person does", async () => {
    await loginAs("supervisor");
    await openPositive(page, "review");
    await positiveOf(page).getByRole("button", { name: "复核", exact: true }).click();
    const form = page.getByRole("form", { name: "复核" });
    await form.getByRole("radio", { name: "不能确认" }).check();
    await form.getByRole("button", { name: "保存" }).click();
    await expect(form.getByText("复核未确认的，请写明理由")).toBeVisible();
    await form.getByRole("radio", { name: "确认为阳性" }).check();
    await form.getByRole("button", { name: "保存" }).click();
    await expect(positiveOf(page)).toContainText("待报告公安机关");
    await expect(positiveOf(page)).toContainText("可以申请复检");
  });

  await test.step("report to the police, by two people", async () => {
    await loginAs("caseworker");
    await openPositive(page, "report");
    await positiveOf(page).getByRole("button", { name: "报告公安机关" }).click();
    const flow = page.getByRole("form", { name: "报告公安机关" });
    await flow.getByRole("button", { name: "下一步" }).click();
    await expect(flow.getByText("请填写报告文号")).toBeVisible();
    await flow.getByLabel("报告文号").fill("湘司社戒阳〔2021〕1号");
    await flow.getByRole("button", { name: "下一步" }).click();
    await flow.getByLabel("接收的公安机关").fill("湘阴县公安局禁毒大队");
    await flow.getByRole("button", { name: "下一步" }).click();
    await flow.getByRole("button", { name: "下一步" }).click();
    await expect(flow).toContainText("《戒毒条例》第二十一条");
    await flow.getByRole("button", { name: "提交复核" }).click();
    await expect(positiveOf(page)).toContainText("待复核");
    const downloading = page.waitForEvent("download");
    await positiveOf(page).getByRole("button", { name: "下载报告和回执（Word）" }).click();
    expect((await downloading).suggestedFilename()).toMatch(/^检测阳性情况报告.*\.docx$/u);

    await loginAs("supervisor");
    await page.goto("/approvals");
    const proposal = page.getByRole("region", { name: /^检测阳性报告公安机关/u });
    await expect(proposal).toContainText("湘司社戒阳〔2021〕1号，送湘阴县公安局禁毒大队");
    await proposal.getByRole("button", { name: "同意", exact: true }).click();
    await proposal.getByRole("button", { name: "同意", exact: true }).click();
    await expect(page.getByRole("status").filter({ hasText: "已同意" })).toBeVisible();
  });

  await test.step("record what the police decided", async () => {
    await loginAs("caseworker");
    await openPositive(page, "answer");
    await positiveOf(page).getByRole("button", { name: "登记公安机关处理" }).click();
    const form = page.getByRole("form", { name: "登记公安机关处理" });
    await form.getByRole("radio", { name: "责令继续执行" }).check();
    await form.getByRole("button", { name: "保存" }).click();
    await expect(positiveOf(page)).toContainText("公安机关已处理");
    await expect(page.locator("header").getByText("执行中")).toBeVisible();
  });

  await test.step("a day whose tests went on is not annulled as a whole, and says why", async () => {
    await page.goto("/tests");
    await expect(page.getByRole("table", { name: "近期检测日" })).toContainText("其中1人的检测之后已有登记");
  });
});

test("a random draw shows what anybody needs to compute it again", async ({ page, loginAs }) => {
  await loginAs("supervisor");
  await page.goto("/tests/draws");
  const form = page.getByRole("form", { name: "新的抽检" });
  await form.getByLabel("抽检事由").fill("第四季度毛发检测抽检");
  await form.getByLabel("抽取人数").fill("5");
  await form.getByLabel("分层").click();
  await page.getByTitle("工作站", { exact: true }).click();
  await form.getByRole("button", { name: "抽取" }).click();
  await expect(page.getByText("已按名单和种子重新计算，结果一致")).toBeVisible();
  await expect(bodyRows(page.getByRole("table", { name: "抽中人员" }))).toHaveCount(5);
  await expect(page.getByText(/文星街道中心站 \d+ 人中抽 \d+ 人/u)).toBeVisible();
  await expect(page.getByRole("table", { name: "历次抽检" })).toContainText("第四季度毛发检测抽检");
});

import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";

// These journeys move people, so they have a county of their own.
test.use({ appSettings: { APP_MODE: "training", SESSION_IDLE_MINUTES: "29" } });
test.describe.configure({ mode: "serial" });

/** Opens the transfers of somebody who is under supervision at the signed-in station. */
async function openTransfers(page: Page, position: number): Promise<string> {
  await page.goto("/enrollees?state=active");
  await page.getByRole("table").getByRole("link").nth(position).click();
  await page.getByRole("navigation", { name: "档案内容" }).getByRole("link", { name: "变更执行地" }).click();
  await expect(page.getByRole("heading", { name: "申请变更执行地" })).toBeVisible();
  return page.url();
}

async function fillDay(page: Page, label: string, day: string): Promise<void> {
  const input = page.getByRole("textbox", { name: label });
  await input.fill(day);
  await input.press("Enter");
}

async function send(page: Page, day: string): Promise<void> {
  await page.getByRole("button", { name: "转送材料" }).click();
  const form = page.getByRole("region", { name: "转送材料" });
  for (const material of ["决定书副本", "原协议书", "人员信息登记表", "吸毒检测记录", "走访谈话记录"]) {
    await form.getByRole("checkbox", { name: material }).check();
  }
  await form.getByRole("textbox", { name: "函件编号" }).fill("湘阴社戒移〔2021〕1号");
  await fillDay(page, "转送日期", day);
  await form.getByRole("button", { name: "转送材料" }).click();
  await expect(page.getByText("材料已转送").first()).toBeVisible();
}

test("out of the county: the case stays here until the receiver's receipt", async ({ page, loginAs }) => {
  await loginAs("caseworker");
  const address = await openTransfers(page, 3);
  await page.getByRole("textbox", { name: "变更后的执行地" }).fill("汨罗市长乐镇");
  await fillDay(page, "申请日期", "2021-12-01");
  await page.getByRole("button", { name: "提交申请" }).click();
  await expect(page.getByText("请写明变更的原因")).toBeVisible();
  await page.getByRole("textbox", { name: "变更原因" }).fill("随配偶迁居");
  await page.getByRole("button", { name: "提交申请" }).click();
  await expect(page.getByText("已提交申请")).toBeVisible();
  await expect(page.getByText("还缺 决定书副本、原协议书")).toBeVisible();
  await send(page, "2021-12-03");
  await expect(page.getByText("变更执行地中").first()).toBeVisible();

  await page.goto("/transfers");
  await expect(page.getByText("有 1 件材料转送后，报到期限已过仍未收到回执")).toBeVisible();
  await page.getByRole("button", { name: "只看这些" }).click();
  await expect(page).toHaveURL(/late=true/u);
  await expect(page.getByText("共 1 件", { exact: true })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "汨罗市长乐镇" })).toContainText("28 天");

  await page.goto(address);
  await page.getByRole("link", { name: "打印移送函和材料清单" }).click();
  await expect(page.getByRole("heading", { name: "变更执行地材料移送函" })).toBeVisible();
  await expect(page.getByText("编号：湘阴社戒移〔2021〕1号")).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "走访谈话记录" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "打印" })).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  await page.goto(address);
  await page.getByRole("button", { name: "登记接收回执" }).click();
  const receipt = page.getByRole("region", { name: "登记接收回执" });
  await receipt.getByRole("textbox", { name: "回执编号" }).fill("汨社戒回〔2021〕2号");
  await receipt.getByRole("textbox", { name: "接收人" }).fill("长乐镇人民政府 周某");
  await fillDay(page, "回执日期", "2021-12-20");
  await receipt.getByRole("button", { name: "登记接收回执" }).click();
  await expect(page.getByText("接收地已回执")).toBeVisible();
  await expect(page.getByText("已转出").first()).toBeVisible();
  await expect(page.getByText("现在不能申请：案件已经结束")).toBeVisible();
});

test("within the county: the receiving station has the file once the bureau sent it, and takes it over", async ({
  page,
  loginAs,
}) => {
  await loginAs("caseworker");
  const address = await openTransfers(page, 4);
  await page.getByRole("radio", { name: "县内变更" }).check();
  await page.getByRole("combobox", { name: "接收工作站" }).click();
  await page.getByTitle("石塘镇中心站", { exact: true }).click();
  await page.getByRole("textbox", { name: "变更原因" }).fill("迁居石塘镇");
  await fillDay(page, "申请日期", "2021-12-20");
  await page.getByRole("button", { name: "提交申请" }).click();
  await expect(page.getByText("已提交申请")).toBeVisible();
  const term = await page.getByRole("meter", { name: "执行期限" }).getAttribute("aria-valuetext");

  await loginAs("supervisor");
  await page.goto(address);
  await send(page, "2021-12-21");
  await expect(page.getByText("石塘镇中心站 · 责任人").first()).toBeVisible();

  await loginAs("caseworker");
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "没有找到这份档案" })).toBeVisible();

  await loginAs("caseworker-shitang");
  await page.goto(address);
  await page.getByRole("button", { name: "接收", exact: true }).click();
  await fillDay(page, "接收日期", "2021-12-22");
  await page.getByRole("region", { name: "接收" }).getByRole("button", { name: "接收", exact: true }).click();
  await expect(page.getByText("应于 2022-01-06 周四 前到新执行地报到")).toBeVisible();
  await expect(page.getByText("待报到").first()).toBeVisible();
  expect(await page.getByRole("meter", { name: "执行期限" }).getAttribute("aria-valuetext")).toBe(term);
});

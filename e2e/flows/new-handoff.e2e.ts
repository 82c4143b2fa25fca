import { inventedIdentity } from "@rehab/testkit/invented-numbers";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";

// These journeys add people, so they have a county of their own.
test.use({ appSettings: { APP_MODE: "training", LOG_LEVEL: "error" } });
test.describe.configure({ mode: "serial" });

const { idNumber, birthDate } = inventedIdentity(4242, "male");
const wrongNumber = idNumber.slice(0, 17) + (idNumber.endsWith("0") ? "1" : "0");

async function search(page: Page, words: { name: string; idNumber?: string }): Promise<void> {
  await page.getByRole("textbox", { name: "姓名" }).fill(words.name);
  await page.getByRole("textbox", { name: "证件号码" }).fill(words.idNumber ?? "");
  await page.getByRole("main").getByRole("button", { name: "查找" }).click();
  await expect(page.getByRole("region", { name: "可能相符的人员" })).toBeVisible();
}

async function fillDay(page: Page, label: string, day: string): Promise<void> {
  const input = page.getByRole("textbox", { name: label });
  await input.fill(day);
  await input.press("Enter");
}

const record = (page: Page) => page.getByRole("button", { name: "登记", exact: true }).click();

test("a new person is searched first, and a wrong check digit is seen while it is typed", async ({
  page,
  loginAs,
}) => {
  await loginAs("supervisor");
  await page.goto("/enrollees");
  await page.getByRole("button", { name: "新建移交" }).click();
  await page.getByRole("textbox", { name: "证件号码" }).fill(wrongNumber);
  await expect(page.getByText("身份证号校验位不对")).toBeVisible();
  await page.getByRole("textbox", { name: "证件号码" }).fill(idNumber);
  await expect(page.getByText(`号码正确：${birthDate} 出生，男`)).toBeVisible();

  await search(page, { name: "牛新来", idNumber });
  await expect(page.getByText("没有找到相符的人员")).toBeVisible();
  await page.getByRole("button", { name: "登记为新人员" }).click();
  await expect(page.getByRole("textbox", { name: "证件号码" })).toHaveValue(idNumber);
  await record(page);
  await expect(page.getByText("请选择工作站")).toBeVisible();

  await page.getByRole("combobox", { name: "工作站" }).click();
  await page.getByTitle("石塘镇中心站", { exact: true }).click();
  await page.getByRole("textbox", { name: "决定书文号" }).fill("湘公（禁）社戒决字〔2021〕901号");
  await fillDay(page, "本人收到决定书", "2021-12-27");
  await page.getByRole("checkbox", { name: "决定书副本" }).check();
  await record(page);
  await expect(page.getByRole("status").filter({ hasText: "新增人员并建立案件" })).toContainText(
    "应于 2022-01-11 前报到",
  );

  await page.getByRole("link", { name: "打开档案" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("牛**");
  await expect(page.getByText("石塘镇中心站 · 责任人")).toBeVisible();
  await expect(page.getByText("待报到").first()).toBeVisible();
});

test("a returning person is found by the sound of the name and gets a second case in the same file", async ({
  page,
  loginAs,
}) => {
  await loginAs("supervisor");
  await page.goto("/handoffs/new");
  await search(page, { name: "牛欣徕" });
  const candidate = page.getByRole("listitem").filter({ hasText: "牛**" });
  await expect(candidate).toContainText("姓名同音");
  await expect(candidate).toContainText("石塘镇中心站");
  await candidate.getByRole("button", { name: /^是这个人/u }).click();

  await page.getByRole("textbox", { name: "决定书文号" }).fill("湘公（禁）社戒决字〔2021〕902号");
  await fillDay(page, "本人收到决定书", "2021-12-29");
  await record(page);
  const doubts = page.getByRole("alert", { name: "登记前请确认" });
  await expect(doubts).toContainText("此人还有一份决定书正在执行");
  await doubts.getByRole("checkbox").check();
  await record(page);
  await expect(doubts.getByText("请写明怎样核实的")).toBeVisible();
  await doubts.getByRole("textbox", { name: "怎样核实的" }).fill("已电话向禁毒大队核实");
  await record(page);
  await expect(page.getByRole("status").filter({ hasText: "为原有人员建立新的案件" })).toBeVisible();

  await page.getByRole("link", { name: "打开档案" }).click();
  const earlier = page.getByRole("region", { name: "以前的措施" });
  await earlier.getByRole("button", { name: /^第 1 次/u }).click();
  await expect(earlier.getByText("湘公（禁）社戒决字〔2021〕901号")).toBeVisible();
  await expect(page.getByText("湘公（禁）社戒决字〔2021〕902号").first()).toBeVisible();
  // The name that was typed is another name of the same person from now on.
  await page.goto("/enrollees");
  await page.getByRole("searchbox", { name: "查找人员" }).fill("牛欣徕");
  await expect(page.getByText("共 1 人", { exact: true })).toBeVisible();
});

test("a case from another county goes on with its term", async ({ page, loginAs }) => {
  await loginAs("supervisor");
  await page.goto("/transfers");
  await page.getByRole("button", { name: "登记转入" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "登记转入" })).toBeVisible();
  await search(page, { name: "马外来", idNumber: inventedIdentity(4243, "female").idNumber });
  await page.getByRole("button", { name: "登记为新人员" }).click();
  await page.getByRole("combobox", { name: "工作站" }).click();
  await page.getByTitle("石塘镇中心站", { exact: true }).click();
  await page.getByRole("textbox", { name: "决定书文号" }).fill("邻公（禁）社戒决字〔2020〕077号");
  await fillDay(page, "本人收到决定书", "2020-03-02");
  await page.getByRole("textbox", { name: "原执行地" }).fill("邻县城关镇");
  await fillDay(page, "原报到日期", "2020-03-10");
  await fillDay(page, "变更日期", "2021-12-20");
  await page.getByRole("textbox", { name: "变更原因" }).fill("迁居本县");
  await record(page);
  await page.getByRole("link", { name: "打开档案" }).click();
  await expect(page.getByText("2020-03-10 周二 至 2023-03-09 周四")).toBeVisible();
  await page.getByRole("navigation", { name: "档案内容" }).getByRole("link", { name: "变更执行地" }).click();
  await expect(page.getByText("应于 2022-01-04 周二 前到新执行地报到")).toBeVisible();
});

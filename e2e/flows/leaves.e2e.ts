import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";

// These journeys send people away and move the day, so they have a county of their own.
test.use({ appSettings: { APP_MODE: "training", SESSION_IDLE_MINUTES: "26" } });
test.describe.configure({ mode: "serial" });

async function fillDay(page: Page, label: string, day: string): Promise<void> {
  const input = page.getByRole("textbox", { name: label });
  await input.fill(day);
  await input.press("Enter");
}

async function moveDay(page: Page, loginAs: (who: string) => Promise<void>, day: string): Promise<void> {
  await loginAs("admin");
  const csrf = await page.request.get("/api/v1/session");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const moved = await page.request.put("/api/v1/clock", {
    data: { today: day },
    headers: { "x-csrf-token": csrfToken },
  });
  expect(moved.ok(), await moved.text()).toBe(true);
  await loginAs("caseworker");
}

let address = "";

test("a leave is reported, extended, overrun and checked back", async ({ page, loginAs }) => {
  test.setTimeout(120_000);
  await loginAs("caseworker");
  await page.goto("/enrollees?state=active");
  await page.getByRole("table").getByRole("link").nth(5).click();
  const tabs = page.getByRole("navigation", { name: "档案内容" });
  await tabs.getByRole("link", { name: "外出请假" }).click();
  await expect(page.getByRole("heading", { name: "外出台账" })).toBeVisible();
  address = page.url();

  await page.getByRole("button", { name: "登记外出报告" }).click();
  await page.getByRole("textbox", { name: "目的地" }).fill("长沙市");
  await page.getByRole("textbox", { name: "事由" }).fill("务工面试");
  await fillDay(page, "应返回日期", "2021-12-30");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("返回日期不能早于外出日期")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "目的地" })).toHaveValue("长沙市");
  await fillDay(page, "应返回日期", "2022-01-05");
  await page.getByRole("button", { name: "保存" }).click();
  const leave = page.getByRole("listitem").filter({ hasText: "长沙市" });
  await expect(leave.getByText("外出中")).toBeVisible();

  await moveDay(page, loginAs, "2022-01-05");
  await page.goto(address);
  await leave.getByRole("button", { name: "续假" }).click();
  await fillDay(page, "续假至", "2022-01-10");
  await page.getByRole("textbox", { name: "理由" }).fill("车票改签");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(leave.getByText("至 2022-01-10")).toBeVisible();

  await moveDay(page, loginAs, "2022-01-14");
  await page.goto("/leaves?queue=overdue");
  await expect(page.getByRole("listitem").filter({ hasText: "长沙市" })).toContainText("擅自 4 天");
  await page.goto("/workbench?queue=overdue&kind=leave_return");
  await expect(page.getByRole("row").filter({ hasText: "2022-01-10" })).toContainText("逾期 4 天");

  await page.goto(address);
  await expect(leave.getByText("超期未归")).toBeVisible();
  await leave.getByRole("button", { name: "销假" }).click();
  await page.getByRole("button", { name: "保存" }).click();
  await expect(leave.getByText("已销假")).toBeVisible();
  await expect(page.getByText("4 / 31")).toBeVisible();
  await expect(page.getByText("1 / 3", { exact: true })).toBeVisible();
});

test("somebody who left without a word is away without authority from the first day", async ({
  page,
  loginAs,
}) => {
  await loginAs("caseworker");
  await page.goto("/enrollees?state=active");
  await page.getByRole("table").getByRole("link").nth(7).click();
  await page.getByRole("navigation", { name: "档案内容" }).getByRole("link", { name: "外出请假" }).click();
  await page.getByRole("button", { name: "登记擅自离开" }).click();
  await fillDay(page, "离开日期", "2022-01-12");
  await page.getByRole("textbox", { name: "如何发现" }).fill("村干部反映已外出务工");
  await page.getByRole("button", { name: "保存" }).click();
  const absence = page.getByRole("listitem").filter({ hasText: "村干部反映" });
  await expect(absence.getByText("擅自离开未归")).toBeVisible();
  await expect(absence.getByText("擅自 3 天")).toBeVisible();
  await absence.getByRole("button", { name: "撤销" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("核实后本人在家");
  await dialog.getByRole("button", { name: "撤销" }).click();
  await expect(absence.getByText("已撤销：核实后本人在家")).toBeVisible();
});

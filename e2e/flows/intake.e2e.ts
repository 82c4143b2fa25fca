import type { Page } from "@playwright/test";
import { maskIdNumber } from "@rehab/domain/identity/id-number";
import { inventedIdentity } from "@rehab/testkit/invented-numbers";
import { trainingAccounts } from "@rehab/testkit/training-accounts";
import { bodyRows } from "../lists.ts";
import { expect, test } from "../fixtures.ts";

// These journeys move people between stations, so they have a county of their own.
test.use({ appSettings: { APP_MODE: "training", CIPHER: "aes-256-gcm" } });
test.describe.configure({ mode: "serial" });

const queue = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "待办队列" }).getByRole("link", { name });
const list = (page: Page) => bodyRows(page.getByRole("table", { name: "衔接移交" }));
const action = (page: Page, name: string) =>
  page.getByRole("group", { name: "办理" }).getByRole("button", { name, exact: true });
const ladder = (page: Page) => page.getByRole("list", { name: "衔接报到进度" });
const rung = (page: Page, name: string) =>
  ladder(page)
    .getByRole("listitem")
    .filter({ hasText: new RegExp(`^${name}`, "u") });

const caseworkers: Readonly<Record<string, string>> = Object.fromEntries(
  trainingAccounts.map(({ stationName, username }) => [stationName, username]),
);

/** The person of these journeys: handed over in December and not reported in yet; and whose it is in the end. */
const orderOf = { caseId: "", enrolleeId: "", caseworker: "" };

test("every queue is as long as its count", async ({ page, loginAs }) => {
  await loginAs("supervisor");
  await page.goto("/");
  const card = page.getByRole("region", { name: "衔接报到" });
  await expect(card.getByRole("listitem").filter({ hasText: "逾期未报到" })).toContainText("4 人");
  await card.getByRole("listitem").filter({ hasText: "报到期内" }).getByRole("link").click();
  await expect(page).toHaveURL(/queue=report_due/u);
  await expect(list(page)).toHaveCount(2);
  for (const [name, count] of [
    ["待接收", 6],
    ["逾期未报到", 4],
  ] as const) {
    await expect(queue(page, name)).toHaveText(`${name}${count}`);
    await queue(page, name).click();
    await expect(list(page)).toHaveCount(count);
  }
});

test("a station gives an assignment back, the bureau sees the loads and assigns it anew", async ({
  page,
  loginAs,
}) => {
  await loginAs("supervisor");
  const answer = await page.request.get("/api/v1/handoffs?queue=report_due");
  const { rows } = (await answer.json()) as {
    rows: { caseId: string; enrolleeId: string; stationName: string; handoffState: string }[];
  };
  const waiting = rows.find(({ handoffState }) => handoffState === "assigned");
  expect(waiting).toBeDefined();
  const { caseId, enrolleeId, stationName } = waiting!;
  Object.assign(orderOf, { caseId, enrolleeId });
  await loginAs(caseworkers[stationName] ?? "");
  await page.goto(`/handoffs/${caseId}`);
  await action(page, "退回司法局").click();
  const dialog = page.getByRole("dialog", { name: "退回司法局" });
  await dialog.getByRole("button", { name: "退回司法局" }).click();
  await expect(dialog.getByText("请写明理由")).toBeVisible();
  await dialog.getByLabel("理由").fill("实际居住在洋沙湖镇");
  await dialog.getByRole("button", { name: "退回司法局" }).click();
  await expect(dialog).toBeHidden();
  await expect(action(page, "接收")).toBeDisabled();

  await loginAs("supervisor");
  await page.goto("/");
  const card = page.getByRole("region", { name: "衔接报到" });
  await card.getByRole("listitem").filter({ hasText: "待指派" }).getByRole("link").click();
  await expect(list(page)).toHaveCount(1);
  await expect(list(page)).toContainText("工作站已退回");
  await page.getByRole("button", { name: /^指派：/u }).click();
  const drawer = page.getByRole("dialog", { name: "指派工作站" });
  const target = stationName === "文星街道中心站" ? "石塘镇中心站" : "文星街道中心站";
  await expect(drawer.getByText(/^在册 \d+ 人 \/ \d+ 名工作人员$/u)).toHaveCount(5);
  await drawer.getByRole("radio", { name: new RegExp(`^${target}`, "u") }).check();
  await drawer.getByRole("button", { name: "指派工作站" }).click();
  await expect(drawer).toBeHidden();
  await expect(queue(page, "待指派")).toHaveText("待指派0");
  await page.goto(`/handoffs/${caseId}`);
  await expect(page.getByRole("main")).toContainText(target);
  orderOf.caseworker = caseworkers[target] ?? "caseworker";
});

test("the station takes the case on and brings it to its plan", async ({ page, loginAs }) => {
  test.slow();
  await loginAs(orderOf.caseworker);
  await page.goto("/handoffs?queue=to_acknowledge");
  await expect(queue(page, "待接收")).toHaveText(/^待接收\d+$/u);
  const before = Number((await queue(page, "待接收").innerText()).replace(/\D/gu, ""));
  await page.goto(`/handoffs/${orderOf.caseId}`);
  await action(page, "接收").click();
  await expect(rung(page, "接收")).toContainText("已完成");
  await page.goto("/handoffs?queue=to_acknowledge");
  await expect(queue(page, "待接收")).toHaveText(`待接收${before - 1}`);

  await page.goto(`/enrollees/${orderOf.enrolleeId}`);
  await page.getByRole("link", { name: "衔接报到", exact: true }).click();
  await expect(page).toHaveURL(/\/intake$/u);
  await rung(page, "报到")
    .getByRole("button", { name: /第十四条|第三十八条/u })
    .hover();
  await expect(page.getByText(/本人收到决定书，当日不计入/u)).toBeVisible();

  await rung(page, "报到").getByLabel("出示证件").fill("");
  await rung(page, "报到").getByRole("button", { name: "登记", exact: true }).click();
  await expect(rung(page, "报到").getByText("请填写出示的证件")).toBeVisible();
  await rung(page, "报到").getByLabel("出示证件").fill("居民身份证");
  await rung(page, "报到").getByLabel("陪同人").fill("父亲");
  await rung(page, "报到").getByRole("button", { name: "登记", exact: true }).click();
  await expect(rung(page, "报到")).toContainText("已完成");

  await rung(page, "告知").getByRole("button", { name: "登记", exact: true }).click();
  await expect(rung(page, "告知")).toContainText("已完成");
  await rung(page, "协议").getByLabel("协议编号").fill("协〔2021〕99号");
  await rung(page, "协议").getByLabel("乡（镇）、街道签订人").fill("周镇长");
  await rung(page, "协议").getByRole("button", { name: "登记", exact: true }).click();
  await expect(rung(page, "协议")).toContainText("已完成");

  const team = page.getByRole("region", { name: "工作小组" });
  await expect(rung(page, "工作小组")).toContainText("先添加成员");
  await addMember(page, "专职工作人员", "李林斌");
  await expect(team).toContainText("社区民警、社区医务人员、家庭成员、禁毒志愿者");
  await addMember(page, "社区民警", "王警官", "13900000021");
  await expect(team).toContainText("139****0021");
  await expect(rung(page, "工作小组")).toContainText("尚缺 社区医务人员、家庭成员、禁毒志愿者");
  await addMember(page, "社区医务人员", "刘医生");
  await addMember(page, "家庭成员", "母亲");
  await addMember(page, "禁毒志愿者", "赵志愿");
  await expect(team).toContainText("五类成员齐全");
  await rung(page, "工作小组").getByRole("button", { name: "登记小组成立" }).click();
  await expect(rung(page, "工作小组")).toContainText("已完成");

  await rung(page, "计划").getByLabel("计划目标").fill("稳定就业，按期检测");
  await rung(page, "计划").getByRole("checkbox", { name: "就业援助" }).check();
  await rung(page, "计划").getByRole("button", { name: "登记", exact: true }).click();
  await expect(rung(page, "计划")).toContainText("已完成");

  await page.getByRole("link", { name: "时间线" }).click();
  const timeline = page.getByRole("region", { name: "时间线" });
  await expect(timeline.getByRole("listitem").filter({ hasText: "协〔2021〕99号" })).toHaveCount(1);
  await expect(timeline.getByRole("listitem").filter({ hasText: "稳定就业，按期检测" })).toHaveCount(1);
});

test("a step that was recorded wrongly is annulled, the later ones first", async ({ page, loginAs }) => {
  await loginAs(orderOf.caseworker);
  await page.goto(`/enrollees/${orderOf.enrolleeId}/intake`);
  await expect(page.getByRole("button", { name: "撤销：报到", exact: true })).toBeDisabled();
  await page.getByRole("button", { name: "撤销：制定计划" }).click();
  const dialog = page.getByRole("dialog", { name: "撤销记录" });
  await dialog.getByLabel("理由").fill("目标填错");
  await dialog.getByRole("button", { name: /撤\s*销/u }).click();
  await expect(dialog).toBeHidden();
  await expect(rung(page, "计划")).toContainText("待办");
  await expect(rung(page, "计划").getByLabel("计划目标")).toBeVisible();
});

test("what is not to be carried out here goes back to the police", async ({ page, loginAs }) => {
  await loginAs("supervisor");
  await page.goto("/handoffs?queue=report_overdue");
  await expect(list(page)).toHaveCount(4);
  await list(page).first().getByRole("link").first().click();
  await action(page, "退回公安机关").click();
  const dialog = page.getByRole("dialog", { name: "退回公安机关" });
  await dialog.getByLabel("理由").fill("户籍地和居住地均在外县");
  await dialog.getByRole("button", { name: "退回公安机关" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("已退回公安机关");
  await expect(action(page, "重新指派")).toBeDisabled();
  await page.goto("/handoffs?queue=report_overdue");
  await expect(queue(page, "逾期未报到")).toHaveText("逾期未报到3");
  await expect(queue(page, "已退回公安")).toHaveText("已退回公安1");
});

test("somebody taken over without an ID number gets it, and nobody else's", async ({ page, loginAs }) => {
  await loginAs("supervisor");
  const search = await page.request.post("/api/v1/enrollees/search", {
    data: { standing: "all", limit: 200 },
    headers: { "x-csrf-token": await csrfToken(page) },
  });
  const { rows } = (await search.json()) as { rows: { id: string; maskedIdNumber: string | null }[] };
  const provisional = rows.filter(({ maskedIdNumber }) => maskedIdNumber === null);
  expect(provisional).toHaveLength(1);
  await page.goto(`/enrollees/${provisional[0]?.id}/intake`);
  await action(page, "补全证件号码").click();
  const dialog = page.getByRole("dialog", { name: "补全证件号码" });
  await dialog.getByLabel("证件号码").fill("430624196906279426");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog.getByText("身份证号校验位不对")).toBeVisible();

  await dialog.getByLabel("证件号码").fill("430624196906279425");
  await dialog.getByRole("button", { name: "核对" }).click();
  await expect(dialog.getByRole("region", { name: "已登记的人" })).toContainText("4306**********9425");
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog.getByText("这个证件号码已登记在另一人名下，请核对是否同一人。")).toBeVisible();

  const { idNumber } = inventedIdentity(11, "male");
  await dialog.getByLabel("证件号码").fill(idNumber);
  await dialog.getByRole("checkbox", { name: "登记的出生日期有误，以证件为准" }).check();
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(maskIdNumber(idNumber))).toBeVisible();
  await expect(page.getByText("临时建档")).toHaveCount(0);
});

async function csrfToken(page: Page): Promise<string> {
  const session = await page.request.get("/api/v1/session");
  return ((await session.json()) as { csrfToken: string }).csrfToken;
}

async function addMember(page: Page, role: string, name: string, phone = ""): Promise<void> {
  await page.getByRole("button", { name: "添加成员" }).click();
  const dialog = page.getByRole("dialog", { name: "添加成员" });
  await dialog.getByRole("combobox", { name: "身份" }).click();
  await page.getByTitle(role, { exact: true }).last().click();
  await dialog.getByLabel("姓名").fill(name);
  await dialog.getByLabel("电话").fill(phone);
  await dialog.getByRole("button", { name: "保存" }).click();
  await expect(dialog).toBeHidden();
}

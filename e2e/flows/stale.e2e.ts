import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";

// These journeys change records, so they have a county of their own.
test.use({ appSettings: { APP_MODE: "training", SESSION_IDLE_MINUTES: "27" } });
test.describe.configure({ mode: "serial" });

/** Who saved it and when: 王某（局机关）2021-12-31 10:05 保存了这条记录。 */
const savedBy = /(?:的工作人员|您本人（另一个窗口）)于 2021-12-31 \d{2}:\d{2} 保存了这条记录。/u;
const conflict = (page: Page) => page.getByRole("region", { name: "这条记录刚被他人修改" });

async function openRecord(page: Page, caseId: string) {
  await page.goto(`/handoffs/${caseId}`);
  await page.getByRole("button", { name: "修改移交记录" }).click();
  const form = page.getByRole("dialog", { name: "修改移交记录" });
  await expect(form.getByRole("textbox", { name: "责任民警" })).toBeVisible();
  return form;
}

test("two people change one record: the second sees both sides and nothing is lost", async ({
  page,
  context,
  loginAs,
}) => {
  await loginAs("supervisor");
  const answer = await page.request.get("/api/v1/handoffs?queue=report_due");
  const { rows } = (await answer.json()) as { rows: { caseId: string }[] };
  const caseId = rows[0]?.caseId ?? "";
  const mine = await openRecord(page, caseId);
  const otherPage = await context.newPage();
  const theirs = await openRecord(otherPage, caseId);

  await mine.getByRole("textbox", { name: "备注" }).fill("已与家属联系");
  await theirs.getByRole("textbox", { name: "责任民警" }).fill("邹警官");
  await theirs.getByRole("textbox", { name: "备注" }).fill("家属电话停机");
  await theirs.getByRole("button", { name: /^保\s*存$/u }).click();
  await expect(theirs).toBeHidden();

  await mine.getByRole("button", { name: /^保\s*存$/u }).click();
  await expect(conflict(page)).toContainText(savedBy);
  const note = conflict(page).getByRole("row", { name: /^备注/u });
  await expect(note).toContainText("家属电话停机");
  await expect(note).toContainText("已与家属联系");
  // What only the other person changed is taken over; what both changed waits for a choice.
  await expect(conflict(page).getByRole("radio", { name: "责任民警：用对方保存的" })).toBeChecked();
  await expect(mine.getByRole("textbox", { name: "责任民警" })).toHaveValue("邹警官");
  await expect(mine.getByRole("textbox", { name: "备注" })).toHaveValue("已与家属联系");
  await conflict(page).getByRole("radio", { name: "备注：用对方保存的" }).check();
  await expect(mine.getByRole("textbox", { name: "备注" })).toHaveValue("家属电话停机");
  await conflict(page).getByRole("radio", { name: "备注：用您填写的" }).check();
  await mine.getByRole("button", { name: /^保\s*存$/u }).click();
  await expect(mine).toBeHidden();

  const saved = await openRecord(otherPage, caseId);
  await expect(saved.getByRole("textbox", { name: "责任民警" })).toHaveValue("邹警官");
  await expect(saved.getByRole("textbox", { name: "备注" })).toHaveValue("已与家属联系");
});

test("two people close one goal: the second sees how it was closed and keeps the typed words", async ({
  page,
  context,
  loginAs,
}) => {
  await loginAs("caseworker");
  const answer = await page.request.get("/api/v1/enrollees?state=active&limit=1");
  const { rows } = (await answer.json()) as { rows: { id: string }[] };
  await page.goto(`/enrollees/${rows[0]?.id}/contacts`);
  await page.getByRole("button", { name: "增加目标" }).click();
  const added = page.getByRole("form", { name: "增加目标" });
  await added.getByRole("textbox", { name: "目标" }).fill("参加一次招聘会");
  const due = added.getByRole("textbox", { name: "期限" });
  await due.fill("2022-03-31");
  await due.press("Enter");
  await added.getByRole("button", { name: /^保\s*存$/u }).click();
  await expect(added).toBeHidden();

  const otherPage = await context.newPage();
  await otherPage.goto(`/enrollees/${rows[0]?.id}/contacts`);
  const goalOn = (where: Page) =>
    where.getByRole("list", { name: "计划目标" }).getByRole("listitem").filter({ hasText: "参加一次招聘会" });
  for (const where of [page, otherPage]) {
    await goalOn(where).getByRole("button", { name: "登记结果" }).click();
  }
  await goalOn(page).getByRole("textbox", { name: "说明" }).fill("本人没有去");
  await goalOn(otherPage).getByRole("textbox", { name: "说明" }).fill("已签到，有照片");
  await goalOn(otherPage)
    .getByRole("button", { name: /^保\s*存$/u })
    .click();
  await expect(goalOn(otherPage).getByRole("form")).toBeHidden();

  await goalOn(page)
    .getByRole("button", { name: /^保\s*存$/u })
    .click();
  await expect(conflict(page)).toContainText("已签到，有照片");
  await expect(conflict(page)).toContainText(savedBy);
  await expect(goalOn(page).getByRole("textbox", { name: "说明" })).toHaveValue("本人没有去");
  await conflict(page).getByRole("button", { name: "放弃我的修改" }).click();
  await expect(goalOn(page)).toContainText("已签到，有照片");
});

test("two people type one list: the second sees both lists and keeps the own one", async ({
  page,
  context,
  loginAs,
}) => {
  await loginAs("supervisor");
  await page.goto("/reconciliations/new?year=2021&month=12");
  await page.getByLabel("公安机关核对人").fill("黄立新");
  await page.getByRole("radio", { name: /^手工录入/u }).check();
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await expect(page).toHaveURL(/\/reconciliations\/[0-9a-f-]{36}$/u);
  const otherPage = await context.newPage();
  await otherPage.goto(page.url());
  const nameOn = (where: Page, row = 1) => where.getByLabel(`姓名 ${row}`, { exact: true });
  const sendOn = (where: Page) => where.getByRole("button", { name: /^核对录入的 \d+ 行$/u }).click();
  await nameOn(page).fill("白桦");
  await nameOn(otherPage).fill("白杨");
  await sendOn(otherPage);
  const oddOn = (where: Page) => where.getByText(/我方在册\d+人，名单只有1行$/u);
  await expect(oddOn(otherPage)).toBeVisible();

  await sendOn(page);
  await expect(conflict(page)).toContainText(savedBy);
  await expect(conflict(page).getByRole("cell", { name: "白杨" })).toBeVisible();
  await expect(conflict(page).getByRole("cell", { name: "白桦" })).toBeVisible();
  await expect(nameOn(page)).toHaveValue("白桦");
  await sendOn(page);
  await expect(conflict(page)).toBeHidden();
  await expect(oddOn(page)).toBeVisible();

  // The other person explains a list that is no longer there: what was typed stays beside it.
  await otherPage.getByPlaceholder("例如：已与禁毒大队电话核实").fill("只移交一人");
  await otherPage.getByRole("button", { name: "说明理由，使用这份名单" }).click();
  await expect(conflict(otherPage)).toContainText(savedBy);
  await expect(conflict(otherPage).getByRole("cell", { name: "只移交一人" })).toBeVisible();
  await expect(otherPage.getByPlaceholder("例如：已与禁毒大队电话核实")).toHaveValue("只移交一人");
});

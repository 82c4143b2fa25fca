import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";

// These journeys change records, so they have a county of their own.
test.use({ appSettings: { APP_MODE: "training", SESSION_IDLE_MINUTES: "27" } });
test.describe.configure({ mode: "serial" });

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
  await expect(conflict(page)).toBeVisible();
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
  await expect(goalOn(page).getByRole("textbox", { name: "说明" })).toHaveValue("本人没有去");
  await conflict(page).getByRole("button", { name: "放弃我的修改" }).click();
  await expect(goalOn(page)).toContainText("已签到，有照片");
});

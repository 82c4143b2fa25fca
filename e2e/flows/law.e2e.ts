import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";

// The journey changes the law of the county for a while, so it has one of its own; it runs on the national cipher.
test.use({ appSettings: { APP_MODE: "training", CIPHER: "sm4-gcm" } });

interface Waiting {
  readonly id: string;
  readonly measure: string;
  readonly receivedOn: string | null;
  readonly reportDueOn: string | null;
}

/** People under 社区戒毒 who have not reported in, by the day on which they received their order. */
async function waitingPeople(page: Page): Promise<Waiting[]> {
  const found: Waiting[] = [];
  for (const state of ["pending_report", "overdue_report"]) {
    const answer = await page.request.get(`/api/v1/enrollees?state=${state}&limit=200`);
    found.push(...((await answer.json()) as { rows: Waiting[] }).rows);
  }
  return found
    .filter(({ measure, receivedOn }) => measure === "community_detox" && receivedOn !== null)
    .sort((a, b) => ((a.receivedOn ?? "") < (b.receivedOn ?? "") ? -1 : 1));
}

test("a new version shows whom it touches, and only cases that begin later follow it", async ({
  page,
  loginAs,
}) => {
  await loginAs("supervisor");
  const waiting = await waitingPeople(page);
  const first = waiting[0]!;
  const last = waiting.at(-1)!;
  expect(first.receivedOn! < last.receivedOn!).toBe(true);
  const touched = waiting.filter(({ receivedOn }) => receivedOn === last.receivedOn).length;

  await loginAs("admin");
  await page.goto("/law");
  await page.getByRole("link", { name: "T1", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("T1 社区戒毒报到");
  await page.getByRole("button", { name: "新增版本" }).click();
  const form = page.getByRole("form", { name: "新增版本" });
  await form.getByLabel("期限").fill("10");
  await form.getByLabel("施行起始日").fill(last.receivedOn!);
  await form.getByLabel("施行起始日").press("Enter");
  await form.getByLabel("依据的文件").fill("县禁毒委〔2021〕9号");
  await form.getByRole("button", { name: "看影响" }).click();
  await expect(form.getByText("期限改了，内容中的天数还是原来的，请一并修改")).toBeVisible();
  await form.getByLabel("内容").fill("本人收到决定书后10日内到执行地报到。");
  await form.getByRole("button", { name: "看影响" }).click();
  await expect(page.getByText(new RegExp(`^${touched} 人的日期或者计次会变`, "u"))).toBeVisible();
  await expect(page.getByText("名单只对有权查看人员的岗位显示；您看到的是各站人数。")).toBeVisible();

  await page.getByRole("button", { name: "保存，自起始日施行" }).click();
  await expect(form.getByText("起始日已过：须写明为什么从过去的日期起算，以及改变了什么")).toBeVisible();
  await form.getByLabel("从过去起算的理由").fill("文件月初施行，今日收到");
  await page.getByRole("button", { name: "保存，自起始日施行" }).click();
  await expect(page.getByRole("row", { name: /县禁毒委〔2021〕9号/u })).toContainText("10 日（自然日）");

  await loginAs("supervisor");
  const after = await waitingPeople(page);
  const dueOf = (id: string) => after.find((person) => person.id === id)?.reportDueOn;
  expect(dueOf(first.id)).toBe(first.reportDueOn);
  expect(dueOf(last.id)! < last.reportDueOn!).toBe(true);
  await page.goto(`/enrollees/${last.id}`);
  const due = page.getByRole("button", { name: new RegExp(`${dueOf(last.id)}.*T1 社区戒毒报到`, "u") });
  await due.focus();
  await expect(page.getByText("次日起算，满10日")).toBeVisible();

  await loginAs("admin");
  await page.goto("/law/rule/T1");
  await page.getByRole("button", { name: `撤销 ${last.receivedOn} 起的版本` }).click();
  const dialog = page.getByRole("dialog", { name: "撤销这个版本" });
  await dialog.getByLabel("撤销理由").fill("县禁毒委撤回该文件");
  await dialog.getByRole("button", { name: "撤销" }).click();
  await expect(page.getByText("撤销理由：县禁毒委撤回该文件")).toBeVisible();
  await loginAs("supervisor");
  expect(await waitingPeople(page)).toEqual(waiting);
});

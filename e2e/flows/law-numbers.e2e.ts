import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";

// The journey changes the law of the county, so it has one of its own.
test.use({ appSettings: { APP_MODE: "training", CIPHER: "sm4-gcm" } });

interface Person {
  readonly id: string;
  readonly sex: string;
  readonly reportedOn: string;
}

const refusedOn = ["2021-10-10", "2021-11-14"];

/** Men in 社区戒毒 of the caseworker's station who can refuse on these days, by the day on which their term began. */
async function people(page: Page): Promise<Person[]> {
  const answer = await page.request.get("/api/v1/enrollees?state=active&measure=community_detox&limit=200");
  const { rows } = (await answer.json()) as { rows: Person[] };
  const found: Person[] = [];
  for (const person of rows.filter(({ sex, reportedOn }) => sex === "male" && reportedOn < "2021-10-01")) {
    const tests = await (await page.request.get(`/api/v1/enrollees/${person.id}/tests`)).text();
    if (!refusedOn.some((day) => tests.includes(`"${day}"`))) found.push(person);
  }
  return found.sort((a, b) => (a.reportedOn < b.reportedOn ? -1 : 1));
}

/** Sends a record as the page's person. */
async function send(page: Page, path: string, data: object): Promise<void> {
  const session = await page.request.get("/api/v1/session");
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const answer = await page.request.post(`/api/v1${path}`, { data, headers: { "x-csrf-token": csrfToken } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** A call to a test that was served on a day, and the refusal that followed. */
async function refuse(page: Page, id: string, day: string): Promise<void> {
  const documentId = randomUUID();
  await send(page, `/breaches/${id}/documents`, {
    id: documentId,
    kind: "test_notice",
    number: `湘司检通〔2021〕${day.slice(5, 7)}${id.slice(-4)}号`,
    issuedOn: day,
    issuedBy: "李林斌",
    pages: 1,
    note: "九时，文星街道中心站",
  });
  await send(page, `/breaches/${id}/documents/${documentId}/receipts`, {
    id: randomUUID(),
    servedOn: day,
    method: "direct",
    place: "家中",
    receivedBy: null,
    relation: null,
    refusal: null,
    witness: null,
    servers: ["李林斌", "汤文俊"],
    note: null,
  });
  await send(page, `/enrollees/${id}/tests`, {
    id: randomUUID(),
    happenedOn: day,
    method: "urine",
    result: "refused",
    place: "文星街道中心站",
    tester: "李林斌",
    secondTester: "汤文俊",
    reason: "不愿检测",
  });
}

test("two refusals are a serious breach for a term under the new number, and not for an older one", async ({
  page,
  loginAs,
}) => {
  test.slow();
  await loginAs("caseworker");
  const found = await people(page);
  const younger = found.at(-1)!;
  const older = found.findLast(({ reportedOn }) => reportedOn < younger.reportedOn)!;
  for (const { id } of [older, younger]) {
    for (const day of refusedOn) await refuse(page, id, day);
  }
  const counters = page.getByRole("region", { name: "次数和天数", exact: true });
  await page.goto(`/enrollees/${younger.id}/breaches`);
  await expect(counters).toContainText("2 / 3");

  await test.step("the admin sees whom the number touches before it is saved", async () => {
    await loginAs("admin");
    await page.goto("/law");
    await expect(page.getByRole("row", { name: /^T8/u })).toContainText("逃避或者拒绝检测达到 3 次");
    await page.getByRole("link", { name: "T8", exact: true }).click();
    await page.getByRole("button", { name: "新增版本" }).click();
    const form = page.getByRole("form", { name: "新增版本" });
    await form.getByLabel("逃避或者拒绝检测达到").fill("2");
    await form.getByLabel("施行起始日").fill(younger.reportedOn);
    await form.getByLabel("施行起始日").press("Enter");
    await form.getByLabel("依据的文件").fill("县禁毒委〔2021〕10号");
    await form.getByLabel("从过去起算的理由").fill("文件自当日施行，收到较晚");
    await form.getByRole("button", { name: "看影响" }).click();
    await expect(form.getByText("次数、天数改了，内容中的还是原来的，请一并修改")).toBeVisible();
    await expect(form.getByLabel("逃避或者拒绝检测达到")).toHaveValue("2");
    await form
      .getByLabel("内容")
      .fill("逃避或者拒绝检测2次以上，擅自离开3次以上或者累计超过30日的，属于严重违反协议。");
    await form.getByRole("button", { name: "看影响" }).click();
    await expect(page.getByText(/^1 人的日期或者计次会变/u)).toBeVisible();
    await page.getByRole("button", { name: "保存，自起始日施行" }).click();
    await expect(page.getByText("已保存，名册已按新版本计算。")).toBeVisible();
    await expect(page.getByRole("row", { name: /县禁毒委〔2021〕10号/u })).toContainText(
      "逃避或者拒绝检测达到 2 次",
    );
  });

  await test.step("the younger term stands at 2 / 2, the older one at 2 / 3", async () => {
    await loginAs("caseworker");
    await page.goto(`/enrollees/${younger.id}/breaches`);
    await expect(counters).toContainText("2 / 2");
    await expect(counters).toContainText("2021-11-14 周日 达到");
    await expect(counters).toContainText("严重违反协议");
    await page.getByRole("button", { name: /^《戒毒条例》第二十条/u }).focus();
    await expect(page.getByText("逃避或者拒绝检测2次以上")).toBeVisible();
    await page.goto(`/enrollees/${older.id}/breaches`);
    await expect(counters).toContainText("2 / 3");
    await expect(counters).toContainText("较严重违反");
  });
});

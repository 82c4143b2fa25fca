import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { bodyRows } from "../lists.ts";
import { expect, test } from "../fixtures.ts";

const list = (page: Page) => page.getByRole("table", { name: "违反协议人员" });
const panel = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const part = (page: Page, name: string) =>
  panel(page, "移交材料").getByRole("listitem").filter({ hasText: name });

/** Types a day into a field of days. */
async function fillDay(form: Locator, label: string, day: string): Promise<void> {
  const field = form.getByLabel(label, { exact: true });
  await field.fill(day);
  await field.press("Tab");
}

/** Sends a record as the page's person. */
async function send(page: Page, path: string, data: object): Promise<void> {
  const session = await page.request.get("/api/v1/session");
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const answer = await page.request.post(`/api/v1${path}`, { data, headers: { "x-csrf-token": csrfToken } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

const refusal = (happenedOn: string) => ({
  id: randomUUID(),
  happenedOn,
  method: "urine",
  result: "refused",
  place: "文星街道中心站",
  tester: "李林斌",
  secondTester: "汤文俊",
  reason: "不愿检测",
});

/** Somebody in 社区戒毒 at the caseworker's station who is in the term and broke nothing. */
async function somebody(page: Page): Promise<string> {
  const answer = await page.request.get("/api/v1/enrollees?state=active&measure=community_detox&limit=200");
  const { rows } = (await answer.json()) as { rows: { id: string; sex: string; reportedOn: string }[] };
  const person = rows.find(({ sex, reportedOn }) => sex === "male" && reportedOn < "2021-06-01");
  if (person === undefined) throw new Error("nobody in the term");
  return person.id;
}

/** Records a document by its form. */
async function issue(page: Page, kind: string, number: string, day: string): Promise<void> {
  await page.getByRole("button", { name: "登记文书" }).click();
  const form = page.getByRole("form", { name: "登记文书" });
  await form.getByRole("radio", { name: kind }).check();
  await form.getByLabel("文号").fill(number);
  await fillDay(form, "文书日期", day);
  if (kind === "吸毒检测通知书") await form.getByLabel("检测的时间和地点").fill("九时，文星街道中心站");
  await form.getByRole("button", { name: "保存" }).click();
  await expect(form).toHaveCount(0);
}

/** Records the service of a document by its form. */
async function serve(page: Page, document: string, day: string): Promise<void> {
  await page.getByRole("button", { name: `登记送达回执：${document}` }).click();
  const receipt = page.getByRole("form", { name: "送达回执" });
  await fillDay(receipt, "送达日期", day);
  await receipt.getByLabel("送达地点").fill("文星街道乌龙社区家中");
  await receipt.getByLabel("送达人 2").fill("汤文俊");
  await receipt.getByRole("button", { name: "保存" }).click();
  await expect(receipt).toHaveCount(0);
}

test("refused tests are counted after served calls, referred by two people, and answered by the police", async ({
  page,
  loginAs,
}) => {
  test.slow();
  await loginAs("caseworker");
  const id = await somebody(page);
  const file = `/enrollees/${id}/breaches`;

  await test.step("a refusal counts only after a call that was served", async () => {
    await send(page, `/enrollees/${id}/tests`, refusal("2021-09-10"));
    await page.goto(file);
    await expect(panel(page, "次数和天数")).toContainText("0 / 3");
    await page.getByText(/^逃避或者拒绝接受检测次数：/u).click();
    await expect(panel(page, "次数和天数")).toContainText("检测前没有送达吸毒检测通知书");
    await issue(page, "吸毒检测通知书", "湘司检通〔2021〕1号", "2021-09-08");
    await serve(page, "吸毒检测通知书 湘司检通〔2021〕1号", "2021-09-09");
    await expect(panel(page, "次数和天数")).toContainText("1 / 3");
    await expect(panel(page, "劝诫、告诫、报告")).toContainText("制发劝诫书");
  });

  await test.step("admonish before warning", async () => {
    await page.getByRole("button", { name: "登记文书" }).click();
    const form = page.getByRole("form", { name: "登记文书" });
    await expect(form.getByRole("radio", { name: "劝诫书" })).toBeChecked();
    await expect(form.getByRole("radio", { name: "告诫书" })).toBeDisabled();
    await expect(form).toContainText("告诫书：尚未达到较严重违反");
    await form.getByRole("button", { name: "取消" }).click();
    await issue(page, "劝诫书", "湘司劝〔2021〕1号", "2021-09-13");
    await serve(page, "劝诫书 湘司劝〔2021〕1号", "2021-09-14");
    await expect(panel(page, "劝诫、告诫、报告")).toContainText("目前没有要制发或者送达的文书");
  });

  await test.step("with the third refusal the packet is asked for", async () => {
    for (const [number, called, refused] of [
      ["2号", "2021-10-08", "2021-10-11"],
      ["3号", "2021-11-08", "2021-11-10"],
    ] as const) {
      await issue(page, "吸毒检测通知书", `湘司检通〔2021〕${number}`, called);
      await serve(page, `吸毒检测通知书 湘司检通〔2021〕${number}`, called);
      await send(page, `/enrollees/${id}/tests`, refusal(refused));
      await page.goto(file);
    }
    await expect(panel(page, "次数和天数")).toContainText("3 / 3");
    await expect(panel(page, "次数和天数")).toContainText("2021-11-10 周三 达到");
    await expect(panel(page, "移交公安机关")).toContainText("还缺 3 项材料");
    await page.goto("/breaches?step=to_warn");
    await expect(bodyRows(list(page)).filter({ hasText: "3 / 3" })).toHaveCount(1);
    await bodyRows(list(page)).filter({ hasText: "3 / 3" }).getByRole("link", { name: /^办理/u }).click();
  });

  await test.step("warn, certify, and take the papers out as Word", async () => {
    await issue(page, "告诫书", "湘司告〔2021〕1号", "2021-11-12");
    await serve(page, "告诫书 湘司告〔2021〕1号", "2021-11-15");
    await expect(part(page, "告诫书送达回执")).toContainText("2021-11-15直接送达");
    await page.getByRole("button", { name: "登记文书" }).click();
    const form = page.getByRole("form", { name: "登记文书" });
    await form.getByRole("radio", { name: "严重违反协议证明" }).check();
    await form.getByLabel("文号").fill("湘司证〔2021〕1号");
    await fillDay(form, "文书日期", "2021-11-09");
    await form.getByRole("button", { name: "保存" }).click();
    await expect(form.getByText("所述的事实发生在2021-11-10，文书日期不能早于这一天")).toBeVisible();
    await expect(form.getByLabel("文号")).toHaveValue("湘司证〔2021〕1号");
    await fillDay(form, "文书日期", "2021-11-16");
    await form.getByRole("button", { name: "保存" }).click();
    await expect(panel(page, "移交材料")).toContainText("材料齐全，可以移交");
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载 严重违反协议证明 湘司证〔2021〕1号（Word）" }).click();
    const word = await readFile(await (await downloading).path());
    expect(strFromU8(unzipSync(word)["word/document.xml"] ?? new Uint8Array())).toContain("2021年11月10日");
  });

  await test.step("propose, one question after the other", async () => {
    await page.getByRole("button", { name: "提出移交" }).click();
    const form = page.getByRole("form", { name: "提出移交" });
    const next = form.getByRole("button", { name: "下一步" });
    await next.click();
    await form.getByLabel("移交函文号").fill("湘司移〔2021〕1号");
    await next.click();
    await form.getByLabel("接收的公安机关").fill("湘阴县公安局禁毒大队");
    await next.click();
    await next.click();
    await form.getByRole("button", { name: "提交复核" }).click();
    await expect(page.getByRole("list", { name: "移交公安机关" })).toContainText("李林斌");
  });

  await test.step("confirm, by somebody else", async () => {
    await loginAs("supervisor");
    await page.goto("/approvals");
    const proposal = page.getByRole("region", { name: /^严重违反协议移交公安机关：/u });
    await expect(proposal).toContainText("逃避或者拒绝接受检测次数：3 / 3");
    await proposal.getByRole("button", { name: "同意", exact: true }).click();
    await proposal.getByRole("button", { name: "同意", exact: true }).click();
    await expect(page.getByRole("status").filter({ hasText: "已同意" })).toBeVisible();
    await page.goto("/breaches?step=receipt_open");
    await expect(bodyRows(list(page))).toHaveCount(1);
  });

  await test.step("the police sign, and let the measure go on", async () => {
    await loginAs("caseworker");
    await page.goto(file);
    await expect(page.locator("header").getByText("严重违反协议已移交")).toBeVisible();
    await page.getByRole("button", { name: "登记移交回执" }).click();
    const receipt = page.getByRole("form", { name: "登记移交回执" });
    await receipt.getByLabel("签收单位和签收人").fill("禁毒大队 王警官");
    await receipt.getByRole("button", { name: "保存" }).click();
    await expect(panel(page, "移交回执")).toContainText("公安机关已签收，移交完成");
    await page.getByRole("button", { name: "登记处理结果" }).click();
    const answer = page.getByRole("form", { name: "登记处理结果" });
    await answer.getByRole("radio", { name: "决定强制隔离戒毒，社区措施终止" }).check();
    await answer.getByRole("button", { name: "保存" }).click();
    await expect(answer.getByText("请填写强制隔离戒毒决定书的文号")).toBeVisible();
    await answer.getByRole("radio", { name: "责令改正，继续执行" }).check();
    await answer.getByLabel("说明").fill("责令改正");
    await answer.getByRole("button", { name: "保存" }).click();
    await expect(page.getByRole("list", { name: "公安机关处理" })).toContainText("责令改正，继续执行");
    await expect(page.locator("header").getByText("执行中")).toBeVisible();
    await expect(panel(page, "次数和天数")).toContainText("3 / 3");
    await expect(part(page, "公安机关处理以后的新事实")).toContainText("没有新的违反");
  });
});

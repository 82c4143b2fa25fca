import { expect, test } from "../fixtures.ts";
import { loadWholeList } from "../lists.ts";

// These journeys put duties off and record visits, so they have a county of their own.
test.use({ appSettings: { APP_MODE: "training", SESSION_IDLE_MINUTES: "27" } });
test.describe.configure({ mode: "serial" });

const queues = ["今日到期", "逾期", "待录结果", "待补材料", "待送达"];

test("every queue is as long as its count, for the station and over all stations", async ({
  page,
  loginAs,
}) => {
  test.setTimeout(120_000);
  for (const who of ["caseworker", "supervisor"]) {
    await loginAs(who);
    for (const queue of queues) {
      await page.goto("/");
      const tile = page
        .getByRole("region", { name: "待办分类" })
        .getByRole("listitem")
        .filter({ hasText: queue });
      const count = Number(/\d+/u.exec(await tile.innerText())?.[0]);
      await tile.getByRole("link").click();
      await expect(page.getByRole("status").filter({ hasText: `共 ${count} 项` })).toBeVisible();
      if (count > 0) expect(await loadWholeList(page)).toBe(count);
    }
  }
});

test("the bureau's numbers are those of its stations", async ({ page, loginAs }) => {
  await loginAs("supervisor");
  await page.goto("/");
  const numbers = async (row: string) =>
    (await page.getByRole("row", { name: row }).getByRole("cell").allInnerTexts()).map(Number);
  const stations = ["文星街道中心站", "湘滨镇中心站", "金龙镇中心站", "新泉镇中心站", "石塘镇中心站"];
  await expect(page.getByRole("row", { name: stations[0] ?? "" })).toBeVisible();
  const sums = [0, 0, 0, 0, 0];
  for (const station of stations) {
    for (const [index, count] of (await numbers(station)).entries()) sums[index] = (sums[index] ?? 0) + count;
  }
  const tiles = page.getByRole("region", { name: "待办分类" }).getByRole("listitem");
  const counts = (await tiles.allInnerTexts()).map((text) => Number(/\d+/u.exec(text)?.[0]));
  expect(counts).toEqual(sums);
});

test("a deadline cites its rule; the office's own can be put off, and what is done leaves its queue", async ({
  page,
  loginAs,
}) => {
  await loginAs("caseworker");
  await page.goto("/workbench?queue=overdue&kind=visit");
  const found = page.getByRole("status").filter({ hasText: /^共 \d+ 项$/u });
  await expect(found).toBeVisible();
  const before = Number(/\d+/u.exec(await found.innerText())?.[0]);
  expect(before).toBeGreaterThan(1);

  await page.getByRole("button", { name: "走访谈话 《本县工作口径》" }).first().focus();
  await expect(page.getByText("按风险等级当面走访谈话")).toBeVisible();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "延后" }).first().click();
  const dialog = page.getByRole("dialog", { name: "延后：走访谈话" });
  await dialog.getByRole("button", { name: "延后" }).click();
  await expect(dialog.getByText("请写明延后的理由")).toBeVisible();
  await dialog.getByRole("textbox", { name: "理由" }).fill("本人住院，下周出院后走访");
  await dialog.getByRole("button", { name: "延后" }).click();
  await expect(page.getByRole("status").filter({ hasText: `共 ${before - 1} 项` })).toBeVisible();
  await expect(page.getByRole("link", { name: "已延后 1" })).toBeVisible();

  await page
    .getByRole("table")
    .getByRole("link", { name: /^去办理/u })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "走访谈话" })).toBeVisible();
  await page.getByRole("button", { name: "登记走访谈话" }).click();
  await page.getByRole("combobox", { name: "思想状况" }).fill("稳定");
  await page.getByRole("textbox", { name: "谈话内容" }).fill("在家务农，与父母同住，情绪稳定。");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("在家务农，与父母同住，情绪稳定。")).toBeVisible();
  await expect(page.getByText("最迟")).toBeVisible();

  await page.goto("/workbench?queue=overdue&kind=visit");
  await expect(page.getByRole("status").filter({ hasText: `共 ${before - 2} 项` })).toBeVisible();
});

test("the paper list says who, where and what, and asks what it is for", async ({ page, loginAs }) => {
  await loginAs("caseworker");
  await page.goto("/workbench/sheet");
  await page.getByRole("button", { name: "生成清单" }).click();
  await expect(page.getByText("请写明用途")).toBeVisible();
  await page.getByRole("textbox", { name: "用途" }).fill("周一下村走访");
  await page.getByRole("button", { name: "生成清单" }).click();
  await expect(page.getByRole("heading", { name: "走访清单" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "结果、签名" }).first()).toBeVisible();
  await page.getByText("按专干", { exact: true }).click();
  await expect(page.getByRole("heading", { name: "周工作清单" })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "生成清单" })).toBeHidden();
  await expect(page.getByRole("heading", { name: "周工作清单" })).toBeVisible();
});

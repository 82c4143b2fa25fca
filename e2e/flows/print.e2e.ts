import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";

test.use({ appSettings: { APP_MODE: "training", SESSION_IDLE_MINUTES: "28" } });

/** The size of each sheet of a PDF in millimetres, upright or across. */
async function sheetsOf(page: Page): Promise<string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/gu)];
  const millimetres = (points: string | undefined) => Math.round((Number(points) / 72) * 25.4);
  return boxes.map(([, width, height]) => `${millimetres(width)} × ${millimetres(height)}`);
}

test("every screen prints as a clean sheet that says whose it is and who printed it", async ({
  page,
  loginAs,
}) => {
  test.setTimeout(120_000);
  await loginAs("supervisor");
  const answer = await page.request.get("/api/v1/enrollees?state=active&limit=1");
  const { rows } = (await answer.json()) as { rows: { id: string }[] };
  const file = `/enrollees/${rows[0]?.id}`;
  for (const [address, title, sheet] of [
    ["/enrollees", "人员", "297 × 210"],
    [file, "人员", "210 × 297"],
    [`${file}/timeline`, "人员", "210 × 297"],
    ["/indicators", "指标", "210 × 297"],
    ["/reconciliations", "衔接核对", "210 × 297"],
    ["/stations", "工作站", "210 × 297"],
  ] as const) {
    await page.emulateMedia({ media: "screen" });
    await page.goto(address);
    await page.waitForLoadState("networkidle");
    await page.emulateMedia({ media: "print" });
    const head = page.locator("main > p").first();
    await expect(head, address).toContainText(`湘阴县　${title}`);
    await expect(head, address).toContainText(/截至 2021-12-31 周五　打印人 \S+/u);
    await expect(page.locator("aside, nav, input").filter({ visible: true }), address).toHaveCount(0);
    await expect(page.locator("main .ant-btn-primary").filter({ visible: true }), address).toHaveCount(0);
    // The headings belong to the table that they head, so that they stand on every sheet of it.
    const headless = page.locator("main table:visible").filter({ hasNot: page.locator("thead") });
    await expect(headless, address).toHaveCount(0);
    expect(new Set(await sheetsOf(page)), address).toEqual(new Set([sheet]));
  }
});

test("the register is printed to its last row, or the paper says that it is not", async ({
  page,
  loginAs,
}) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "yes");
  });
  await loginAs("supervisor");
  await page.goto("/enrollees");
  const count = Number(/\d+/u.exec(await page.getByText(/^共 \d+ 人$/u).innerText())?.[0]);
  const rows = page.getByRole("table", { name: "人员名册" }).locator("tbody tr.ant-table-row");
  await expect(rows).toHaveCount(50);
  const notice = page.getByText(`仅打印已显示的 50 行，共 ${count} 行`);
  await expect(notice).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(notice).toBeVisible();
  await page.emulateMedia({ media: "screen" });

  await page.keyboard.press("Control+p");
  await expect(page.locator("html[data-printed=yes]")).toBeAttached();
  await expect(rows).toHaveCount(count);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(/^仅打印/u)).toHaveCount(0);
});

import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";

/** The people or facts of a table: its rows without the heading. */
export function bodyRows(table: Locator): Locator {
  return table.locator("tbody").getByRole("row");
}

/** Loads a list to its end and says how many entries its foot announces then. */
export async function loadWholeList(page: Page): Promise<number> {
  const more = page.getByRole("button", { name: "继续加载" });
  const end = page.getByText(/^共 \d+ 条，已全部显示$/u);
  for (;;) {
    await expect(more.or(end).first()).toBeVisible();
    if (await end.isVisible()) break;
    const before = await page.getByText(/^已显示 \d+ \/ \d+$/u).innerText();
    await more.click();
    await expect(page.getByText(before, { exact: true })).toHaveCount(0);
  }
  return Number(/\d+/u.exec(await end.innerText())?.[0]);
}

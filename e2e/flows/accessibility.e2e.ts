import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";

const screens = {
  supervisor: [
    "/",
    "/workbench?queue=soon",
    "/workbench/sheet",
    "/leaves?queue=overdue",
    "/enrollees",
    "/handoffs",
    "/no-shows",
    "/breaches",
    "/tests",
    "/tests/waiting",
    "/tests/draws",
    "/term-ends",
    "/approvals",
    "/handoffs/new",
    "/handoffs/new?kind=transfer",
    "/transfers",
    "/indicators",
    "/indicators/people?group=not_controlled",
    "/county-records/2021",
    "/county-records/2021/facts?of=ended",
    "/county-records/2021/windows?of=missing",
    "/county-records/2021/expenses",
    "/reconciliations?year=2021",
    "/reconciliations?year=2021&kind=monthly",
    "/reconciliations/new?year=2021&week=7",
    "/imports",
    "/stations",
    "/staff",
    "/law",
    "/law/rule/T1",
  ],
  caseworker: [
    "/",
    "/workbench?queue=soon",
    "/workbench/sheet",
    "/leaves?queue=overdue",
    "/enrollees",
    "/handoffs",
    "/no-shows",
    "/breaches",
    "/tests",
    "/tests/waiting",
    "/tests/draws",
    "/term-ends",
    "/transfers",
    "/approvals",
    "/indicators",
    "/stations",
    "/staff",
  ],
  admin: [
    "/",
    "/stations",
    "/staff",
    "/law",
    "/law?part=holidays",
    "/law/rule/T1",
    "/law/holidays/2027",
    "/accounts",
    "/audit",
  ],
};
const tabsOfFile = [
  "",
  "/intake",
  "/contacts",
  "/leaves",
  "/timeline",
  "/tests",
  "/test-sheet",
  "/transfer",
  "/access-log",
  "/states",
];
const sizes = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
];

/** Opening a screen and judging it, on a slow machine with other work. */
const secondsPerScreen = 20;

type Role = keyof typeof screens;

/** Every address that the role reaches, one person's file included. */
async function addressesOf(page: Page, role: Role): Promise<string[]> {
  if (role === "admin") return screens.admin;
  const answer = await page.request.get("/api/v1/enrollees?q=fanzhi");
  const { rows } = (await answer.json()) as { rows: { id: string }[] };
  const late = await page.request.get("/api/v1/no-shows?limit=1");
  const noShows = (await late.json()) as { rows: { id: string }[] };
  const broken = await page.request.get("/api/v1/breaches?limit=1");
  const breaches = (await broken.json()) as { rows: { id: string }[] };
  const handoffs = await page.request.get("/api/v1/handoffs?queue=report_overdue");
  const waiting = ((await handoffs.json()) as { rows: { caseId: string; enrolleeId: string }[] }).rows[0];
  return [
    ...screens[role],
    ...tabsOfFile.map((tab) => `/enrollees/${rows[0]?.id}${tab}`),
    `/enrollees/${noShows.rows[0]?.id}/no-show`,
    `/enrollees/${breaches.rows[0]?.id}/breaches`,
    `/enrollees/${waiting?.enrolleeId}/intake`,
    `/handoffs/${waiting?.caseId}`,
  ];
}

/** Opens a screen and waits until nothing of it is still on its way. */
async function openScreen(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("[aria-busy=true], .ant-skeleton, .ant-spin-spinning")).toHaveCount(0);
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n  ")}`);
  expect.soft(grave, page.url()).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { wide, shown } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    shown: document.documentElement.clientWidth,
  }));
  expect.soft(wide, page.url()).toBeLessThanOrEqual(shown);
}

test("the login page is accessible and fits", async ({ page }) => {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await openScreen(page, "/login");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
});

for (const role of ["supervisor", "caseworker", "admin"] as const) {
  for (const size of sizes) {
    test(`every screen of ${role} is accessible and fits ${size.width} pixels`, async ({ page, loginAs }) => {
      await page.setViewportSize(size);
      await loginAs(role);
      const addresses = await addressesOf(page, role);
      test.setTimeout(addresses.length * secondsPerScreen * 1000);
      for (const address of addresses) {
        await openScreen(page, address);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      }
    });
  }
}

test("the keyboard reaches the content past the menu, and the search from anywhere", async ({
  page,
  loginAs,
}) => {
  await loginAs("supervisor");
  await openScreen(page, "/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "跳到正文" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const focused = page.locator(":focus");
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
  await expect(focused).toBeVisible();

  await page.keyboard.press("Control+K");
  const search = page.getByRole("combobox", { name: "查找" });
  await expect(search).toBeFocused();
  await search.fill("fanzhi");
  await expect(page.getByRole("option", { name: /范\*/u })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "范*" })).toBeVisible();
});

test("a row of the register opens with the keyboard alone", async ({ page, loginAs }) => {
  await loginAs("caseworker");
  await openScreen(page, "/enrollees");
  const rows = page.getByRole("table").last().locator("tbody tr[tabindex]");
  await rows.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/enrollees\/[0-9a-f-]{36}$/u);
});

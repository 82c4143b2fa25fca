import type { BreachFile } from "@rehab/schema/breaches";
import { expect, it } from "vitest";
import { render } from "vitest-browser-react";
import { CountersPanel } from "./counters-panel.tsx";

const item = (parts: object) => ({
  kind: "refused" as const,
  on: "2021-03-10",
  to: "2021-03-10",
  days: 0,
  counts: true,
  because: "吸毒检测通知书测1号，2021-03-08送达",
  ...parts,
});

const file = {
  level: "serious",
  rule: { citation: "《戒毒条例》第二十条", says: "拒绝检测3次以上" },
  counters: [
    {
      ground: "refusals",
      count: 2,
      threshold: 3,
      reachedOn: null,
      items: [
        item({}),
        item({ on: "2021-04-10", to: "2021-04-10" }),
        item({ on: "2021-05-10", to: "2021-05-10", counts: false, because: "检测前没有送达吸毒检测通知书" }),
      ],
    },
    { ground: "departures", count: 0, threshold: 3, reachedOn: null, items: [] },
    { ground: "absence_days", count: 31, threshold: 31, reachedOn: "2021-07-01", items: [] },
  ],
  positives: { count: 0, informed: 0 },
} as unknown as BreachFile;

it("shows how near the number of the law, what counts, and what does not and why", async () => {
  const screen = await render(<CountersPanel file={file} />);
  await expect.element(screen.getByText("2 / 3", { exact: true })).toBeVisible();
  await expect.element(screen.getByText("31 / 31", { exact: true })).toBeVisible();
  await expect.element(screen.getByText("较严重违反")).toBeVisible();
  const evidence = screen.getByRole("list", { name: "逃避或者拒绝接受检测次数" }).getByRole("listitem");
  await expect
    .element(evidence.nth(0))
    .toHaveTextContent("计入2021-03-10 周三 拒绝检测吸毒检测通知书测1号，2021-03-08送达");
  await expect
    .element(evidence.nth(2))
    .toHaveTextContent("不计入2021-05-10 周一 拒绝检测检测前没有送达吸毒检测通知书");
});

it("gives the article by pointing at it and by the keyboard", async () => {
  const screen = await render(<CountersPanel file={file} />);
  const article = screen.getByRole("button", { name: /第二十条/u });
  (article.element() as HTMLElement).focus();
  await expect.element(screen.getByText("拒绝检测3次以上", { exact: false })).toBeVisible();
});

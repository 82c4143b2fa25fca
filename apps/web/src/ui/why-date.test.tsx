import { expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { WhyDate } from "./why-date.tsx";

const why = {
  date: "2027-01-04",
  ruleId: "T1",
  title: "社区戒毒报到",
  citation: "《戒毒条例》第十四条",
  says: "本人收到决定书后15日内到执行地报到。",
  steps: [
    { on: "2026-12-18", note: "本人收到决定书，当日不计入" },
    { on: "2027-01-02", note: "次日起算，满15日" },
    { on: "2027-01-04", note: "最后一日为节假日，顺延至其后第一个工作日" },
  ],
  unknownYears: [2027],
};

it("answers why on focus: article, each step, and what may still move it", async () => {
  const screen = await render(<WhyDate why={why} title="报到期限" />);
  await expect.element(screen.getByText("2027 年节假日未公布")).toBeVisible();
  await userEvent.tab();
  await expect.element(screen.getByText(/《戒毒条例》第十四条：本人收到决定书后15日内/u)).toBeVisible();
  await expect.element(screen.getByText("2027-01-02 周六：次日起算，满15日")).toBeVisible();
  await expect.element(screen.getByText("2027 年的节假日尚未公布，日期可能变动")).toBeVisible();
});

it("says nothing of holidays where every year is known", async () => {
  const screen = await render(<WhyDate why={{ ...why, unknownYears: [] }} title="报到期限" />);
  await expect.element(screen.getByRole("button", { name: /2027-01-04 周一/u })).toBeVisible();
  expect(screen.getByText(/节假日未公布/u).query()).toBeNull();
});

import { expect, it } from "vitest";
import { render } from "vitest-browser-react";
import { TermBar } from "./term-bar.tsx";

const term = { startOn: "2020-11-15", endOn: "2023-12-14", servedDays: 412, stoppedDays: 30, leftDays: 684 };

it("says how far the term is in words", async () => {
  const screen = await render(<TermBar {...term} />);
  await expect.element(screen.getByText("第 412 / 1096 天")).toBeVisible();
  await expect.element(screen.getByText("2020-11-15 周日 至 2023-12-14 周四")).toBeVisible();
  await expect.element(screen.getByText("中止 30 天")).toBeVisible();
  const meter = screen.getByRole("meter", { name: "执行期限" });
  await expect.element(meter).toHaveAttribute("aria-valuetext", "已执行 412 天，中止 30 天，剩余 684 天");
});

it("draws the parts in proportion to their days", async () => {
  const screen = await render(<TermBar {...term} servedDays={100} stoppedDays={50} leftDays={50} />);
  const meter = screen.getByRole("meter").element();
  const shares = [...meter.children].map(
    (part) => part.getBoundingClientRect().width / meter.getBoundingClientRect().width,
  );
  expect(shares).toEqual([expect.closeTo(0.5, 2), expect.closeTo(0.25, 2)]);
});

it("does not speak of a stop that never was", async () => {
  const screen = await render(<TermBar {...term} stoppedDays={0} />);
  await expect.element(screen.getByText("剩 684 天")).toBeVisible();
  expect(screen.getByText(/中止/u).query()).toBeNull();
});

import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { render } from "vitest-browser-react";
import { CountLink } from "./count-link.tsx";

const show = (count: number, to: string | undefined) =>
  render(
    <MemoryRouter>
      <CountLink count={count} to={to} />
    </MemoryRouter>,
  );

it("opens the list behind a number", async () => {
  const screen = await show(3, "/staff?stationId=a");
  await expect.element(screen.getByRole("link", { name: "3" })).toHaveAttribute("href", "/staff?stationId=a");
});

it("is plain text for nothing, and for what a role may not open", async () => {
  for (const [count, to] of [
    [0, "/staff"],
    [3, undefined],
  ] as const) {
    const screen = await show(count, to);
    expect(screen.container.textContent).toBe(String(count));
    expect(screen.container.querySelector("a")).toBeNull();
    await screen.unmount();
  }
});

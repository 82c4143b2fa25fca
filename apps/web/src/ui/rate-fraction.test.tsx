import { expect, it } from "vitest";
import { render } from "vitest-browser-react";
import { RateFraction } from "./rate-fraction.tsx";

it("never shows a bare percentage", async () => {
  const screen = await render(<RateFraction numerator={200} denominator={210} />);
  expect(screen.container.textContent).toBe("200 / 210 = 95.24 %");
});

it("has no rate where nobody is counted", async () => {
  const screen = await render(<RateFraction numerator={0} denominator={0} />);
  expect(screen.container.textContent).toBe("0 / 0");
});

it("lets each number open its list", async () => {
  const screen = await render(
    <RateFraction
      numerator={199}
      denominator={210}
      renderLink={(part, text) => <a href={`#${part}`}>{text}</a>}
    />,
  );
  await expect.element(screen.getByRole("link", { name: "199" })).toHaveAttribute("href", "#numerator");
  await expect.element(screen.getByRole("link", { name: "210" })).toHaveAttribute("href", "#denominator");
});

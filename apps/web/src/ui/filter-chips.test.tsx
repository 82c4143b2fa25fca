import { expect, it, vi } from "vitest";
import { render } from "vitest-browser-react";
import { FilterChips } from "./filter-chips.tsx";

const chips = [
  { key: "state", label: "状态", value: "脱管" },
  { key: "measure", label: "措施", value: "社区戒毒" },
];

it("takes off one filter or all", async () => {
  const onRemove = vi.fn<(key: string) => void>();
  const onClear = vi.fn<() => void>();
  const screen = await render(<FilterChips chips={chips} onRemove={onRemove} onClear={onClear} />);
  await screen.getByRole("button", { name: "去掉筛选：措施 社区戒毒" }).click();
  expect(onRemove).toHaveBeenCalledExactlyOnceWith("measure");
  await screen.getByRole("button", { name: "清除全部" }).click();
  expect(onClear).toHaveBeenCalledOnce();
});

it("is not there when nothing is filtered", async () => {
  const screen = await render(<FilterChips chips={[]} onRemove={() => {}} onClear={() => {}} />);
  expect(screen.container.textContent).toBe("");
});

import type { CallRow } from "@rehab/schema/test-views";
import { App } from "antd";
import { useState } from "react";
import { expect, it } from "vitest";
import { render } from "vitest-browser-react";
import { userEvent } from "vitest/browser";
import { resultIn, withRow } from "../day-draft.ts";
import type { DayDraft } from "../day-draft.ts";
import { DayGrid } from "./day-grid.tsx";

const row = (enrolleeId: string, maskedName: string): CallRow => ({
  enrolleeId,
  maskedName,
  sex: "male",
  measure: "community_detox",
  village: "一村",
  window: { index: 7, year: 1, from: "2021-12-03", to: "2022-01-02" } as CallRow["window"],
  lastOn: null,
  excuse: null,
  called: false,
});
const rows = [row("a", "王*"), row("b", "李*"), row("c", "张*")];

const noProblems: ReadonlyMap<string, string> = new Map();

function Grid({ problems = noProblems }: { readonly problems?: ReadonlyMap<string, string> }) {
  const [draft, setDraft] = useState<DayDraft>({ sessionId: "s", rows: {} });
  return (
    <App>
      <DayGrid
        rows={rows}
        draft={draft}
        nameOf={({ maskedName }) => maskedName}
        problems={problems}
        onResult={(id, result) => setDraft(withRow(draft, id, { result }))}
        onRemove={() => undefined}
      />
      <output>{rows.map(({ enrolleeId }) => resultIn(draft, enrolleeId)).join(" ")}</output>
    </App>
  );
}

it("takes a whole list by keyboard: a letter for a result, Enter and arrows for the rows", async () => {
  const screen = await render(<Grid />);
  screen.getByRole("combobox", { name: "王* 的结果" }).element().focus();
  await userEvent.keyboard("{Enter}j{ArrowDown}p{ArrowUp}");
  await expect.element(screen.getByRole("combobox", { name: "李* 的结果" })).toHaveFocus();
  await expect.element(screen.getByRole("status")).toHaveTextContent("negative refused positive");
  await userEvent.keyboard("{Delete}");
  await expect.element(screen.getByRole("status")).toHaveTextContent("negative negative positive");
});

it("says at its row what cannot be recorded", async () => {
  const screen = await render(<Grid problems={new Map([["b", "当日中止执行，不能登记检测"]])} />);
  await expect.element(screen.getByText("当日中止执行，不能登记检测")).toBeVisible();
  await expect
    .element(screen.getByRole("combobox", { name: "李* 的结果" }))
    .toHaveAttribute("aria-invalid", "true");
});

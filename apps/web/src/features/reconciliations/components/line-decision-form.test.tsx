import type { LineView } from "@rehab/schema/reconciliations";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { LineDecisionForm } from "./line-decision-form.tsx";
import type { DecisionInput, LineDraft } from "./line-decision-form.tsx";

const fresh: LineView = {
  id: "01890000-0000-7000-8000-000000000001",
  finding: "new_there",
  matchedBy: null,
  theirs: { name: "黎安" },
  rowNumber: 3,
  ours: null,
  differences: [],
  issues: [],
  candidates: [],
  effect: null,
  allowed: ["take_over", "return_to_police", "ask_police", "leave_out"],
  plain: "take_over",
  decision: null,
};

function Held({ line, onDecide }: { line: LineView; onDecide: (decision: DecisionInput) => void }) {
  const [draft, setDraft] = useState<LineDraft>({});
  return (
    <LineDecisionForm line={line} draft={draft} pending={false} onDraft={setDraft} onDecide={onDecide} />
  );
}

test("one letter decides what goes without saying why", async () => {
  const onDecide = vi.fn<(decision: DecisionInput) => void>();
  await render(<Held line={fresh} onDecide={onDecide} />);
  await userEvent.keyboard("a");
  expect(onDecide).toHaveBeenCalledExactlyOnceWith({
    lineId: fresh.id,
    decision: "take_over",
    isConfirmed: false,
  });
});

test("anything else is asked for its reason, under the field", async () => {
  const onDecide = vi.fn<(decision: DecisionInput) => void>();
  await render(<Held line={fresh} onDecide={onDecide} />);
  await userEvent.keyboard("b");
  await expect.element(page.getByRole("radio", { name: /不由本县执行/u })).toBeChecked();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await expect.element(page.getByText("请写明理由")).toBeVisible();
  expect(onDecide).not.toHaveBeenCalled();
  await page.getByRole("textbox", { name: "理由" }).fill("住外县");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  expect(onDecide).toHaveBeenCalledExactlyOnceWith({
    lineId: fresh.id,
    decision: "return_to_police",
    reason: "住外县",
  });
});

test("whoever says that the list is right takes every field that can be taken", async () => {
  const onDecide = vi.fn<(decision: DecisionInput) => void>();
  const differs: LineView = {
    ...fresh,
    finding: "differs",
    allowed: ["take_theirs", "keep_ours", "ask_police"],
    plain: null,
    differences: [
      { field: "phone", refusal: null, takeTheirs: null },
      { field: "measure", refusal: "措施由决定书决定，请凭新的决定书办理", takeTheirs: null },
    ],
  };
  await render(<Held line={differs} onDecide={onDecide} />);
  await userEvent.keyboard("t");
  await page.getByRole("textbox", { name: "理由" }).fill("本人换号");
  await page.getByRole("button", { name: "决定，看下一行" }).click();
  expect(onDecide).toHaveBeenCalledExactlyOnceWith({
    lineId: fresh.id,
    decision: "take_theirs",
    reason: "本人换号",
    takeTheirs: ["phone"],
  });
});

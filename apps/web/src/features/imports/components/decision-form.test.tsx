import type { ImportRow } from "@rehab/schema/imports";
import { App } from "antd";
import { expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { DecisionForm } from "./decision-form.tsx";
import type { DecisionInput } from "./decision-form.tsx";

const row = {
  id: "0198a000-0000-7000-8000-000000000001",
  issues: [{ code: "missing_receipt_date", cell: "E5", field: "receivedOn", text: "缺少送达日期" }],
  allowedActions: ["correct", "reject"],
} as unknown as ImportRow;

async function show() {
  const onDecide = vi.fn<(decision: DecisionInput) => void>();
  const screen = await render(
    <App>
      <DecisionForm row={row} draft={{}} pending={false} onDraft={() => {}} onDecide={onDecide} />
    </App>,
  );
  return { screen, onDecide };
}

it("asks for an action and a reason before anything is decided", async () => {
  const { screen, onDecide } = await show();
  await screen.getByRole("button", { name: "决定，看下一行" }).click();
  await expect.element(screen.getByText("请选择处理方式")).toBeVisible();
  await expect.element(screen.getByText("请写明理由")).toBeVisible();
  expect(onDecide).not.toHaveBeenCalled();
});

it("is filled in by keys alone", async () => {
  const { screen, onDecide } = await show();
  await userEvent.keyboard("r");
  await expect.element(screen.getByLabelText("理由")).toHaveFocus();
  await userEvent.keyboard("重复登记");
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await vi.waitFor(() => expect(onDecide).toHaveBeenCalledOnce());
  expect(onDecide).toHaveBeenCalledWith({ rowId: row.id, action: "reject", reason: "重复登记" });
});

it("offers only the allowed actions and the field in question", async () => {
  const { screen, onDecide } = await show();
  await userEvent.keyboard("a");
  expect(screen.getByRole("radio", { checked: true }).query()).toBeNull();
  await userEvent.keyboard("c");
  await screen.getByLabelText("更正收到决定书日期").fill("20211123");
  await userEvent.keyboard("{Enter}");
  expect(screen.getByLabelText("更正姓名").query()).toBeNull();
  await screen.getByRole("button", { name: /^填入/u }).click();
  await screen.getByRole("button", { name: "决定，看下一行" }).click();
  await vi.waitFor(() => expect(onDecide).toHaveBeenCalledOnce());
  expect(onDecide.mock.lastCall?.[0]).toMatchObject({ action: "correct", set: { receivedOn: "2021-11-23" } });
});

import type { TestSessionView } from "@rehab/schema/test-views";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App } from "antd";
import { expect, it } from "vitest";
import { render } from "vitest-browser-react";
import { DayAnnulment } from "./day-annulment.tsx";

const session = {
  id: "0198a000-0000-7000-8000-000000000001",
  happenedOn: "2021-12-31",
  method: "urine",
  results: { negative: 12, refused: 1 },
  annulled: null,
  annulObstacle: null,
} as unknown as TestSessionView;

function show(changes: Partial<TestSessionView> = {}) {
  return render(
    <App>
      <QueryClientProvider client={new QueryClient()}>
        <DayAnnulment session={{ ...session, ...changes }} />
      </QueryClientProvider>
    </App>,
  );
}

it("says what goes with the day and asks for the reason at its field", async () => {
  const screen = await show();
  await screen.getByRole("button", { name: /^撤销：2021-12-31/u }).click();
  const dialog = screen.getByRole("dialog");
  await expect.element(dialog.getByText(/阴性 12，拒检 1/u)).toBeVisible();
  await expect.element(dialog.getByText(/^当日登记的全部检测一并撤销/u)).toBeVisible();
  await dialog.getByRole("button", { name: "整日撤销" }).click();
  await expect.element(dialog.getByText("请写明撤销的理由")).toBeVisible();
});

it("says why a day cannot be annulled, and that one was", async () => {
  const blocked = await show({ annulObstacle: "由登记的工作站撤销" });
  await expect.element(blocked.getByText("由登记的工作站撤销")).toBeVisible();
  expect(blocked.getByRole("button").elements()).toHaveLength(0);
  const done = await show({
    annulled: { reason: "试剂有误", at: "2021-12-31T09:00:00+08:00" },
    annulObstacle: "已经撤销",
  });
  await expect.element(done.getByText(/试剂有误/u)).toBeVisible();
});

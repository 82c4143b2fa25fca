import { abilityFor } from "@rehab/schema/access/ability";
import type { Role } from "@rehab/schema/access/role";
import type { Session } from "@rehab/schema/session";
import type { Transfer } from "@rehab/schema/transfers";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App } from "antd";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { render } from "vitest-browser-react";
import { SessionContext } from "../../../api/session.ts";
import { TransferPanel } from "./transfer-panel.tsx";

const transfer = {
  id: "0198a000-0000-7000-8000-000000000001",
  version: 1,
  direction: "within",
  state: "requested",
  otherPlace: "石塘镇",
  toStationName: "石塘镇中心站",
  requestedOn: "2021-12-01",
  reason: "迁居",
  materials: ["request"],
  missing: ["order_copy"],
  isLate: false,
  steps: [
    { step: "send", allowed: false, reason: "材料不齐，还缺 1 项" },
    { step: "receive", allowed: false, reason: "县内变更由接收工作站接收后完成" },
    { step: "acknowledge", allowed: false, reason: "由接收的工作站办理" },
    { step: "return", allowed: false, reason: "由接收的工作站办理" },
    { step: "cancel", allowed: true, reason: null },
  ],
} as unknown as Transfer;

function show(role: Role, shown: Partial<Transfer> = {}) {
  const ability = abilityFor({ roles: [role], stationId: "station" });
  const session = { today: "2021-12-31" } as Session;
  return render(
    <App>
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <SessionContext value={{ session, ability }}>
            <TransferPanel transfer={{ ...transfer, ...shown }} />
          </SessionContext>
        </MemoryRouter>
      </QueryClientProvider>
    </App>,
  );
}

it("offers what can be done, and says of the rest why not", async () => {
  const screen = await show("caseworker");
  await expect.element(screen.getByRole("button", { name: /^撤\s?销$/u })).toBeVisible();
  expect(screen.getByRole("button", { name: "转送材料" }).query()).toBeNull();
  const reasons = screen.getByRole("list", { name: "暂不能办理" });
  await expect.element(reasons.getByText("转送材料：材料不齐，还缺 1 项")).toBeVisible();
  await expect.element(reasons.getByText("接收：由接收的工作站办理")).toBeVisible();
  expect(reasons.getByText(/登记接收回执/u).query()).toBeNull();
});

it("lets the bureau complete the papers in the form that sends them", async () => {
  const screen = await show("supervisor");
  await screen.getByRole("button", { name: "转送材料" }).click();
  const form = screen.getByRole("region", { name: "转送材料" });
  await expect.element(form.getByRole("checkbox", { name: "变更执行地申请" })).toBeChecked();
  await expect.element(form.getByRole("checkbox", { name: "决定书副本" })).not.toBeChecked();
  await form.getByRole("button", { name: "转送材料" }).click();
  await expect.element(form.getByText("请填写函件编号")).toBeVisible();
});

it("has nothing more to do once the receiver has the case", async () => {
  const screen = await show("supervisor", { state: "received", missing: [] });
  await expect.element(screen.getByText("接收地已回执")).toBeVisible();
  expect(screen.getByRole("button").query()).toBeNull();
});

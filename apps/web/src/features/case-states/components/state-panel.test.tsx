import { abilityFor } from "@rehab/schema/access/ability";
import type { CaseStateFile } from "@rehab/schema/case-states";
import type { Session } from "@rehab/schema/session";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App } from "antd";
import { MemoryRouter } from "react-router";
import { expect, it } from "vitest";
import { render } from "vitest-browser-react";
import { SessionContext } from "../../../api/session.ts";
import { StatePanel } from "./state-panel.tsx";

const file = {
  enrolleeId: "0198a000-0000-7000-8000-000000000001",
  now: { state: "active", since: "2021-06-04", citation: "《戒毒条例》第十四条", says: "自报到之日起计算。" },
  overlays: {
    dualControl: { since: "2021-10-01" },
    maintenance: null,
    hospital: { since: "2021-11-01" },
    risk: { level: "high", since: null },
    leave: null,
  },
  attempts: [],
  actions: [
    { action: "suspended", allowed: true, reason: null },
    { action: "lost_contact", allowed: true, reason: null },
    { action: "resumed", allowed: false, reason: "当日状态为“执行中”，不能登记恢复执行" },
  ],
} as unknown as CaseStateFile;

function show() {
  const ability = abilityFor({ roles: ["caseworker"], stationId: "station" });
  const session = { today: "2021-12-31", account: { displayName: "甲一", stationName: "甲中心站" } };
  return render(
    <App>
      <QueryClientProvider client={new QueryClient()}>
        <MemoryRouter>
          <SessionContext value={{ session: session as Session, ability }}>
            <StatePanel file={file} />
          </SessionContext>
        </MemoryRouter>
      </QueryClientProvider>
    </App>,
  );
}

it("tells the state with its rule, what lies over it, and why something cannot be recorded", async () => {
  const screen = await show();
  await expect.element(screen.getByText("执行中", { exact: true })).toBeVisible();
  await expect.element(screen.getByText(/^双向管控，自 2021-10-01/u)).toBeVisible();
  await expect.element(screen.getByText(/^住院，自 2021-11-01/u)).toBeVisible();
  await expect.element(screen.getByText("风险等级沿用名册，尚未在此确认")).toBeVisible();
  await screen.getByText("不能办理的 1 项及原因").click();
  await expect.element(screen.getByText("登记恢复执行：当日状态为“执行中”，不能登记恢复执行")).toBeVisible();
  await screen.getByRole("button", { name: /^自 2021-06-04/u }).hover();
  await expect.element(screen.getByText("自报到之日起计算。")).toBeVisible();
});

it("asks for the proof of a suspension at its field and keeps what was typed", async () => {
  const screen = await show();
  await screen.getByRole("button", { name: "登记中止" }).click();
  const form = screen.getByRole("form", { name: "登记中止" });
  await form.getByRole("radio", { name: "被依法逮捕" }).click();
  await form.getByRole("button", { name: /保\s?存/u }).click();
  await expect.element(form.getByText("请填写证明材料的名称和文号")).toBeVisible();
  await expect.element(form.getByRole("radio", { name: "被依法逮捕" })).toBeChecked();
});

it("says that a loss of contact needs a search that failed", async () => {
  const screen = await show();
  await screen.getByRole("button", { name: "登记脱管" }).click();
  await expect.element(screen.getByText("还没有未联系上的查找，请先登记查找。")).toBeVisible();
});

import { abilityFor } from "@rehab/schema/access/ability";
import type { Role } from "@rehab/schema/access/role";
import type { ApprovalRow } from "@rehab/schema/approvals";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App, ConfigProvider } from "antd";
import { expect, it } from "vitest";
import { render } from "vitest-browser-react";
import { SessionContext } from "../../../api/session.ts";
import type { SignedIn } from "../../../api/session.ts";
import { DecisionBlock } from "./decision-block.tsx";

const own = "提出人不能复核自己提出的事项";

function show(roles: Role[], reasons: Readonly<Record<string, string | null>>) {
  const signedIn = { ability: abilityFor({ roles, stationId: "s1" }), session: {} } as unknown as SignedIn;
  const row = {
    id: "0198a000-0000-7000-8000-000000000001",
    version: 1,
    actions: Object.entries(reasons).map(([action, reason]) => ({
      action,
      allowed: reason === null,
      reason,
    })),
  } as unknown as ApprovalRow;
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <App>
        <ConfigProvider button={{ autoInsertSpace: false }}>
          <SessionContext value={signedIn}>
            <DecisionBlock row={row} onDone={() => {}} />
          </SessionContext>
        </ConfigProvider>
      </App>
    </QueryClientProvider>,
  );
}

it("tells whoever proposed it why somebody else decides, and lets them take it back", async () => {
  const screen = await show(["caseworker", "supervisor"], { confirm: own, refuse: own, withdraw: null });
  await expect.element(screen.getByText(`同意：${own}`)).toBeVisible();
  expect(screen.getByRole("button", { name: "同意", exact: true }).query()).toBeNull();
  await expect.element(screen.getByRole("button", { name: "撤回" })).toBeVisible();
});

it("wants a reason for a refusal before anything is sent", async () => {
  const screen = await show(["supervisor"], { confirm: null, refuse: null, withdraw: "只有提出人可以撤回" });
  await screen.getByRole("button", { name: "不同意" }).click();
  await screen.getByRole("button", { name: "不同意" }).click();
  await expect.element(screen.getByText("不同意的，请写明理由")).toBeVisible();
  await screen.getByRole("button", { name: "取消" }).click();
  await expect.element(screen.getByRole("button", { name: "同意", exact: true })).toBeVisible();
  expect(screen.getByText("只有提出人可以撤回").query()).toBeNull();
});

import { abilityFor } from "@rehab/schema/access/ability";
import type { Role } from "@rehab/schema/access/role";
import { breachesEndpoints } from "@rehab/schema/breaches";
import type { DocumentView } from "@rehab/schema/no-shows";
import type { Session } from "@rehab/schema/session";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App } from "antd";
import { expect, it } from "vitest";
import { render } from "vitest-browser-react";
import { SessionContext } from "../../api/session.ts";
import { DocumentsPanel } from "./documents-panel.tsx";

const paper = (parts: Partial<DocumentView>) =>
  ({
    number: "1号",
    issuedOn: "2021-09-01",
    issuedBy: "甲中心站",
    pages: 1,
    note: null,
    recordedBy: "甲一",
    recordedAt: "2021-09-01T01:00:00.000Z",
    needsService: true,
    unserved: false,
    printable: true,
    annulled: null,
    receipts: [],
    ...parts,
  }) as unknown as DocumentView;

const documents = [
  paper({ id: "0198a000-0000-7000-8000-000000000001", kind: "warning", unserved: true }),
  paper({
    id: "0198a000-0000-7000-8000-000000000002",
    kind: "isolation_order",
    number: "2号",
    printable: false,
  }),
];

function show(role: Role) {
  const ability = abilityFor({ roles: [role], stationId: "station" });
  const session = { today: "2021-12-31", account: { displayName: "甲一", stationName: "甲中心站" } };
  const panel = {
    documents,
    title: "文书与送达",
    recordLabel: "登记文书",
    empty: "还没有文书",
    obstacle: undefined,
    canAnnul: ({ kind }: DocumentView) => kind !== "isolation_order",
    renderForm: () => null,
  };
  const matter = {
    enrolleeId: "0198a000-0000-7000-8000-000000000009",
    endpoints: breachesEndpoints,
    changed: [],
  };
  return render(
    <App>
      <QueryClientProvider client={new QueryClient()}>
        <SessionContext value={{ session: session as unknown as Session, ability }}>
          <DocumentsPanel {...panel} matter={matter} />
        </SessionContext>
      </QueryClientProvider>
    </App>,
  );
}

it("offers what can be done with each document, and nothing with one that a decision brought", async () => {
  const screen = await show("caseworker");
  await expect.element(screen.getByRole("button", { name: "撤销：告诫书 1号" })).toBeVisible();
  expect(screen.getByRole("button", { name: /^撤销：.*2号$/u }).query()).toBeNull();
  await expect.element(screen.getByRole("button", { name: /^下载 告诫书 1号/u })).toBeVisible();
  await screen.getByRole("button", { name: "登记送达回执：告诫书 1号" }).click();
  await expect.element(screen.getByRole("form", { name: "送达回执" })).toBeVisible();
});

it("asks for the reason of an annulment before anything is sent", async () => {
  const screen = await show("caseworker");
  await screen.getByRole("button", { name: "撤销：告诫书 1号" }).click();
  const dialog = screen.getByRole("dialog", { name: "撤销记录" });
  await dialog.getByRole("button", { name: /撤\s?销/u }).click();
  await expect.element(dialog.getByText("请写明撤销的理由")).toBeVisible();
});

it("shows readers the documents and their Word, and none where the office does not write them", async () => {
  const screen = await show("supervisor");
  await expect.element(screen.getByText("告诫书 1号")).toBeVisible();
  await expect.element(screen.getByRole("button", { name: /^下载 告诫书 1号/u })).toBeVisible();
  expect(screen.getByRole("button", { name: /^下载.*2号/u }).query()).toBeNull();
  expect(screen.getByRole("button", { name: /^撤销/u }).query()).toBeNull();
  expect(screen.getByRole("button", { name: /^登记送达回执/u }).query()).toBeNull();
});

import { Form } from "antd";
import { expect, it, vi } from "vitest";
import { render } from "vitest-browser-react";
import type { LawContent } from "@rehab/schema/law-version";
import { ContentFields } from "./content-fields.tsx";

const t8: LawContent = {
  ruleId: "T8",
  title: "严重违反协议",
  article: "第二十条",
  says: "逃避或者拒绝检测3次以上的，属于严重违反协议。",
  actor: "caseworker",
  period: null,
  limits: { refusals: 3, departures: 3, absence_days: 30 },
};

it("asks for the numbers of a rule with their units, and hands on what was typed", async () => {
  const onFinish = vi.fn<(values: object) => void>();
  const screen = await render(
    <Form initialValues={{ content: t8 }} onFinish={onFinish}>
      <ContentFields subject="rule" current={t8} />
      <button type="submit">存</button>
    </Form>,
  );
  const refusals = screen.getByLabelText("逃避或者拒绝检测达到");
  await expect.element(refusals).toHaveValue("3");
  await expect.element(screen.getByLabelText("擅自离开累计超过")).toHaveValue("30");
  await expect.element(screen.getByText("周岁")).not.toBeInTheDocument();
  await refusals.fill("2");
  await screen.getByRole("button", { name: "存" }).click();
  await vi.waitFor(() => {
    expect(onFinish).toHaveBeenCalledWith(
      expect.objectContaining({
        content: expect.objectContaining({ limits: { refusals: 2, departures: 3, absence_days: 30 } }),
      }),
    );
  });
});

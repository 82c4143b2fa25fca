import { Form, Input } from "antd";
import { expect, it, vi } from "vitest";
import { render } from "vitest-browser-react";
import { staleOf } from "../lib/stale.ts";
import { StaleChoice } from "./stale-choice.tsx";

interface Values {
  readonly name: string;
  readonly officer: string;
  readonly note: string;
}

const mine: Values = { name: "我的姓名", officer: "旧民警", note: "我的备注" };
const saved: Values = { name: "对方姓名", officer: "新民警", note: "我的备注" };
// Only the name was typed: the officer stands as it was when the form was opened.
const stale = staleOf<Values>({
  mine,
  saved,
  touched: (name) => name === "name",
  merges: true,
  savedBy: "文星街道中心站的工作人员于 2021-12-31 10:05 保存了这条记录。",
});

function Page({ onDiscard }: { readonly onDiscard: () => void }) {
  const [form] = Form.useForm<Values>();
  return (
    <>
      <StaleChoice
        stale={stale}
        form={form}
        fields={[
          { name: "name", label: "姓名" },
          { name: "officer", label: "民警" },
          { name: "note", label: "备注" },
        ]}
        onDiscard={onDiscard}
      />
      <Form form={form} name="record" initialValues={{ ...mine, officer: saved.officer }}>
        {(["name", "officer", "note"] as const).map((name) => (
          <Form.Item key={name} name={name} label={`字段 ${name}`}>
            <Input />
          </Form.Item>
        ))}
      </Form>
    </>
  );
}

it("shows both sides of what differs, and takes either without losing the other", async () => {
  const screen = await render(<Page onDiscard={() => {}} />);
  await expect.element(screen.getByRole("heading", { name: "这条记录刚被他人修改" })).toHaveFocus();
  expect(screen.getByRole("alert").element().textContent).toMatch(
    /^文星街道中心站的工作人员于 2021-12-31 10:05 保存了这条记录。/u,
  );
  expect(screen.getByRole("rowheader").elements()).toHaveLength(2);
  await expect.element(screen.getByRole("radio", { name: "姓名：用您填写的" })).toBeChecked();
  await expect.element(screen.getByRole("radio", { name: "民警：用对方保存的" })).toBeChecked();

  await screen.getByRole("radio", { name: "姓名：用对方保存的" }).click();
  await expect.element(screen.getByLabelText("字段 name")).toHaveValue("对方姓名");
  await screen.getByRole("radio", { name: "姓名：用您填写的" }).click();
  await expect.element(screen.getByLabelText("字段 name")).toHaveValue("我的姓名");

  await screen.getByRole("button", { name: "全部用对方保存的" }).click();
  await expect.element(screen.getByLabelText("字段 name")).toHaveValue("对方姓名");
  await screen.getByRole("button", { name: "全部用我填写的" }).click();
  await expect.element(screen.getByLabelText("字段 officer")).toHaveValue("旧民警");
  await expect.element(screen.getByLabelText("字段 note")).toHaveValue("我的备注");
});

it("leaves what the other person saved when the own changes are discarded", async () => {
  const onDiscard = vi.fn<() => void>();
  const screen = await render(<Page onDiscard={onDiscard} />);
  await screen.getByRole("button", { name: "放弃我的修改" }).click();
  expect(onDiscard).toHaveBeenCalledOnce();
});

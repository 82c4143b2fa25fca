import { Form, Input } from "antd";
import { expect, it, vi } from "vitest";
import { render } from "vitest-browser-react";
import { QuestionFlow } from "./question-flow.tsx";

interface Values {
  readonly number: string;
  readonly organ: string;
}

const steps = [
  { step: "number", question: "文号是什么？" },
  { step: "organ", question: "交给谁？" },
  { step: "summary", question: "核对后提交" },
] as const;

/** Refuses the number, as a server does that knows it already. */
function Flow({ onSubmit }: { readonly onSubmit: (values: Values) => void }) {
  const [form] = Form.useForm<Values>();
  return (
    <QuestionFlow
      label="移交"
      form={form}
      initial={{ number: "", organ: "" }}
      pending={false}
      problem={null}
      steps={steps}
      onSubmit={(values) => {
        onSubmit(values);
        form.setFields([{ name: "number", errors: ["文号已经用过"] }]);
      }}
      onClose={() => {}}
    >
      {(step) => (
        <>
          <Form.Item name="number" label="文号" hidden={step !== "number"}>
            <Input />
          </Form.Item>
          <Form.Item name="organ" label="机关" hidden={step !== "organ"}>
            <Input />
          </Form.Item>
        </>
      )}
    </QuestionFlow>
  );
}

it("asks one question after the other and goes back to the one whose answer was refused", async () => {
  const onSubmit = vi.fn<(values: Values) => void>();
  const screen = await render(<Flow onSubmit={onSubmit} />);
  const next = screen.getByRole("button", { name: "下一步" });
  await expect.element(screen.getByText("第 1 / 3 步")).toBeVisible();
  await screen.getByLabelText("文号").fill("1号");
  await next.click();
  await expect.element(screen.getByRole("heading", { name: "交给谁？" })).toHaveFocus();
  await screen.getByLabelText("机关").fill("大队");
  await next.click();
  await screen.getByRole("button", { name: "提交复核" }).click();
  expect(onSubmit).toHaveBeenCalledWith({ number: "1号", organ: "大队" });
  await expect.element(screen.getByRole("heading", { name: "文号是什么？" })).toBeVisible();
  await expect.element(screen.getByText("文号已经用过")).toBeVisible();
  await expect.element(screen.getByLabelText("文号")).toHaveValue("1号");
});

import { sessionEndpoints } from "@rehab/schema/session";
import { App, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../api/body-form.ts";
import { ProblemAlert } from "../../api/problems.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";

interface ChangePasswordDialogProps {
  readonly open: boolean;
  /** The initial password must go; the dialog cannot be closed. */
  readonly forced: boolean;
  readonly onClose: () => void;
}

interface Values {
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly repeated: string;
}

const initialValues: Values = { currentPassword: "", newPassword: "", repeated: "" };

export function ChangePasswordDialog({ open, forced, onClose }: ChangePasswordDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { form, submit, pending, error, reset } = useBodyForm(sessionEndpoints.changePassword, {
    request: ({ currentPassword, newPassword }: Values) => ({
      body: { currentPassword, newPassword },
    }),
    invalidates: [sessionEndpoints.current],
    fieldOfProblem: { wrong_credentials: "currentPassword", password_too_weak: "newPassword" },
    onDone: () => {
      void message.success(t("frame.passwordChanged"));
      close();
    },
  });
  const close = () => {
    reset();
    onClose();
  };

  return (
    <FormDialog
      open={open}
      title={forced ? t("frame.mustChange") : t("frame.changePassword")}
      okText={t("common.save")}
      width={420}
      mustAnswer={forced}
      form={form}
      initial={initialValues}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      requiredMark={false}
      onSubmit={submit}
      onClose={close}
    >
      <Form.Item name="currentPassword" label={t("frame.currentPassword")}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="newPassword" label={t("frame.newPassword")} extra={t("frame.passwordRule")}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={t("frame.repeatPassword")}
        dependencies={["newPassword"]}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, repeated: unknown) => {
              if (repeated !== getFieldValue("newPassword")) throw new Error(t("frame.passwordsDiffer"));
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </FormDialog>
  );
}

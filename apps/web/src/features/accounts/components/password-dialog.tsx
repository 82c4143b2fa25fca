import { accountsEndpoints } from "@rehab/schema/accounts";
import type { Account } from "@rehab/schema/accounts";
import { App, Form } from "antd";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { PasswordInput } from "./password-input.tsx";

interface PasswordDialogProps {
  readonly account: Account;
  readonly onClose: () => void;
}

/** Sets a new password, which unlocks the account and ends its sessions. */
export function PasswordDialog({ account, onClose }: PasswordDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { form, submit, pending, error } = useBodyForm(accountsEndpoints.resetPassword, {
    request: ({ password }: { password: string }) => ({ params: { id: account.id }, body: { password } }),
    invalidates: [accountsEndpoints.list],
    fieldOfProblem: { password_too_weak: "password" },
    onDone: () => {
      void message.success(t("accounts.passwordSet", { name: account.username }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t("accounts.resetOf", { name: account.username })}
      okText={t("accounts.reset")}
      help={t("accounts.resetHelp")}
      form={form}
      initial={{ password: "" }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="password" label={t("accounts.newPassword")} required extra={t("frame.passwordRule")}>
        <PasswordInput />
      </Form.Item>
    </FormDialog>
  );
}

import { approvalsEndpoints } from "@rehab/schema/approvals";
import type { Endpoint } from "@rehab/schema/endpoint";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../api/body-form.ts";
import { ProblemAlert } from "../../api/problems.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";

interface WithdrawDialogProps {
  readonly referral: { readonly id: string; readonly version: number };
  readonly changed: readonly Endpoint[];
  readonly onClose: () => void;
}

/** Takes back one's own proposal before anybody decided. */
export function WithdrawDialog({ referral, changed, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation();
  const { form, submit, pending, error } = useBodyForm(approvalsEndpoints.withdraw, {
    request: ({ reason }: { reason: string }) => ({
      params: { id: referral.id },
      body: { version: referral.version, reason },
    }),
    invalidates: changed,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t("noShows.referral.withdrawTitle")}
      okText={t("noShows.referral.withdraw")}
      form={form}
      initial={{ reason: "" }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t("noShows.referral.withdrawReason")} required>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

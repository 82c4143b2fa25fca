import { approvalsEndpoints } from "@rehab/schema/approvals";
import type { ReferralView } from "@rehab/schema/no-shows";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../api/body-form.ts";
import { useFresh } from "../../api/query.ts";
import { FormProblem } from "../form-problem.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import type { Matter, MatterEndpoints } from "./matter.ts";

interface WithdrawDialogProps {
  readonly referral: ReferralView;
  readonly matter: Matter<Pick<MatterEndpoints, "get">>;
  readonly onClose: () => void;
}

/** Takes back one's own proposal before anybody decided. */
export function WithdrawDialog({ referral, matter, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation();
  const fresh = useFresh();
  const { form, submit, pending, error, stale } = useBodyForm(approvalsEndpoints.withdraw, {
    request: ({ reason }: { reason: string }) => ({
      params: { id: referral.id },
      body: { version: referral.version, reason },
    }),
    invalidates: matter.changed,
    ifStale: {
      merges: false,
      savedNow: async () => {
        const file = await fresh(matter.endpoints.get, { params: { id: matter.enrolleeId } });
        return { reason: file.referrals.find(({ id }) => id === referral.id)?.reason ?? "" };
      },
    },
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t("noShows.referral.withdrawTitle")}
      okText={t("noShows.referral.withdraw")}
      form={form}
      initial={{ reason: "" }}
      pending={pending}
      problem={
        <FormProblem
          error={error}
          stale={stale}
          form={form}
          fields={[{ name: "reason", label: t("approvals.reason"), onlyShown: true }]}
          onDiscard={onClose}
        />
      }
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t("noShows.referral.withdrawReason")} required>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

import { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
import type { Reconciliation } from "@rehab/schema/reconciliations";
import { useQueryClient } from "@tanstack/react-query";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../../api/body-form.ts";
import { useFresh } from "../../../api/query.ts";
import { FormProblem } from "../../../parts/form-problem.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { changedByFinishing, keepAnswer } from "../reconciliation-data.ts";

interface CancelDialogProps {
  readonly of: Reconciliation;
  readonly onClose: () => void;
}

/** Drops the comparison with a reason; says what goes with it. */
export function CancelDialog({ of, onClose }: CancelDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const fresh = useFresh();
  const { form, submit, pending, error, stale } = useBodyForm(reconciliationsEndpoints.cancel, {
    request: ({ reason }: { reason: string }) => ({
      params: { id: of.id },
      body: { version: of.version, reason },
    }),
    invalidates: changedByFinishing,
    ifStale: {
      merges: false,
      savedNow: async () => {
        await fresh(reconciliationsEndpoints.get, { params: { id: of.id } });
        return {};
      },
    },
    onDone: (answer) => {
      keepAnswer(client, answer);
      onClose();
    },
  });
  return (
    <FormDialog
      title={t("reconciliations.cancelTitle")}
      okText={t("reconciliations.cancel")}
      danger
      help={t(`reconciliations.cancelWhat.${of.state}`)}
      form={form}
      initial={{ reason: "" }}
      pending={pending}
      problem={<FormProblem error={error} stale={stale} form={form} fields={[]} onDiscard={onClose} />}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t("reconciliations.cancelReason")} required>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

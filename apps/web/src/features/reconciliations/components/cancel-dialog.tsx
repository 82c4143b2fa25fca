import { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
import type { Reconciliation } from "@rehab/schema/reconciliations";
import { useQueryClient } from "@tanstack/react-query";
import { Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { changedByFinishing, keepAnswer } from "../reconciliation-data.ts";

interface CancelDialogProps {
  readonly of: Reconciliation;
  readonly onClose: () => void;
}

/** Drops the comparison with a reason; says what goes with it. */
export function CancelDialog({ of, onClose }: CancelDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { form, submit, pending, error } = useBodyForm(reconciliationsEndpoints.cancel, {
    request: ({ reason }: { reason: string }) => ({
      params: { id: of.id },
      body: { version: of.version, reason },
    }),
    invalidates: changedByFinishing,
    onDone: (answer) => {
      keepAnswer(client, answer);
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t("reconciliations.cancelTitle")}
      okText={t("reconciliations.cancel")}
      okButtonProps={{ danger: true }}
      confirmLoading={pending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p style={{ marginBottom: 12 }}>{t(`reconciliations.cancelWhat.${of.state}`)}</p>
      <Form form={form} layout="vertical" onFinish={submit} initialValues={{ reason: "" }}>
        <ProblemAlert error={error} />
        <Form.Item name="reason" label={t("reconciliations.cancelReason")} required>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

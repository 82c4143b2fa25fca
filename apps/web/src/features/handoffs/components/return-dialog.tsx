import { handoffsEndpoints } from "@rehab/schema/handoffs";
import type { HandoffFile } from "@rehab/schema/handoffs";
import { App, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { staleAfterStep } from "../handoff-data.ts";

interface ReturnDialogProps {
  readonly file: HandoffFile;
  readonly onClose: () => void;
}

/** The station gives the assignment back. */
export function ReturnToBureauDialog({ file, onClose }: ReturnDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(handoffsEndpoints.returnToBureau, {
    request: ({ reason }: { reason: string }) => ({ params: { id: file.caseId }, body: { id, reason } }),
    invalidates: staleAfterStep,
    onDone: () => {
      void message.success(t("handoffs.done.return"));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t("handoffs.returnToBureau")}
      okText={t("handoffs.returnToBureau")}
      confirmLoading={pending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p style={{ marginBottom: 12 }}>{t("handoffs.returnToBureauHelp")}</p>
      <Form form={form} layout="vertical" onFinish={submit} initialValues={{ reason: "" }}>
        <ProblemAlert error={error} />
        <ReasonItem />
      </Form>
    </Modal>
  );
}

/** The bureau gives the case back to the police. */
export function ReturnToPoliceDialog({ file, onClose }: ReturnDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { today } = useSession().session;
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(handoffsEndpoints.returnToPolice, {
    request: ({ happenedOn, reason }: { happenedOn: string; reason: string }) => ({
      params: { id: file.caseId },
      body: { id, happenedOn, reason },
    }),
    invalidates: staleAfterStep,
    onDone: () => {
      void message.success(t("handoffs.done.police"));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t("handoffs.returnToPolice")}
      okText={t("handoffs.returnToPolice")}
      okButtonProps={{ danger: true }}
      confirmLoading={pending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p style={{ marginBottom: 12 }}>{t("handoffs.returnToPoliceHelp")}</p>
      <Form form={form} layout="vertical" onFinish={submit} initialValues={{ happenedOn: today, reason: "" }}>
        <ProblemAlert error={error} />
        <Form.Item name="happenedOn" label={t("handoffs.returnedOn")} required>
          <DayInput max={today} />
        </Form.Item>
        <ReasonItem />
      </Form>
    </Modal>
  );
}

function ReasonItem() {
  const { t } = useTranslation();
  return (
    <Form.Item name="reason" label={t("handoffs.reason")} required>
      <Input.TextArea rows={3} maxLength={500} />
    </Form.Item>
  );
}

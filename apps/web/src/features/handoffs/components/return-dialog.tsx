import { handoffsEndpoints } from "@rehab/schema/handoffs";
import type { HandoffFile } from "@rehab/schema/handoffs";
import { App, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
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
    <FormDialog
      title={t("handoffs.returnToBureau")}
      okText={t("handoffs.returnToBureau")}
      help={t("handoffs.returnToBureauHelp")}
      form={form}
      initial={{ reason: "" }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onClose={onClose}
    >
      <ReasonItem />
    </FormDialog>
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
    <FormDialog
      title={t("handoffs.returnToPolice")}
      okText={t("handoffs.returnToPolice")}
      danger
      help={t("handoffs.returnToPoliceHelp")}
      form={form}
      initial={{ happenedOn: today, reason: "" }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="happenedOn" label={t("handoffs.returnedOn")} required>
        <DayInput max={today} />
      </Form.Item>
      <ReasonItem />
    </FormDialog>
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

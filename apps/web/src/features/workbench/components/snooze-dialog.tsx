import { workbenchEndpoints } from "@rehab/schema/workbench";
import type { DutyRow } from "@rehab/schema/workbench";
import { App, Form, Input, Modal } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { dayText } from "../../../lib/day-text.ts";
import { DayInput } from "../../../ui/day-input.tsx";

interface SnoozeDialogProps {
  readonly row: DutyRow;
  readonly what: string;
  readonly onClose: () => void;
}

const stale = [workbenchEndpoints.counts, workbenchEndpoints.list];

/** Puts a deadline of the office off to another day, with the reason. */
export function SnoozeDialog({ row, what, onClose }: SnoozeDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { today } = useSession().session;
  const [id] = useState(() => newId());
  const { enrolleeId, kind, subject } = row;
  const { form, submit, pending, error } = useBodyForm(workbenchEndpoints.snooze, {
    request: ({ until, reason }: { until: string; reason: string }) => ({
      body: { id, enrolleeId, kind, subject, until, reason },
    }),
    invalidates: stale,
    onDone: ({ snoozedTo }) => {
      void message.success(t("workbench.snooze.done", { day: dayText(snoozedTo) }));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t("workbench.snooze.title", { what })}
      okText={t("workbench.snooze.ok")}
      confirmLoading={pending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p style={{ marginBottom: 12 }}>{t("workbench.snooze.help")}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ until: dayjs(today).add(7, "day").format("YYYY-MM-DD"), reason: "" }}
      >
        <ProblemAlert error={error} />
        <Form.Item name="until" label={t("workbench.snooze.until")} required>
          <DayInput />
        </Form.Item>
        <Form.Item name="reason" label={t("workbench.snooze.reason")} required>
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** Brings a deadline that was put off back into its queue. */
export function WakeDialog({ row, what, onClose }: SnoozeDialogProps) {
  const { t } = useTranslation();
  const { enrolleeId, kind, subject } = row;
  const { form, submit, pending, error } = useBodyForm(workbenchEndpoints.wake, {
    request: ({ reason }: { reason: string }) => ({ body: { enrolleeId, kind, subject, reason } }),
    invalidates: stale,
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t("workbench.wake.title", { what })}
      okText={t("workbench.wake.ok")}
      confirmLoading={pending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={submit} initialValues={{ reason: "" }}>
        <ProblemAlert error={error} />
        <Form.Item name="reason" label={t("workbench.wake.reason")} required>
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

import { workbenchEndpoints } from "@rehab/schema/workbench";
import type { DutyRow } from "@rehab/schema/workbench";
import { App, Form, Input } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { dayText } from "../../../lib/day-text.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";

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
    <FormDialog
      title={t("workbench.snooze.title", { what })}
      okText={t("workbench.snooze.ok")}
      help={t("workbench.snooze.help")}
      form={form}
      initial={{ until: dayjs(today).add(7, "day").format("YYYY-MM-DD"), reason: "" }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="until" label={t("workbench.snooze.until")} required>
        <DayInput />
      </Form.Item>
      <Form.Item name="reason" label={t("workbench.snooze.reason")} required>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </FormDialog>
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
    <FormDialog
      title={t("workbench.wake.title", { what })}
      okText={t("workbench.wake.ok")}
      form={form}
      initial={{ reason: "" }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t("workbench.wake.reason")} required>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}

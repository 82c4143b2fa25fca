import { leavesEndpoints } from "@rehab/schema/leaves";
import type { LeaveFile } from "@rehab/schema/leaves";
import { Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { orNull } from "../../../lib/blank.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { InlineForm } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { changedByLeave } from "../leave-answers.ts";

interface FormProps {
  readonly file: LeaveFile;
  readonly onClose: () => void;
}

interface ReportValues {
  readonly requestedOn: string | null;
  readonly leftOn: string | null;
  readonly dueBackOn: string | null;
  readonly destination: string;
  readonly reason: string;
  readonly companion: string;
  readonly note: string;
}

/** 外出报告: where to, what for, from when to when (戒毒条例 第十九条第三项). */
export function ReportForm({ file, onClose }: FormProps) {
  const { t } = useTranslation();
  const { today } = useSession().session;
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(leavesEndpoints.report, {
    request: ({ requestedOn, leftOn, dueBackOn, companion, note, ...values }: ReportValues) => ({
      params: { id: file.enrolleeId },
      body: {
        id,
        requestedOn: requestedOn ?? "",
        leftOn: leftOn ?? "",
        dueBackOn: dueBackOn ?? "",
        companion: orNull(companion),
        note: orNull(note),
        ...values,
      },
    }),
    invalidates: changedByLeave,
    onDone: onClose,
  });
  return (
    <InlineForm
      label={t("leaves.report")}
      form={form}
      initial={{
        requestedOn: today,
        leftOn: today,
        dueBackOn: null,
        destination: "",
        reason: "",
        companion: "",
        note: "",
      }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item name="requestedOn" label={t("leaves.requestedOn")} required>
        <DayInput max={today} />
      </Form.Item>
      <Form.Item name="leftOn" label={t("leaves.leftOn")} required>
        <DayInput />
      </Form.Item>
      <Form.Item name="dueBackOn" label={t("leaves.dueBackOn")} extra={t("leaves.threeDays")} required>
        <DayInput />
      </Form.Item>
      <Form.Item name="destination" label={t("leaves.destination")} required>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="reason" label={t("leaves.reason")} required>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="companion" label={t("leaves.companion")}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item className={styles.wide ?? ""} name="note" label={t("leaves.note")}>
        <Input maxLength={100} />
      </Form.Item>
    </InlineForm>
  );
}

interface AbsenceValues {
  readonly leftOn: string | null;
  readonly reason: string;
  readonly destination: string;
  readonly note: string;
}

/** Somebody left without a word: when, and how it was found out. */
export function AbsenceForm({ file, onClose }: FormProps) {
  const { t } = useTranslation();
  const { today } = useSession().session;
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(leavesEndpoints.recordAbsence, {
    request: ({ leftOn, reason, destination, note }: AbsenceValues) => ({
      params: { id: file.enrolleeId },
      body: { id, leftOn: leftOn ?? "", reason, destination: orNull(destination), note: orNull(note) },
    }),
    invalidates: changedByLeave,
    onDone: onClose,
  });
  return (
    <InlineForm
      label={t("leaves.absence")}
      form={form}
      initial={{ leftOn: today, reason: "", destination: "", note: "" }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item name="leftOn" label={t("leaves.goneOn")} required>
        <DayInput max={today} />
      </Form.Item>
      <Form.Item name="destination" label={t("leaves.destination")}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item className={styles.wide ?? ""} name="reason" label={t("leaves.foundOut")} required>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item className={styles.wide ?? ""} name="note" label={t("leaves.note")}>
        <Input maxLength={100} />
      </Form.Item>
    </InlineForm>
  );
}

import { leavesEndpoints } from "@rehab/schema/leaves";
import type { LeaveView } from "@rehab/schema/leaves";
import { Form, Input, Radio } from "antd";
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

export type LeaveStepName = "decide" | "extend" | "checkReturn" | "cancel";

interface StepFormProps {
  readonly leave: LeaveView;
  readonly step: LeaveStepName;
  readonly onClose: () => void;
}

interface Values {
  readonly happenedOn: string | null;
  readonly by: string;
  readonly note: string;
  readonly dueBackOn: string | null;
  readonly decision: "approved" | "refused";
}

/** One step of a leave: the decision, an extension, the return, or that nobody left. */
export function StepForm({ leave, step, onClose }: StepFormProps) {
  const { t } = useTranslation();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const said = { invalidates: changedByLeave, onDone: onClose };
  const common = ({ happenedOn, by, note }: Values) => ({
    id,
    happenedOn: happenedOn ?? "",
    by,
    note: orNull(note),
  });
  const params = { id: leave.id };
  const decision = useBodyForm(leavesEndpoints.decide, {
    ...said,
    request: (values: Values) => ({ params, body: { ...common(values), decision: values.decision } }),
  });
  const extension = useBodyForm(leavesEndpoints.extend, {
    ...said,
    request: (values: Values) => ({
      params,
      body: { ...common(values), note: values.note, dueBackOn: values.dueBackOn ?? "" },
    }),
  });
  const comingBack = useBodyForm(leavesEndpoints.checkReturn, {
    ...said,
    request: (values: Values) => ({ params, body: common(values) }),
  });
  const cancellation = useBodyForm(leavesEndpoints.cancel, {
    ...said,
    request: (values: Values) => ({ params, body: { ...common(values), note: values.note } }),
  });
  const forms = { decide: decision, extend: extension, checkReturn: comingBack, cancel: cancellation };
  const { form, submit, pending, error } = forms[step];
  const wantsNote = step === "extend" || step === "cancel";
  return (
    <InlineForm
      label={t(`leaves.step.${step}`)}
      form={form}
      initial={{
        happenedOn: session.today,
        by: session.account.displayName,
        note: "",
        dueBackOn: null,
        decision: "approved",
      }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      {step === "decide" && (
        <Form.Item className={styles.wide ?? ""} name="decision" label={t("leaves.decision")} required>
          <Radio.Group
            options={(["approved", "refused"] as const).map((value) => ({
              value,
              label: t(`leaves.decisions.${value}`),
            }))}
          />
        </Form.Item>
      )}
      <Form.Item name="happenedOn" label={t(`leaves.dayOf.${step}`)} required>
        <DayInput max={session.today} />
      </Form.Item>
      {step === "extend" && (
        <Form.Item name="dueBackOn" label={t("leaves.newDueBackOn")} required>
          <DayInput />
        </Form.Item>
      )}
      <Form.Item name="by" label={t("leaves.by")} required>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        className={styles.wide ?? ""}
        name="note"
        label={t(wantsNote ? "leaves.why" : "leaves.note")}
        required={wantsNote}
      >
        <Input maxLength={100} />
      </Form.Item>
    </InlineForm>
  );
}

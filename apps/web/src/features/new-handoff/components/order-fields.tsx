import { MEASURES } from "@rehab/domain/supervision/measure";
import type { Measure } from "@rehab/domain/supervision/measure";
import { Form, Input, InputNumber, Select } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useRuleOn } from "../../../api/rules.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { Panel } from "../../../ui/panel.tsx";
import styles from "./new-handoff.module.css";

/** The order that opens the case, and the day on which the person received it. */
export function OrderFields() {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { today } = useSession().session;
  const rule = useTermRule(today);
  return (
    <Panel title={t("newHandoff.order")}>
      <div className={styles.grid}>
        <Form.Item name="measure" label={t("newHandoff.measure")} required>
          <Select options={MEASURES.map(({ code }) => ({ value: code, label: labelOf(MEASURES, code) }))} />
        </Form.Item>
        <Form.Item name="orderNumber" label={t("newHandoff.orderNumber")}>
          <Input autoComplete="off" maxLength={60} />
        </Form.Item>
        <Form.Item name="orderedOn" label={t("newHandoff.orderedOn")}>
          <DayInput clearable max={today} />
        </Form.Item>
        <Form.Item
          name="receivedOn"
          label={t("newHandoff.receivedOn2")}
          required
          extra={t("newHandoff.receivedHelp")}
        >
          <DayInput max={today} />
        </Form.Item>
        <Form.Item name="termMonths" label={t("newHandoff.termMonths")} required extra={rule?.text}>
          <InputNumber min={1} max={120} precision={0} />
        </Form.Item>
        <Form.Item
          name="deductedDays"
          label={t("newHandoff.deductedDays")}
          extra={t("newHandoff.deductedHelp")}
        >
          <InputNumber min={0} max={3660} precision={0} />
        </Form.Item>
        <Form.Item name="orderOrgan" label={t("newHandoff.orderOrgan")}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="policeStation" label={t("newHandoff.policeStation")}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="drug" label={t("newHandoff.drug")}>
          <Input maxLength={60} />
        </Form.Item>
      </div>
    </Panel>
  );
}

/** The rule of the length of the term by the day of the decision; it fills the field in until somebody types there. */
function useTermRule(today: string) {
  const form = Form.useFormInstance();
  const measure = Form.useWatch<Measure | undefined>("measure", form);
  const orderedOn = Form.useWatch<string | null | undefined>("orderedOn", form);
  const receivedOn = Form.useWatch<string | null | undefined>("receivedOn", form);
  const id = measure === "community_rehab" ? "T4" : "T3";
  const rule = useRuleOn(id, orderedOn ?? receivedOn ?? today);
  const months = monthsOf(rule?.content.period ?? null);
  useEffect(() => {
    if (months !== undefined && !form.isFieldTouched("termMonths")) form.setFieldValue("termMonths", months);
  }, [form, months]);
  return rule;
}

function monthsOf(
  period: NonNullable<ReturnType<typeof useRuleOn>>["content"]["period"],
): number | undefined {
  if (period === null || period.unit === "day") return undefined;
  return period.unit === "year" ? period.amount * 12 : period.amount;
}

import { MEASURES } from "@rehab/domain/supervision/measure";
import { Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
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
        <Form.Item
          name="termMonths"
          label={t("newHandoff.termMonths")}
          required
          extra={t("newHandoff.termHelp")}
        >
          <InputNumber min={1} max={36} precision={0} />
        </Form.Item>
        <Form.Item
          name="deductedDays"
          label={t("newHandoff.deductedDays")}
          extra={t("newHandoff.deductedHelp")}
        >
          <InputNumber min={0} max={1095} precision={0} />
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

import { PlusOutlined } from "@ant-design/icons";
import { TRANSFER_MATERIALS } from "@rehab/domain/handoff/transfer";
import { SUSPENSION_GROUNDS } from "@rehab/domain/supervision/case-event";
import { Button, Checkbox, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useRuleOn } from "../../../api/rules.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { Panel } from "../../../ui/panel.tsx";
import styles from "./new-handoff.module.css";

/** Where a case comes from, since when the place is another, and what its term brings along. */
export function TransferFields() {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { today } = useSession().session;
  const changedOn = Form.useWatch<string | undefined>(["transfer", "changedOn"]);
  const rule = useRuleOn("T12", changedOn || today);
  return (
    <Panel title={t("newHandoff.arrival")}>
      <div className={styles.grid}>
        <Form.Item
          name={["transfer", "otherPlace"]}
          label={t("newHandoff.otherPlace")}
          required
          extra={t("newHandoff.otherPlaceHelp")}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name={["transfer", "reportedOn"]}
          label={t("newHandoff.reportedOn")}
          required
          extra={t("newHandoff.reportedHelp")}
        >
          <DayInput max={today} />
        </Form.Item>
        <Form.Item
          name={["transfer", "changedOn"]}
          label={t("newHandoff.changedOn")}
          required
          extra={rule?.text}
        >
          <DayInput max={today} />
        </Form.Item>
        <Form.Item name={["transfer", "letterNumber"]} label={t("newHandoff.letterNumber")}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name={["transfer", "reason"]}
          label={t("newHandoff.transferReason")}
          required
          style={{ gridColumn: "1 / -1" }}
        >
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item
          name={["transfer", "materials"]}
          label={t("newHandoff.materials")}
          style={{ gridColumn: "1 / -1" }}
        >
          <Checkbox.Group
            options={TRANSFER_MATERIALS.map(({ code }) => ({
              value: code,
              label: labelOf(TRANSFER_MATERIALS, code),
            }))}
          />
        </Form.Item>
        <Suspensions today={today} />
      </div>
    </Panel>
  );
}

function Suspensions({ today }: { readonly today: string }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (
    <Form.List name={["transfer", "suspensions"]}>
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className={styles.suspension} aria-label={t("newHandoff.suspensions")}>
              <Form.Item name={[name, "from"]} label={t("newHandoff.suspendedFrom")} required>
                <DayInput max={today} />
              </Form.Item>
              <Form.Item name={[name, "resumedOn"]} label={t("newHandoff.resumedOn")} required>
                <DayInput max={today} />
              </Form.Item>
              <Form.Item name={[name, "ground"]} label={t("newHandoff.ground")} required>
                <Select
                  style={{ width: 140 }}
                  options={SUSPENSION_GROUNDS.map(({ code }) => ({
                    value: code,
                    label: labelOf(SUSPENSION_GROUNDS, code),
                  }))}
                />
              </Form.Item>
              <Form.Item>
                <Button type="link" onClick={() => remove(name)}>
                  {t("newHandoff.removeSuspension", { number: name + 1 })}
                </Button>
              </Form.Item>
            </fieldset>
          ))}
          <div className={styles.wide}>
            <Button
              size="small"
              icon={<PlusOutlined />}
              onClick={() => add({ from: null, resumedOn: null, ground: "detained" })}
            >
              {t("newHandoff.addSuspension")}
            </Button>
          </div>
        </>
      )}
    </Form.List>
  );
}

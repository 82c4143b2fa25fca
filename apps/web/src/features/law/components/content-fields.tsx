import { RULE_ACTORS } from "@rehab/domain/law/rule";
import { TERM_LAST_DAYS } from "@rehab/domain/law/settings";
import type { SettingKey } from "@rehab/domain/law/settings";
import type { LawContent } from "@rehab/schema/law-version";
import { Checkbox, Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { riskKeys } from "../law-words.ts";
import styles from "../pages/law-page.module.css";
import { LimitFields } from "./limit-fields.tsx";
import { DayListInput, NumberListInput, PlanInput } from "./list-inputs.tsx";
import type { VersionSubject } from "./version-form.tsx";

interface ContentFieldsProps {
  readonly subject: VersionSubject;
  /** What holds now; null for a year whose holidays are not published. */
  readonly current: LawContent | null;
}

/** What a version says, by what it is about. */
export function ContentFields({ subject, current }: ContentFieldsProps) {
  if (subject === "rule" && current !== null && "ruleId" in current) return <RuleFields current={current} />;
  if (subject === "test_plan") return <PlanFields />;
  if (subject === "setting" && current !== null && "key" in current) {
    return <SettingFields settingKey={current.key} />;
  }
  return <HolidayFields />;
}

type RuleContent = Extract<LawContent, { ruleId: unknown }>;

function RuleFields({ current }: { readonly current: RuleContent }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (
    <>
      <Form.Item name={["content", "title"]} label={t("law.name")} required>
        <Input maxLength={40} />
      </Form.Item>
      {current.article !== "" && (
        <Form.Item name={["content", "article"]} label={t("law.article")} required>
          <Input maxLength={60} />
        </Form.Item>
      )}
      <Form.Item name={["content", "actor"]} label={t("law.actor")} required>
        <Select
          options={RULE_ACTORS.map(({ code }) => ({ value: code, label: labelOf(RULE_ACTORS, code) }))}
        />
      </Form.Item>
      {current.period !== null && <PeriodFields />}
      {current.limits !== null && <LimitFields limits={current.limits} />}
      <Form.Item
        className={styles.wide ?? ""}
        name={["content", "says"]}
        label={t("law.says")}
        required
        {...((current.period !== null || current.limits !== null) && { extra: t("law.saysHelp") })}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
    </>
  );
}

function PeriodFields() {
  const { t } = useTranslation();
  const options = (codes: readonly ("day" | "month" | "year")[]) =>
    codes.map((code) => ({ value: code, label: t(`law.unit.${code}`) }));
  return (
    <>
      <Form.Item name={["content", "period", "amount"]} label={t("law.period")} required>
        <InputNumber min={1} max={3650} precision={0} />
      </Form.Item>
      <Form.Item name={["content", "period", "unit"]} label={t("law.amount")} required>
        <Select options={options(["day", "month", "year"])} />
      </Form.Item>
      <Form.Item name={["content", "period", "counting"]} label={t("law.counting")} required>
        <Select
          options={(["natural", "working"] as const).map((code) => ({
            value: code,
            label: t(`law.${code}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        className={styles.wide ?? ""}
        name={["content", "period", "rollsOver"]}
        valuePropName="checked"
      >
        <Checkbox>{t("law.rollsBox")}</Checkbox>
      </Form.Item>
    </>
  );
}

function PlanFields() {
  const { t } = useTranslation();
  return (
    <Form.Item
      className={styles.wide ?? ""}
      name={["content", "testsPerYear"]}
      label={t("law.parts.test_plan")}
      required
      extra={t("law.planHelp")}
    >
      <PlanInput />
    </Form.Item>
  );
}

function SettingFields({ settingKey }: { readonly settingKey: SettingKey }) {
  const { t } = useTranslation();
  if (settingKey === "visit_months") {
    return riskKeys.map((risk) => (
      <Form.Item key={risk} name={["content", "value", risk]} label={t(`law.risk.${risk}`)} required>
        <InputNumber min={1} max={60} precision={0} suffix={t("law.unit.month")} style={{ width: 140 }} />
      </Form.Item>
    ));
  }
  return (
    <Form.Item
      className={styles.wide ?? ""}
      name={["content", "value"]}
      label={t(`law.setting.${settingKey}`)}
      required={settingKey !== "leave_approval_from_days"}
      extra={t(`law.settingHelp.${settingKey}`)}
    >
      <SettingInput settingKey={settingKey} />
    </Form.Item>
  );
}

interface SettingInputProps {
  readonly settingKey: Exclude<SettingKey, "visit_months">;
  // given by the form
  readonly id?: string;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
}

function SettingInput({ settingKey, ...field }: SettingInputProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  switch (settingKey) {
    case "term_last_day":
      return (
        <Select
          {...field}
          style={{ maxWidth: 320 }}
          options={TERM_LAST_DAYS.map(({ code }) => ({ value: code, label: labelOf(TERM_LAST_DAYS, code) }))}
        />
      );
    case "administrative_detention_stops":
      return (
        <Select
          {...field}
          style={{ maxWidth: 320 }}
          options={[
            { value: true, label: t("law.yes") },
            { value: false, label: t("law.no") },
          ]}
        />
      );
    case "end_reminder_days":
      return <NumberListInput {...(field as Parameters<typeof NumberListInput>[0])} />;
    case "leave_approval_from_days":
      return (
        <InputNumber
          {...(field as { id?: string; value?: number | null })}
          min={1}
          max={365}
          precision={0}
          suffix={t("law.unit.day")}
          style={{ width: 140 }}
        />
      );
  }
}

function HolidayFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name={["content", "source"]} label={t("law.source")} required>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        className={styles.wide ?? ""}
        name={["content", "daysOff"]}
        label={t("law.daysOff")}
        required
        extra={t("law.daysHelp")}
      >
        <DayListInput rows={8} />
      </Form.Item>
      <Form.Item
        className={styles.wide ?? ""}
        name={["content", "workdays"]}
        label={t("law.workdays")}
        extra={t("law.daysHelp")}
        initialValue={[]}
      >
        <DayListInput rows={4} />
      </Form.Item>
    </>
  );
}

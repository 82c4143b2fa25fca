import { RULE_LIMITS } from "@rehab/domain/law/rule";
import type { RuleLimits } from "@rehab/domain/law/rule";
import { Form, InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { useCodeLabel } from "../../../lib/code-label.ts";

/** The numbers that a rule states beside its period, each with its unit. */
export function LimitFields({ limits }: { readonly limits: RuleLimits }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return RULE_LIMITS.filter(({ code }) => limits[code] !== undefined).map(({ code, unit, most }) => (
    <Form.Item key={code} name={["content", "limits", code]} label={labelOf(RULE_LIMITS, code)} required>
      <InputNumber
        min={1}
        max={most}
        precision={0}
        suffix={t(`law.limitUnit.${unit}`)}
        style={{ width: 140 }}
      />
    </Form.Item>
  ));
}

import { HANDOFF_CONDITIONS, HANDOFF_PAPERS } from "@rehab/domain/handoff/handoff-record";
import { Checkbox, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { Panel } from "../../../ui/panel.tsx";
import type { HandoffKind } from "../handoff-values.ts";
import styles from "./new-handoff.module.css";

/** What came with the person, when and from whom. */
export function HandoverFields({ kind }: { readonly kind: HandoffKind }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { today } = useSession().session;
  const condition: unknown = Form.useWatch("condition");
  return (
    <Panel title={t("newHandoff.handover")}>
      <div className={styles.grid}>
        {kind === "handoff" && (
          <Form.Item name="handedOffOn" label={t("newHandoff.handedOffOn")} required>
            <DayInput max={today} />
          </Form.Item>
        )}
        <Form.Item name="policeOfficer" label={t("newHandoff.policeOfficer")}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="condition" label={t("newHandoff.condition")}>
          <Select
            options={HANDOFF_CONDITIONS.map(({ code }) => ({
              value: code,
              label: labelOf(HANDOFF_CONDITIONS, code),
            }))}
          />
        </Form.Item>
        {condition === "from_isolation" && (
          <>
            <Form.Item name="isolationCenter" label={t("newHandoff.isolationCenter")}>
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name="isolationLeftOn" label={t("newHandoff.isolationLeftOn")}>
              <DayInput clearable max={today} />
            </Form.Item>
          </>
        )}
        <Form.Item name="papers" label={t("newHandoff.papers")} style={{ gridColumn: "1 / -1" }}>
          <Checkbox.Group
            options={HANDOFF_PAPERS.map(({ code }) => ({
              value: code,
              label: labelOf(HANDOFF_PAPERS, code),
            }))}
          />
        </Form.Item>
        <Form.Item name="note" label={t("newHandoff.note")} style={{ gridColumn: "1 / -1" }}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
        </Form.Item>
      </div>
    </Panel>
  );
}

import { HANDOFF_CONDITIONS, HANDOFF_PAPERS } from "@rehab/domain/handoff/handoff-record";
import type { HandoffCondition, HandoffPaper } from "@rehab/domain/handoff/handoff-record";
import { handoffsEndpoints } from "@rehab/schema/handoffs";
import type { HandoffFile } from "@rehab/schema/handoffs";
import { App, Button, Checkbox, Drawer, Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../../api/body-form.ts";
import { useFresh } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { FormProblem } from "../../../parts/form-problem.tsx";
import { DayInput } from "../../../ui/day-input.tsx";
import { staleAfterStep, textOrNull } from "../handoff-data.ts";
import styles from "./reassign-drawer.module.css";

interface RecordDrawerProps {
  readonly file: HandoffFile;
  readonly onClose: () => void;
}

interface Values {
  readonly papers: HandoffPaper[];
  readonly condition: HandoffCondition;
  readonly policeOfficer?: string | null;
  readonly isolationCenter?: string | null;
  readonly isolationLeftOn?: string | null;
  readonly orderFromOn?: string | null;
  readonly orderToOn?: string | null;
  readonly note?: string | null;
}

const dayOf = (value: unknown) => dayText(String(value));

/** What of the record the form changes. */
function valuesOf(record: NonNullable<HandoffFile["record"]>): Values {
  const { papers, condition, policeOfficer, isolationCenter, isolationLeftOn } = record;
  const { orderFromOn, orderToOn, note } = record;
  return {
    papers,
    condition,
    policeOfficer,
    isolationCenter,
    isolationLeftOn,
    orderFromOn,
    orderToOn,
    note,
  };
}

/** Changes what came with the person. */
export function RecordDrawer({ file, onClose }: RecordDrawerProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { message } = App.useApp();
  const { today } = useSession().session;
  const { record } = file;
  const fresh = useFresh();
  const { form, submit, pending, error, stale } = useBodyForm(handoffsEndpoints.update, {
    request: (values: Values) => ({
      params: { id: file.caseId },
      body: {
        version: record?.version ?? 0,
        papers: values.papers,
        condition: values.condition,
        policeOfficer: textOrNull(values.policeOfficer),
        isolationCenter: textOrNull(values.isolationCenter),
        isolationLeftOn: values.isolationLeftOn ?? null,
        orderFromOn: values.orderFromOn ?? null,
        orderToOn: values.orderToOn ?? null,
        note: textOrNull(values.note),
      },
    }),
    invalidates: staleAfterStep,
    ifStale: {
      merges: true,
      savedNow: async () => {
        const { record: saved } = await fresh(handoffsEndpoints.get, { params: { id: file.caseId } });
        return saved === null ? {} : valuesOf(saved);
      },
    },
    onDone: () => {
      void message.success(t("handoffs.done.saved"));
      onClose();
    },
  });
  const condition = Form.useWatch("condition", form) as HandoffCondition | undefined;

  return (
    <Drawer
      open
      size={480}
      title={t("handoffs.edit")}
      onClose={onClose}
      footer={
        <div className={styles.footer}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="primary" loading={pending} onClick={form.submit}>
            {t("handoffs.save")}
          </Button>
        </div>
      }
    >
      <FormProblem
        error={error}
        stale={stale}
        form={form}
        fields={[
          {
            name: "papers",
            label: t("handoffs.papers"),
            text: (codes) =>
              (codes as HandoffPaper[]).map((code) => labelOf(HANDOFF_PAPERS, code)).join("、"),
          },
          {
            name: "condition",
            label: t("handoffs.condition"),
            text: (code) => labelOf(HANDOFF_CONDITIONS, String(code)),
          },
          { name: "isolationCenter", label: t("handoffs.isolationCenter") },
          { name: "isolationLeftOn", label: t("handoffs.isolationLeftOn"), text: dayOf },
          { name: "policeOfficer", label: t("handoffs.policeOfficer") },
          { name: "orderFromOn", label: `${t("handoffs.printedTerm")} · ${t("handoffs.from")}`, text: dayOf },
          { name: "orderToOn", label: `${t("handoffs.printedTerm")} · ${t("handoffs.to")}`, text: dayOf },
          { name: "note", label: t("handoffs.note") },
        ]}
        onDiscard={onClose}
      />
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={record ?? { papers: [], condition: "in_community" }}
      >
        <Form.Item name="papers" label={t("handoffs.papers")}>
          <Checkbox.Group
            className={styles.stations ?? ""}
            options={HANDOFF_PAPERS.map(({ code }) => ({
              value: code,
              label: labelOf(HANDOFF_PAPERS, code),
            }))}
          />
        </Form.Item>
        <Form.Item name="condition" label={t("handoffs.condition")}>
          <Radio.Group
            options={HANDOFF_CONDITIONS.map(({ code }) => ({
              value: code,
              label: labelOf(HANDOFF_CONDITIONS, code),
            }))}
          />
        </Form.Item>
        {condition === "from_isolation" && (
          <>
            <Form.Item name="isolationCenter" label={t("handoffs.isolationCenter")}>
              <Input autoComplete="off" maxLength={100} />
            </Form.Item>
            <Form.Item name="isolationLeftOn" label={t("handoffs.isolationLeftOn")}>
              <DayInput clearable max={today} />
            </Form.Item>
          </>
        )}
        <Form.Item name="policeOfficer" label={t("handoffs.policeOfficer")}>
          <Input autoComplete="off" maxLength={40} />
        </Form.Item>
        <Form.Item name="orderFromOn" label={`${t("handoffs.printedTerm")} · ${t("handoffs.from")}`}>
          <DayInput clearable />
        </Form.Item>
        <Form.Item name="orderToOn" label={`${t("handoffs.printedTerm")} · ${t("handoffs.to")}`}>
          <DayInput clearable />
        </Form.Item>
        <Form.Item name="note" label={t("handoffs.note")}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}

import { TRANSFER_DIRECTIONS, TRANSFER_MATERIALS } from "@rehab/domain/handoff/transfer";
import type { TransferMaterial } from "@rehab/domain/handoff/transfer";
import type { RequestOf } from "@rehab/schema/endpoint";
import { stationsEndpoints } from "@rehab/schema/stations";
import { transfersEndpoints } from "@rehab/schema/transfers";
import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Form, Input, Radio, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q } from "../../../api/query.ts";
import { useRuleOn } from "../../../api/rules.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { changedByTransfers } from "./step-form.tsx";
import styles from "./transfers.module.css";

type Body = RequestOf<typeof transfersEndpoints.request>["body"];
type Values = Omit<Body, "id" | "caseId">;

interface RequestFormProps {
  readonly caseId: string;
  /** The papers that must go along. */
  readonly wanted: readonly TransferMaterial[];
  readonly onAsked: () => void;
}

/** Asks for a change of the place of execution. */
export function RequestForm({ caseId, wanted, onAsked }: RequestFormProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const { today } = session;
  const [id, setId] = useState(() => newId());
  const { data } = useQuery({ ...q(stationsEndpoints.list, {}), staleTime: 300_000 });
  const { form, submit, pending, error } = useBodyForm(transfersEndpoints.request, {
    request: (values: Values) => ({
      body: {
        id,
        caseId,
        direction: values.direction,
        otherPlace: values.otherPlace ?? "",
        toStationId: values.toStationId ?? null,
        toTownshipId: values.toTownshipId ?? null,
        requestedOn: values.requestedOn ?? "",
        reason: values.reason ?? "",
        materials: values.materials ?? [],
      },
    }),
    invalidates: changedByTransfers,
    onDone: () => {
      setId(newId());
      onAsked();
    },
  });
  const rule = useRuleOn("T12", today);
  const direction = Form.useWatch("direction", form);
  const toStationId = Form.useWatch("toStationId", form);
  const others = (data?.stations ?? []).filter((station) => station.id !== session.account.stationId);
  const townships = others.find((station) => station.id === toStationId)?.townships ?? [];

  return (
    <Panel title={t("transfers.askFor")}>
      <p className={styles.soft} style={{ marginBottom: 12 }}>
        {rule?.text}
      </p>
      <ProblemAlert error={error} />
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ direction: "out", requestedOn: today, materials: ["request"] }}
        onValuesChange={(changed: Partial<Values>) => {
          if ("toStationId" in changed) form.setFieldValue("toTownshipId", null);
        }}
      >
        <div className={styles.grid}>
          <Form.Item name="direction" label={t("transfers.direction")}>
            <Radio.Group
              options={(["out", "within"] as const).map((value) => ({
                value,
                label: labelOf(TRANSFER_DIRECTIONS, value),
              }))}
            />
          </Form.Item>
          {direction === "within" ? (
            <>
              <Form.Item name="toStationId" label={t("transfers.toStation")} required>
                <Select options={others.map(({ id: value, name: label }) => ({ value, label }))} />
              </Form.Item>
              <Form.Item name="toTownshipId" label={t("transfers.toTownship")}>
                <Select
                  allowClear
                  options={townships.map(({ id: value, name: label }) => ({ value, label }))}
                />
              </Form.Item>
            </>
          ) : (
            <Form.Item
              name="otherPlace"
              label={t("transfers.otherPlace")}
              required
              extra={t("transfers.otherPlaceHelp")}
            >
              <Input maxLength={100} />
            </Form.Item>
          )}
          <Form.Item name="requestedOn" label={t("transfers.requestedOn")} required>
            <DayInput max={today} />
          </Form.Item>
          <Form.Item name="reason" label={t("transfers.reason")} required className={styles.wide ?? ""}>
            <Input maxLength={500} />
          </Form.Item>
          <Form.Item
            name="materials"
            label={t("transfers.materials")}
            className={styles.wide ?? ""}
            extra={t("transfers.materialsHelp", {
              wanted: wanted.map((code) => labelOf(TRANSFER_MATERIALS, code)).join("、"),
            })}
          >
            <Checkbox.Group
              options={TRANSFER_MATERIALS.map(({ code }) => ({
                value: code,
                label: labelOf(TRANSFER_MATERIALS, code),
              }))}
            />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={pending}>
          {t("transfers.submit")}
        </Button>
      </Form>
    </Panel>
  );
}

import { handoffsEndpoints } from "@rehab/schema/handoffs";
import type { HandoffFile, StationLoad } from "@rehab/schema/handoffs";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Drawer, Form, Input, Radio, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q, useFresh } from "../../../api/query.ts";
import { FormProblem } from "../../../parts/form-problem.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { staleAfterStep, textOrNull } from "../handoff-data.ts";
import styles from "./reassign-drawer.module.css";

interface ReassignDrawerProps {
  readonly file: HandoffFile;
  readonly onClose: () => void;
}

interface Values {
  readonly stationId: string;
  readonly townshipId?: string | null;
  readonly caseworkerId?: string | null;
  readonly note?: string;
}

/** Assigns a case to a station, what each of them carries in sight. */
export function ReassignDrawer({ file, onClose }: ReassignDrawerProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [id] = useState(() => newId());
  const fresh = useFresh();
  const loads = useQuery(q(handoffsEndpoints.loads, {}));
  const stations = loads.data?.stations ?? [];
  const { form, submit, pending, error, stale } = useBodyForm(handoffsEndpoints.reassign, {
    request: ({ stationId, townshipId, caseworkerId, note }: Values) => ({
      params: { id: file.caseId },
      body: {
        id,
        version: file.enrolleeVersion,
        stationId,
        townshipId: townshipId ?? null,
        caseworkerId: caseworkerId ?? null,
        note: textOrNull(note),
      },
    }),
    invalidates: staleAfterStep,
    ifStale: {
      merges: false,
      savedNow: async () => {
        const saved = await fresh(handoffsEndpoints.get, { params: { id: file.caseId } });
        return {
          stationId: saved.stationId ?? "",
          townshipId: saved.townshipId,
          caseworkerId: saved.caseworkerId,
        };
      },
    },
    onDone: ({ stationName }) => {
      void message.success(t("handoffs.done.assign", { station: stationName }));
      onClose();
    },
  });
  const chosenId = Form.useWatch("stationId", form) as string | undefined;
  const chosen = stations.find((station) => station.id === chosenId);
  const forgetPlace = () => form.setFieldsValue({ townshipId: null, caseworkerId: null });

  return (
    <Drawer
      open
      size={520}
      title={t("handoffs.assign")}
      onClose={onClose}
      footer={
        <div className={styles.footer}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="primary" loading={pending} onClick={form.submit}>
            {t("handoffs.assign")}
          </Button>
        </div>
      }
    >
      <p className={styles.help}>{t("handoffs.assignHelp")}</p>
      <ProblemAlert error={loads.error} onRetry={() => void loads.refetch()} />
      <FormProblem
        error={error}
        stale={stale}
        form={form}
        fields={[
          { name: "stationId", label: t("handoffs.station"), text: nameOf(stations) },
          {
            name: "townshipId",
            label: t("handoffs.township"),
            text: nameOf(stations.flatMap(({ townships }) => townships)),
          },
          {
            name: "caseworkerId",
            label: t("handoffs.caseworker"),
            text: nameOf(stations.flatMap(({ caseworkers }) => caseworkers)),
          },
        ]}
        onDiscard={onClose}
      />
      {loads.isPending && <Skeleton active />}
      <Form form={form} layout="vertical" onFinish={submit} hidden={!loads.isSuccess}>
        <Form.Item name="stationId" label={t("handoffs.station")} required>
          <Radio.Group className={styles.stations ?? ""} onChange={forgetPlace}>
            {stations.map((station) => (
              <Radio key={station.id} value={station.id}>
                <StationLine station={station} file={file} />
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <Form.Item name="townshipId" label={t("handoffs.township")}>
          <Select
            allowClear
            placeholder={t("handoffs.keepTownship")}
            options={(chosen?.townships ?? []).map(({ id: value, name }) => ({ value, label: name }))}
          />
        </Form.Item>
        <Form.Item name="caseworkerId" label={t("handoffs.caseworker")}>
          <Select
            allowClear
            placeholder={t("handoffs.leastLoaded")}
            options={(chosen?.caseworkers ?? []).map(({ id: value, name, caseload }) => ({
              value,
              label: t("handoffs.carries", { name, count: caseload }),
            }))}
          />
        </Form.Item>
        <Form.Item name="note" label={t("handoffs.assignNote")}>
          <Input autoComplete="off" maxLength={500} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}

const nameOf = (list: readonly { readonly id: string; readonly name: string }[]) => (id: unknown) =>
  list.find((each) => each.id === id)?.name ?? String(id);

/** A station with what it carries, and whether the person's township is one of its own. */
function StationLine({ station, file }: { readonly station: StationLoad; readonly file: HandoffFile }) {
  const { t } = useTranslation();
  const staff = station.caseworkers.length;
  const serves = station.townships.some(({ id }) => id === file.townshipId);
  return (
    <span className={styles.station}>
      <strong>{station.name}</strong>
      <span className={styles.soft}>{t("handoffs.load", { registered: station.registered, staff })}</span>
      {staff > 0 && (
        <span className={styles.soft}>
          {t("handoffs.loadEach", { each: (station.registered / staff).toFixed(1) })}
        </span>
      )}
      {station.overload > 0 && (
        <StatusTag tone="dueSoon">{t("handoffs.overload", { count: station.overload })}</StatusTag>
      )}
      {serves && <StatusTag tone="done">{t("handoffs.serves")}</StatusTag>}
      {station.id === file.stationId && <StatusTag tone="running">{t("handoffs.present")}</StatusTag>}
    </span>
  );
}

import { lawEndpoints } from "@rehab/schema/law";
import type { VersionView } from "@rehab/schema/law";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { momentText } from "../../../lib/day-text.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import type { Tone } from "../../../ui/status-tag.tsx";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import { standingOf, useContentLines } from "../law-words.ts";
import styles from "../pages/law-page.module.css";

const tones = {
  annulled: "idle",
  future: "running",
  inForce: "done",
  past: "idle",
} as const satisfies Record<string, Tone>;

interface VersionTableProps {
  readonly versions: readonly VersionView[];
  readonly today: string;
}

/** Every version with its days, what it says and on what it rests; the county's own can be annulled. */
export function VersionTable({ versions, today }: VersionTableProps) {
  const { t } = useTranslation();
  const { ability } = useSession();
  const linesOf = useContentLines();
  return (
    <Panel title={t("law.versions")} flush>
      <DataTable<VersionView>
        label={t("law.versions")}
        rows={versions}
        rowKey={({ id, inForceFrom }) => id ?? inForceFrom}
        minWidth={900}
        columns={[
          {
            key: "held",
            title: t("law.held"),
            width: 200,
            render: (_, version) => <Held version={version} today={today} />,
          },
          {
            key: "content",
            title: t("law.content"),
            render: (_, version) => (
              <div className={styles.lines}>
                {linesOf(version.content).map((line) => (
                  <p key={line}>{line}</p>
                ))}
                {version.lateReason !== null && (
                  <p className={styles.soft}>{t("law.lateWhy", { reason: version.lateReason })}</p>
                )}
                {version.annulled !== null && (
                  <p className={styles.soft}>{t("law.annulledWhy", { reason: version.annulled.reason })}</p>
                )}
              </div>
            ),
          },
          {
            key: "basis",
            title: t("law.basis"),
            width: 200,
            render: (_, { basis }) => basis ?? t("law.common"),
          },
          {
            key: "recorded",
            title: t("law.recorded"),
            width: 150,
            render: (_, { recordedAt, recordedBy }) =>
              recordedAt !== null && (
                <div className={styles.rule}>
                  <span>{recordedBy}</span>
                  <span className={styles.soft}>{momentText(recordedAt)}</span>
                </div>
              ),
          },
          {
            key: "actions",
            title: t("law.annul"),
            width: 80,
            render: (_, version) => ability.can("update", "Law") && <AnnulVersion version={version} />,
          },
        ]}
      />
    </Panel>
  );
}

function Held({ version, today }: { readonly version: VersionView; readonly today: string }) {
  const { t } = useTranslation();
  const { inForceFrom, inForceTo } = version;
  const standing = standingOf(version, today);
  return (
    <div className={styles.rule}>
      <span>
        {inForceTo === null
          ? t("law.openEnd", { from: inForceFrom })
          : t("law.until", { from: inForceFrom, to: inForceTo })}
      </span>
      <span>
        <StatusTag tone={tones[standing]}>{t(`law.${standing}`)}</StatusTag>
      </span>
    </div>
  );
}

/** Takes one of the county's own versions back, with the reason. */
function AnnulVersion({ version }: { readonly version: VersionView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { form, submit, pending, error, reset } = useBodyForm(lawEndpoints.annulVersion, {
    request: ({ reason }: { reason: string }) => ({ params: { id: version.id ?? "" }, body: { reason } }),
    invalidates: [lawEndpoints.list, lawEndpoints.people],
    onDone: () => setOpen(false),
  });
  if (version.id === null || version.annulled !== null) return null;
  return (
    <>
      <Button
        type="link"
        size="small"
        aria-label={t("law.annulOf", { day: version.inForceFrom })}
        onClick={() => setOpen(true)}
      >
        {t("law.annul")}
      </Button>
      <FormDialog
        open={open}
        title={t("law.annulTitle")}
        okText={t("law.annul")}
        danger
        help={t("law.annulHelp")}
        form={form}
        initial={{ reason: "" }}
        pending={pending}
        problem={<ProblemAlert error={error} />}
        onSubmit={submit}
        onClose={() => {
          reset();
          setOpen(false);
        }}
      >
        <Form.Item name="reason" label={t("law.annulReason")} required>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </FormDialog>
    </>
  );
}

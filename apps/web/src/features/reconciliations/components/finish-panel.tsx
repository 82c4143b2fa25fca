import { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
import type { Reconciliation } from "@rehab/schema/reconciliations";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../../api/body-form.ts";
import { useFresh } from "../../../api/query.ts";
import { FormProblem } from "../../../parts/form-problem.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { changedByFinishing, keepAnswer, namesOf } from "../reconciliation-data.ts";
import styles from "./finish-panel.module.css";

interface Values {
  readonly ourPerson: string;
  readonly policePerson: string;
  readonly note?: string;
}

/** Both names, and then everything that was decided is carried out at once. */
export function FinishPanel({ of }: { readonly of: Reconciliation }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const fresh = useFresh();
  const { form, submit, pending, error, stale, reset } = useBodyForm(reconciliationsEndpoints.finish, {
    request: ({ note, ...names }: Values) => ({
      params: { id: of.id },
      body: { version: of.version, ...names, ...(note && { note }) },
    }),
    invalidates: changedByFinishing,
    ifStale: {
      merges: true,
      savedNow: async () => {
        const saved = await fresh(reconciliationsEndpoints.get, { params: { id: of.id } });
        const { ourPerson, policePerson, note } = saved;
        return { ourPerson: ourPerson ?? "", policePerson: policePerson ?? "", note: note ?? "" };
      },
    },
    onDone: (answer) => keepAnswer(client, answer),
  });
  const { lines, decided } = of.totals;
  const taken = of.lines.filter(({ decision }) => decision?.decision === "take_over").length;
  const corrected = of.lines.filter(({ decision }) => decision?.decision === "take_theirs").length;

  return (
    <Panel title={t("reconciliations.finishTitle")}>
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={namesOf(of)}
        aria-label={t("reconciliations.finishTitle")}
        className={styles.form ?? ""}
      >
        <FormProblem
          error={error}
          stale={stale}
          form={form}
          fields={[
            { name: "ourPerson", label: t("reconciliations.ourPerson") },
            { name: "policePerson", label: t("reconciliations.policePerson") },
            { name: "note", label: t("reconciliations.note") },
          ]}
          onDiscard={reset}
        />
        <div className={styles.names}>
          <Form.Item name="ourPerson" label={t("reconciliations.ourPerson")} required>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="policePerson" label={t("reconciliations.policePerson")} required>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="note" label={t("reconciliations.note")}>
            <Input maxLength={500} />
          </Form.Item>
        </div>
        <div className={styles.submit}>
          <Button type="primary" htmlType="submit" loading={pending} disabled={decided < lines}>
            {t("reconciliations.finish")}
          </Button>
          <span className={styles.soft}>
            {decided < lines
              ? t("reconciliations.notYet", { count: lines - decided })
              : t("reconciliations.finishWhat", { taken, corrected })}
          </span>
        </div>
      </Form>
    </Panel>
  );
}

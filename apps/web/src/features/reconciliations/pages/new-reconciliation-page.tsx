import { ArrowLeftOutlined } from "@ant-design/icons";
import { lastDayOfWeek, weeksInYear } from "@rehab/domain/time/iso-week";
import { addDays, minDate, plainDate } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { LIST_SOURCES } from "@rehab/domain/handoff/reconciliation-codes";
import type { ListSource } from "@rehab/domain/handoff/reconciliation-codes";
import { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
import type { Reconciliation } from "@rehab/schema/reconciliations";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useAction } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { spanText } from "../../../lib/day-text.ts";
import { paths, withQuery } from "../../../lib/paths.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { changedByFinishing, keepAnswer, namesOf } from "../reconciliation-data.ts";
import styles from "./new-reconciliation-page.module.css";

interface Values {
  readonly checkedOn: string;
  readonly ourPerson: string;
  readonly policePerson: string;
  readonly source: ListSource;
  readonly note?: string;
}

type Asked =
  | { readonly kind: "weekly"; readonly year: number; readonly week: number }
  | { readonly kind: "monthly"; readonly year: number; readonly month: number };

/** Begins the comparison of a week or month: who, when, and how the list came. */
function NewReconciliationPage() {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { session } = useSession();
  const [search] = useSearchParams();
  const asked = periodOf(search, session.today);
  const [id] = useState(() => newId());
  const { from, to } = spanOf(asked);
  const show = (answer: Reconciliation) => {
    keepAnswer(client, answer);
    void navigate(paths.reconciliation(answer.id), { replace: true });
  };
  // A week without anybody new, and nobody of ours to explain, is recorded in one go.
  const finish = useAction(reconciliationsEndpoints.finish, {
    invalidates: changedByFinishing,
    onDone: show,
  });
  const { form, submit, pending, error } = useBodyForm(reconciliationsEndpoints.open, {
    request: ({ note, ...values }: Values) => ({
      body: { id, period: asked, ...values, ...(note && { note }) },
    }),
    invalidates: [reconciliationsEndpoints.year],
    onDone: (answer) => {
      keepAnswer(client, answer);
      const isDone = answer.source === "none" && answer.lines.length === 0;
      if (!isDone) show(answer);
      else finish.mutate({ params: { id }, body: namesOf(answer) }, { onError: () => show(answer) });
    },
  });
  const period =
    asked.kind === "weekly"
      ? t("reconciliations.weekOfYear", asked)
      : t("reconciliations.monthOfYear", asked);
  const sources =
    asked.kind === "monthly" ? LIST_SOURCES.filter(({ code }) => code !== "none") : LIST_SOURCES;

  return (
    <>
      <PageHeader
        back={
          <Link
            to={withQuery(paths.reconciliations, {
              year: asked.year,
              kind: asked.kind === "monthly" ? asked.kind : undefined,
            })}
          >
            <ArrowLeftOutlined /> {t("reconciliations.backToYear")}
          </Link>
        }
        title={t("reconciliations.newTitle", { period })}
        purpose={t(`reconciliations.newPurpose.${asked.kind}`, { span: spanText(from, to) })}
      />
      <Form
        form={form}
        layout="horizontal"
        labelCol={{ flex: "128px" }}
        labelAlign="left"
        className={styles.form ?? ""}
        onFinish={submit}
        initialValues={{
          checkedOn: minDate(to, plainDate(session.today)),
          ourPerson: session.account.displayName,
          policePerson: "",
          source: "file",
        }}
      >
        <ProblemAlert error={error} />
        <Form.Item name="checkedOn" label={t("reconciliations.checkedOn")} required>
          <DayInput max={session.today} />
        </Form.Item>
        <Form.Item name="ourPerson" label={t("reconciliations.ourPerson")} required>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="policePerson" label={t("reconciliations.policePerson")} required>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="source" label={t("reconciliations.source")} required>
          <Radio.Group>
            {sources.map(({ code }) => (
              <Radio key={code} value={code}>
                {labelOf(LIST_SOURCES, code)}
                <span className={styles.soft}> {t(`reconciliations.sourceHelp.${code}`)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <Form.Item name="note" label={t("reconciliations.note")}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={pending || finish.isPending}>
          {t("reconciliations.begin")}
        </Button>
      </Form>
    </>
  );
}

function periodOf(search: URLSearchParams, today: string): Asked {
  const year = Number(search.get("year")) || Number(today.slice(0, 4));
  const month = Number(search.get("month"));
  if (month >= 1 && month <= 12) return { kind: "monthly", year, month };
  const week = Number(search.get("week")) || 1;
  return { kind: "weekly", year, week: Math.min(Math.max(week, 1), weeksInYear(year)) };
}

function spanOf(asked: Asked): { from: PlainDate; to: PlainDate } {
  if (asked.kind === "weekly") {
    const to = lastDayOfWeek(asked);
    return { from: addDays(to, -6), to };
  }
  const { year, month } = asked;
  const firstOf = (number: number) =>
    plainDate(number > 12 ? `${year + 1}-01-01` : `${year}-${String(number).padStart(2, "0")}-01`);
  return { from: firstOf(month), to: addDays(firstOf(month + 1), -1) };
}

export { NewReconciliationPage as Component };

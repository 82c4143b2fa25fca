import { reconciliationsEndpoints } from "@rehab/schema/reconciliations";
import type { Reconciliation } from "@rehab/schema/reconciliations";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isProblem, savedByOf } from "../../../api/problem-error.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useAction, useFresh } from "../../../api/query.ts";
import { StaleComparison } from "../../../ui/stale-comparison.tsx";
import { keepAnswer } from "../reconciliation-data.ts";

/** What is odd about the list, and why it is used all the same: nothing is decided before that is said. */
export function WarningForm({ of }: { readonly of: Reconciliation }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const fresh = useFresh();
  const answer = useAction(reconciliationsEndpoints.answer, {
    quiet: true,
    onStale: () => fresh(reconciliationsEndpoints.get, { params: { id: of.id } }),
    onDone: (next) => keepAnswer(client, next),
  });
  const warnings = of.list?.warnings ?? [];
  // What somebody else answered meanwhile stays open as long as both answers are compared.
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const isStale = isProblem(answer.error, "stale_version");
  const open = warnings.filter(
    ({ code, answer: given }) => given === null || (isStale && typed[code] !== undefined),
  );
  if (open.length === 0) {
    return warnings.map(({ code, text, answer: given }) => (
      <Alert
        key={code}
        type="info"
        showIcon
        title={text}
        description={given && t("reconciliations.answered", { by: given.by, reason: given.reason })}
      />
    ));
  }
  return (
    <Alert
      type="warning"
      showIcon
      title={t("reconciliations.doubtful")}
      description={
        <Form
          layout="vertical"
          aria-label={t("reconciliations.doubtful")}
          onFinish={(reasons: Record<string, string>) => {
            setTyped(reasons);
            answer.mutate({
              params: { id: of.id },
              body: {
                version: of.version,
                answers: open.map(({ code }) => ({ code, reason: reasons[code] ?? "" })),
              },
            });
          }}
        >
          <p>{t("reconciliations.doubtfulHelp")}</p>
          {isStale ? (
            <StaleComparison
              savedBy={savedByOf(answer.error)}
              help={t("reconciliations.staleAgain")}
              rows={warnings.flatMap(({ code, text, answer: given }) => {
                const mine = typed[code];
                return mine === undefined
                  ? []
                  : [{ key: code, label: text, saved: given === null ? "" : given.reason, mine }];
              })}
              onDiscard={() => answer.reset()}
            />
          ) : (
            <ProblemAlert error={answer.error} />
          )}
          {open.map(({ code, text }) => (
            <Form.Item
              key={code}
              name={code}
              label={<strong>{text}</strong>}
              rules={[
                { required: true, whitespace: true, min: 2, message: t("reconciliations.reasonMissing") },
              ]}
              style={{ marginBottom: 12 }}
            >
              <Input maxLength={500} placeholder={t("reconciliations.answerHint")} />
            </Form.Item>
          ))}
          <Button htmlType="submit" loading={answer.isPending}>
            {t("reconciliations.useAnyway")}
          </Button>
        </Form>
      }
    />
  );
}

import { roles } from "@rehab/schema/access/role";
import { sessionEndpoints } from "@rehab/schema/session";
import type { Session, SystemInfo } from "@rehab/schema/session";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Divider, Form, Input, Skeleton } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { q, useAction } from "../../../api/query.ts";
import { adoptSession } from "../../../api/session.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { classNames } from "../../../lib/class-names.ts";
import styles from "./login-page.module.css";

function LoginPage() {
  const { t } = useTranslation();
  const system = useQuery(q(sessionEndpoints.system, {}));
  const enter = useEnter();
  const training = system.data?.mode === "training";

  useEffect(() => {
    document.title = `${t("login.title")} · ${t("common.product")}`;
  }, [t]);

  return (
    <main className={styles.page}>
      <div className={styles.panel}>
        <header className={styles.head}>
          <img src="/icon.svg" alt="" width={40} height={40} />
          <div>
            <h1>{t("common.productLong")}</h1>
            <p>
              {system.data &&
                t("login.office", { county: system.data.countyName, day: dayText(system.data.today) })}
            </p>
          </div>
        </header>
        {training && (
          <p className={styles.training}>
            {t("frame.training")}：{t("frame.trainingHelp")}
          </p>
        )}
        <ProblemAlert error={system.error} onRetry={() => void system.refetch()} />
        {system.isPending && <Skeleton active paragraph={{ rows: 5 }} />}
        {system.data && training && <TrainingPeople system={system.data} onSignedIn={enter} />}
        {system.data && <PasswordForm onSignedIn={enter} />}
      </div>
    </main>
  );
}

/** Takes over the new session and goes on to the page that was asked for. */
function useEnter(): (session: Session) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const state = useLocation().state as { from?: string } | null;
  return (session) => {
    client.clear();
    adoptSession(client, session);
    void navigate(state?.from ?? paths.home, { replace: true });
  };
}

interface SignInProps {
  readonly onSignedIn: (session: Session) => void;
}

function TrainingPeople({ system, onSignedIn }: SignInProps & { readonly system: SystemInfo }) {
  const { t } = useTranslation();
  const start = useAction(sessionEndpoints.start, { quiet: true, onDone: onSignedIn });
  const password = system.trainingPassword ?? "";

  return (
    <section aria-labelledby="training-people">
      <h2 id="training-people" className={styles.title}>
        {t("login.pickPerson")}
      </h2>
      <p className={styles.help}>
        {t("login.pickHelp")} {t("login.trainingPassword")} <code>{password}</code>
      </p>
      <ProblemAlert error={start.error} />
      {roles.map((role) => {
        const people = system.trainingAccounts.filter((account) => account.role === role.code);
        if (people.length === 0) return null;
        return (
          <div key={role.code} className={styles.role}>
            <h3>{role.zh}</h3>
            <div className={styles.people}>
              {people.map(({ username, displayName, stationName }) => (
                <Button
                  key={username}
                  className={classNames(styles.person)}
                  disabled={start.isPending}
                  onClick={() => start.mutate({ body: { username, password } })}
                >
                  <strong>{displayName}</strong>
                  <span>{stationName ?? t("login.wholeCounty")}</span>
                </Button>
              ))}
            </div>
          </div>
        );
      })}
      <Divider plain>{t("login.or")}</Divider>
    </section>
  );
}

function PasswordForm({ onSignedIn }: SignInProps) {
  const { t } = useTranslation();
  const { form, submit, pending, error } = useBodyForm(sessionEndpoints.start, {
    request: ({ username, password }: { username: string; password: string }) => ({
      body: { username, password },
    }),
    onDone: onSignedIn,
  });
  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={submit}
      requiredMark={false}
      initialValues={{ username: "", password: "" }}
    >
      <ProblemAlert error={error} />
      <Form.Item name="username" label={t("login.username")}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={t("login.password")}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={pending}>
        {t("login.submit")}
      </Button>
      <p className={styles.forgot}>{t("login.forgot")}</p>
    </Form>
  );
}

export { LoginPage as Component };

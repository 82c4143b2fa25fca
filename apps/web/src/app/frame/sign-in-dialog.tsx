import { sessionEndpoints } from "@rehab/schema/session";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input, Modal } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../api/body-form.ts";
import { ProblemAlert } from "../../api/problems.tsx";
import { offerSignIn } from "../../api/session-state.ts";
import { adoptSession, useSession } from "../../api/session.ts";
import { leaveToSignIn } from "./leave-to-sign-in.ts";

/** Signs the same person in again over the page, which keeps everything that was typed. */
export function SignInDialog() {
  const { t } = useTranslation();
  const { account } = useSession().session;
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const signedIn = useRef<() => void>(undefined);

  useEffect(
    () =>
      offerSignIn(
        () =>
          new Promise((resolve) => {
            signedIn.current = resolve;
            setOpen(true);
          }),
      ),
    [],
  );

  const { form, submit, pending, error, reset } = useBodyForm(sessionEndpoints.start, {
    request: ({ password }: { password: string }) => ({
      body: { username: account.username, password },
    }),
    onDone: (session) => {
      adoptSession(client, session);
      setOpen(false);
      reset();
      signedIn.current?.();
    },
  });

  return (
    <Modal
      open={open}
      title={t("frame.signInAgain")}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      width={400}
      zIndex={1200}
      footer={[
        <Button key="other" onClick={leaveToSignIn}>
          {t("frame.otherAccount")}
        </Button>,
        <Button key="go" type="primary" loading={pending} onClick={form.submit}>
          {t("login.submit")}
        </Button>,
      ]}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        requiredMark={false}
        initialValues={{ password: "" }}
      >
        <p style={{ marginBottom: 12 }}>{t("frame.signInAgainHelp")}</p>
        <ProblemAlert error={error} />
        <Form.Item label={t("login.username")}>
          <Input value={account.username} disabled autoComplete="username" />
        </Form.Item>
        <Form.Item name="password" label={t("login.password")}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <button type="submit" hidden />
      </Form>
    </Modal>
  );
}

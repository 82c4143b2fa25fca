import { testsEndpoints } from "@rehab/schema/tests";
import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { changedByTests } from "../test-answers.ts";

interface AnnulButtonProps {
  readonly enrolleeId: string;
  readonly fact: "test" | "step" | "delegation";
  readonly factId: string;
  /** What is annulled, in words. */
  readonly what: string;
}

/** Takes a wrong record back, with the reason. */
export function AnnulButton({ enrolleeId, fact, factId, what }: AnnulButtonProps) {
  const { t } = useTranslation();
  const { ability } = useSession();
  const [open, setOpen] = useState(false);
  const { form, submit, pending, error, reset } = useBodyForm(testsEndpoints.annul, {
    request: ({ reason }: { reason: string }) => ({
      params: { id: enrolleeId },
      body: { fact, factId, reason },
    }),
    invalidates: changedByTests,
    onDone: () => close(),
  });
  const close = () => {
    reset();
    setOpen(false);
  };
  if (!ability.can("update", "CaseFile")) return null;
  return (
    <>
      <Button
        type="link"
        size="small"
        aria-label={t("tests.file.annulOf", { what })}
        onClick={() => setOpen(true)}
      >
        {t("tests.file.annul")}
      </Button>
      <Modal
        open={open}
        title={t("tests.file.annulTitle")}
        okText={t("tests.file.annul")}
        okButtonProps={{ danger: true }}
        confirmLoading={pending}
        onOk={form.submit}
        onCancel={close}
      >
        <p style={{ marginBottom: 4 }}>{what}</p>
        <p style={{ marginBottom: 12 }}>{t("tests.file.annulHelp")}</p>
        <Form
          form={form}
          name={`annul-${factId}`}
          layout="vertical"
          onFinish={submit}
          initialValues={{ reason: "" }}
        >
          <ProblemAlert error={error} />
          <Form.Item name="reason" label={t("tests.file.annulReason")} required>
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}

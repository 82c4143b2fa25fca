import { noShowsEndpoints } from "@rehab/schema/no-shows";
import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { changedByNoShow } from "../no-show-answers.ts";

interface AnnulButtonProps {
  readonly enrolleeId: string;
  readonly fact: "attempt" | "document" | "receipt" | "event";
  readonly factId: string;
  /** What is annulled, in words. */
  readonly what: string;
}

/** Takes a wrong record back, with the reason. */
export function AnnulButton({ enrolleeId, fact, factId, what }: AnnulButtonProps) {
  const { t } = useTranslation();
  const { ability } = useSession();
  const [open, setOpen] = useState(false);
  const { form, submit, pending, error, reset } = useBodyForm(noShowsEndpoints.annul, {
    request: ({ reason }: { reason: string }) => ({
      params: { id: enrolleeId },
      body: { fact, factId, reason },
    }),
    invalidates: changedByNoShow,
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
        aria-label={t("noShows.annul.of", { what })}
        onClick={() => setOpen(true)}
      >
        {t("noShows.annul.button")}
      </Button>
      <Modal
        open={open}
        title={t("noShows.annul.title")}
        okText={t("noShows.annul.button")}
        okButtonProps={{ danger: true }}
        confirmLoading={pending}
        onOk={form.submit}
        onCancel={close}
      >
        <p style={{ marginBottom: 4 }}>{what}</p>
        <p style={{ marginBottom: 12 }}>{t("noShows.annul.help")}</p>
        <Form
          form={form}
          name={`annul-${factId}`}
          layout="vertical"
          onFinish={submit}
          initialValues={{ reason: "" }}
        >
          <ProblemAlert error={error} />
          <Form.Item name="reason" label={t("noShows.annul.reason")} required>
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}

interface AnnulledProps {
  readonly annulled: { readonly reason: string } | null;
}

/** Why a record no longer holds. */
export function Annulled({ annulled }: AnnulledProps) {
  const { t } = useTranslation();
  return annulled === null ? null : <p>{t("noShows.annul.done", { reason: annulled.reason })}</p>;
}

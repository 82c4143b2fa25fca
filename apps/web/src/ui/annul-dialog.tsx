import { Button, Form, Input } from "antd";
import type { FormInstance } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "./form-dialog.tsx";

interface AnnulDialogProps {
  /** What is annulled, in words. */
  readonly what: string;
  /** What an annulment means here, where it is not about the packet for the police. */
  readonly help?: string;
  /** What the button says, where annulling is not done at once. */
  readonly button?: string;
  readonly form: FormInstance<{ reason: string }>;
  readonly open: boolean;
  readonly pending: boolean;
  /** What was refused as a whole. */
  readonly problem: ReactNode;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly onSubmit: (values: { reason: string }) => void;
}

/** Takes a wrong record back, with the reason. */
export function AnnulDialog(props: AnnulDialogProps) {
  const { what, help, button, form, open, pending, problem, onOpen, onClose, onSubmit } = props;
  const { t } = useTranslation();
  return (
    <>
      <Button type="link" size="small" aria-label={t("noShows.annul.of", { what })} onClick={onOpen}>
        {button ?? t("noShows.annul.button")}
      </Button>
      <FormDialog
        open={open}
        title={t("noShows.annul.title")}
        okText={button ?? t("noShows.annul.button")}
        danger
        help={
          <>
            <p style={{ marginBottom: 4 }}>{what}</p>
            <p>{help ?? t("noShows.annul.help")}</p>
          </>
        }
        form={form}
        initial={{ reason: "" }}
        pending={pending}
        problem={problem}
        onSubmit={onSubmit}
        onClose={onClose}
      >
        <Form.Item name="reason" label={t("noShows.annul.reason")} required>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </FormDialog>
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

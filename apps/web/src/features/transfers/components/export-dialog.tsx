import type { RequestOf } from "@rehab/schema/endpoint";
import { transfersEndpoints } from "@rehab/schema/transfers";
import { App, Checkbox, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { saveDownload } from "../../../lib/save-download.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";

type Body = RequestOf<typeof transfersEndpoints.export>["body"];

interface ExportDialogProps {
  readonly onClose: () => void;
  readonly filter: Omit<Body, "purpose" | "unmasked">;
  readonly count: number;
}

/** Exports the filtered list; says what it exports and asks what for. */
export function ExportDialog({ onClose, filter, count }: ExportDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { form, submit, pending, error } = useBodyForm(transfersEndpoints.export, {
    request: (values: { purpose: string; unmasked: boolean }) => ({ body: { ...filter, ...values } }),
    onDone: ({ blob, fileName }) => {
      saveDownload(blob, fileName);
      void message.success(t("transfers.exported"));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t("transfers.exportTitle")}
      okText={t("transfers.export")}
      help={t("transfers.exportWhat", { count })}
      form={form}
      initial={{ purpose: "", unmasked: false }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onClose={onClose}
    >
      <Form.Item name="purpose" label={t("transfers.exportPurpose")} required>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="unmasked" valuePropName="checked">
        <Checkbox>{t("transfers.exportUnmasked")}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

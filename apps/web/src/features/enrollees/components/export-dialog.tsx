import { enrolleesEndpoints } from "@rehab/schema/enrollees";
import { App, Checkbox, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { saveDownload } from "../../../lib/save-download.ts";
import { FormDialog } from "../../../ui/form-dialog.tsx";
import type { Filter } from "../register-address.ts";

interface ExportDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly filter: Filter;
  readonly words: string;
  readonly count: number;
}

interface Values {
  readonly purpose: string;
  readonly unmasked: boolean;
}

const nothing: Values = { purpose: "", unmasked: false };

/** Exports the filtered register; says what it exports and asks what for. */
export function ExportDialog({ open, onClose, filter, words, count }: ExportDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { form, submit, pending, error, reset } = useBodyForm(enrolleesEndpoints.export, {
    request: (values: Values) => ({ body: { ...filter, ...(words !== "" && { q: words }), ...values } }),
    onDone: ({ blob, fileName }) => {
      saveDownload(blob, fileName);
      void message.success(t("enrollees.exported"));
      close();
    },
  });
  const close = () => {
    reset();
    onClose();
  };

  return (
    <FormDialog
      open={open}
      title={t("enrollees.exportTitle")}
      okText={t("enrollees.export")}
      help={t("enrollees.exportWhat", { count })}
      form={form}
      initial={nothing}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onClose={close}
    >
      <Form.Item
        name="purpose"
        label={t("enrollees.exportPurpose")}
        required
        extra={t("enrollees.exportPurposeHelp")}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="unmasked" valuePropName="checked" extra={t("enrollees.exportUnmaskedHelp")}>
        <Checkbox>{t("enrollees.exportUnmasked")}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

import { DOCUMENT_KINDS } from "@rehab/domain/handoff/document-service";
import { noShowsEndpoints } from "@rehab/schema/no-shows";
import { Form, Input, InputNumber, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { changedByNoShow } from "../no-show-answers.ts";
import { InlineForm } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";

interface DocumentFormProps {
  readonly enrolleeId: string;
  readonly onClose: () => void;
}

interface Values {
  readonly kind: "no_show_warning" | "no_show_certificate";
  readonly number: string;
  readonly issuedOn: string | null;
  readonly issuedBy: string;
  readonly pages: number;
  readonly note: string;
}

const kinds = ["no_show_warning", "no_show_certificate"] as const;

/** Records a warning or certificate with its number, as on the paper. */
export function DocumentForm({ enrolleeId, onClose }: DocumentFormProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(noShowsEndpoints.issueDocument, {
    request: ({ issuedOn, ...values }: Values) => ({
      params: { id: enrolleeId },
      body: { id, issuedOn: issuedOn ?? "", ...values },
    }),
    invalidates: changedByNoShow,
    onDone: onClose,
  });
  return (
    <InlineForm
      label={t("noShows.document.record")}
      form={form}
      initial={{
        kind: "no_show_warning",
        number: "",
        issuedOn: session.today,
        issuedBy: session.account.stationName ?? "",
        pages: 1,
        note: "",
      }}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Form.Item className={styles.wide ?? ""} name="kind" label={t("noShows.document.kind")} required>
        <Radio.Group options={kinds.map((kind) => ({ value: kind, label: labelOf(DOCUMENT_KINDS, kind) }))} />
      </Form.Item>
      <Form.Item name="number" label={t("noShows.document.number")} required>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="issuedOn" label={t("noShows.document.issuedOn")} required>
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item name="issuedBy" label={t("noShows.document.issuedBy")} required>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="pages" label={t("noShows.document.pages")} required>
        <InputNumber min={1} max={99} precision={0} />
      </Form.Item>
      <Form.Item className={styles.wide ?? ""} name="note" label={t("noShows.document.note")}>
        <Input maxLength={500} />
      </Form.Item>
    </InlineForm>
  );
}

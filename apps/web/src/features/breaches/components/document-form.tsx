import type { BreachDocument } from "@rehab/domain/breach/breach-actions";
import { DOCUMENT_KINDS } from "@rehab/domain/handoff/document-service";
import { breachesEndpoints } from "@rehab/schema/breaches";
import type { BreachFile } from "@rehab/schema/breaches";
import { Form, Input, InputNumber, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { DayInput } from "../../../ui/day-input.tsx";
import { InlineForm } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { changedByBreach } from "../breach-answers.ts";

interface Values {
  readonly kind: BreachDocument;
  readonly number: string;
  readonly issuedOn: string | null;
  readonly issuedBy: string;
  readonly pages: number;
  readonly note: string;
}

interface DocumentFormProps {
  readonly file: BreachFile;
  readonly onClose: () => void;
}

/** Records a document with its number, as on the paper; one that is not possible yet says why. */
export function DocumentForm({ file, onClose }: DocumentFormProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(breachesEndpoints.issueDocument, {
    request: ({ issuedOn, ...values }: Values) => ({
      params: { id: file.enrolleeId },
      body: { id, issuedOn: issuedOn ?? "", ...values },
    }),
    invalidates: changedByBreach,
    onDone: onClose,
  });
  const kind = Form.useWatch("kind", form);
  const possible = file.issuable.filter(({ obstacle }) => obstacle === null);
  const wanted = possible.find((each) => each.kind === file.next?.document) ?? possible[0];
  return (
    <InlineForm
      label={t("noShows.document.record")}
      form={form}
      initial={{
        kind: wanted?.kind ?? "test_notice",
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
        <Radio.Group
          options={file.issuable.map((each) => ({
            value: each.kind,
            label: labelOf(DOCUMENT_KINDS, each.kind),
            disabled: each.obstacle !== null,
          }))}
        />
      </Form.Item>
      <ul className={classNames(styles.wide, styles.list, styles.small)} style={{ marginBottom: 8 }}>
        {file.issuable.map(
          (each) =>
            each.obstacle !== null && (
              <li key={each.kind}>
                {labelOf(DOCUMENT_KINDS, each.kind)}：{each.obstacle}
              </li>
            ),
        )}
      </ul>
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
      <Form.Item
        className={styles.wide ?? ""}
        name="note"
        label={t(kind === "test_notice" ? "breaches.document.whenAndWhere" : "noShows.document.note")}
        required={kind === "test_notice"}
      >
        <Input maxLength={500} />
      </Form.Item>
    </InlineForm>
  );
}

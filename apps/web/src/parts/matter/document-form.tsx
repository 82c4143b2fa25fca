import { DOCUMENT_KINDS } from "@rehab/domain/handoff/document-service";
import type { DocumentKind } from "@rehab/domain/handoff/document-service";
import type { IdParams } from "@rehab/schema/common";
import type { Endpoint } from "@rehab/schema/endpoint";
import { Form, Input, InputNumber, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import type { z } from "zod";
import { useBodyForm } from "../../api/body-form.ts";
import { ProblemAlert } from "../../api/problems.tsx";
import { useSession } from "../../api/session.ts";
import { classNames } from "../../lib/class-names.ts";
import { useCodeLabel } from "../../lib/code-label.ts";
import { DayInput } from "../../ui/day-input.tsx";
import { InlineForm } from "../../ui/inline-form.tsx";
import styles from "../../ui/matter.module.css";

interface DocumentInput<Kind extends DocumentKind> {
  id: string;
  kind: Kind;
  number?: string | null | undefined;
  issuedOn: string;
  issuedBy: string;
  addressee?: string | null | undefined;
  pages: number;
  note?: string | null | undefined;
}

interface Values<Kind extends DocumentKind> {
  readonly kind: Kind;
  readonly number: string;
  readonly issuedOn: string | null;
  readonly issuedBy: string;
  readonly addressee?: string;
  readonly pages: number;
  readonly note: string;
}

interface DocumentChoice<Kind extends DocumentKind> {
  readonly kind: Kind;
  /** Why it is not possible yet. */
  readonly obstacle: string | null;
  /** A letter: it has a number and says to whom it goes. */
  readonly addressed?: true;
}

/** How the note of a kind of document is asked for. */
interface NoteField {
  readonly label: string;
  readonly help?: string | undefined;
  readonly required?: boolean;
}

interface DocumentFormProps<Kind extends DocumentKind> {
  readonly label: string;
  readonly endpoint: Endpoint & {
    readonly params: typeof IdParams;
    readonly body: z.core.$ZodType<unknown, DocumentInput<Kind>>;
  };
  readonly enrolleeId: string;
  readonly changed: readonly Endpoint[];
  readonly kinds: readonly DocumentChoice<Kind>[];
  readonly initialKind: NoInfer<Kind>;
  readonly numbered: boolean;
  readonly noteOf: (kind: NoInfer<Kind>) => NoteField;
  readonly noteLength: number;
  readonly onClose: () => void;
}

/** Records a document with its number, as on the paper. */
export function DocumentForm<Kind extends DocumentKind>(props: DocumentFormProps<Kind>) {
  const { label, endpoint, enrolleeId, changed, kinds, initialKind, numbered, noteOf, noteLength, onClose } =
    props;
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const isLetter = (kind: Kind) => kinds.some((each) => each.kind === kind && each.addressed === true);
  const hasLetters = kinds.some(({ addressed }) => addressed === true);
  const { form, submit, pending, error } = useBodyForm(endpoint, {
    request: ({ issuedOn, addressee, ...values }: Values<Kind>) => ({
      params: { id: enrolleeId },
      body: {
        id,
        issuedOn: issuedOn ?? "",
        ...values,
        ...(hasLetters && { addressee: isLetter(values.kind) ? (addressee ?? "") : null }),
      },
    }),
    invalidates: changed,
    onDone: onClose,
  });
  const kind = Form.useWatch<Kind | undefined>("kind", form) ?? initialKind;
  const impossible = kinds.filter(({ obstacle }) => obstacle !== null);
  const note = noteOf(kind);
  return (
    <InlineForm<Values<Kind>>
      label={label}
      form={form}
      initial={{
        kind: initialKind,
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
          options={kinds.map((each) => ({
            value: each.kind,
            label: labelOf(DOCUMENT_KINDS, each.kind),
            disabled: each.obstacle !== null,
          }))}
        />
      </Form.Item>
      {impossible.length > 0 && (
        <ul className={classNames(styles.wide, styles.list, styles.small)} style={{ marginBottom: 8 }}>
          {impossible.map((each) => (
            <li key={each.kind}>
              {labelOf(DOCUMENT_KINDS, each.kind)}：{each.obstacle}
            </li>
          ))}
        </ul>
      )}
      <Form.Item name="number" label={t("noShows.document.number")} required={numbered || isLetter(kind)}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="issuedOn"
        label={t(isLetter(kind) ? "noShows.document.sentOn" : "noShows.document.issuedOn")}
        required
      >
        <DayInput max={session.today} />
      </Form.Item>
      <Form.Item name="issuedBy" label={t("noShows.document.issuedBy")} required>
        <Input maxLength={100} />
      </Form.Item>
      {isLetter(kind) && (
        <Form.Item name="addressee" label={t("noShows.document.addressee")} required>
          <Input maxLength={100} />
        </Form.Item>
      )}
      <Form.Item name="pages" label={t("noShows.document.pages")} required>
        <InputNumber min={1} max={99} precision={0} />
      </Form.Item>
      <Form.Item
        className={styles.wide ?? ""}
        name="note"
        label={note.label}
        extra={note.help}
        required={note.required ?? false}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={noteLength} />
      </Form.Item>
    </InlineForm>
  );
}

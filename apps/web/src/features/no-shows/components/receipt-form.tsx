import { noShowsEndpoints } from "@rehab/schema/no-shows";
import type { DocumentView } from "@rehab/schema/no-shows";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useSession } from "../../../api/session.ts";
import { InlineForm } from "../../../ui/inline-form.tsx";
import { ReceiptFields, emptyReceipt, receiptOf } from "../../../ui/receipt-fields.tsx";
import type { ReceiptValues } from "../../../ui/receipt-fields.tsx";
import { changedByNoShow } from "../no-show-answers.ts";

interface ReceiptFormProps {
  readonly enrolleeId: string;
  readonly document: DocumentView;
  readonly onClose: () => void;
}

/** Records that a document was served. */
export function ReceiptForm({ enrolleeId, document, onClose }: ReceiptFormProps) {
  const { t } = useTranslation();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(noShowsEndpoints.recordService, {
    request: (values: ReceiptValues) => ({
      params: { id: enrolleeId, factId: document.id },
      body: { id, ...receiptOf(values) },
    }),
    invalidates: changedByNoShow,
    onDone: onClose,
  });
  return (
    <InlineForm
      label={t("noShows.receipt.title")}
      form={form}
      initial={emptyReceipt(session.today, session.account.displayName)}
      pending={pending}
      problem={<ProblemAlert error={error} />}
      onSubmit={submit}
      onCancel={onClose}
    >
      <ReceiptFields today={session.today} />
    </InlineForm>
  );
}

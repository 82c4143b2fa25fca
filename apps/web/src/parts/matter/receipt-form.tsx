import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../api/body-form.ts";
import { ProblemAlert } from "../../api/problems.tsx";
import { useSession } from "../../api/session.ts";
import { InlineForm } from "../../ui/inline-form.tsx";
import { ReceiptFields, emptyReceipt, receiptOf } from "../../ui/receipt-fields.tsx";
import type { ReceiptValues } from "../../ui/receipt-fields.tsx";
import type { Matter, MatterEndpoints } from "./matter.ts";

interface ReceiptFormProps {
  readonly matter: Matter<Pick<MatterEndpoints, "recordService">>;
  readonly documentId: string;
  readonly onClose: () => void;
}

/** Records that a document was served. */
export function ReceiptForm({ matter, documentId, onClose }: ReceiptFormProps) {
  const { t } = useTranslation();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(matter.endpoints.recordService, {
    request: (values: ReceiptValues) => ({
      params: { id: matter.enrolleeId, factId: documentId },
      body: { id, ...receiptOf(values) },
    }),
    invalidates: matter.changed,
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

import { DOCUMENT_KINDS } from "@rehab/domain/handoff/document-service";
import { breachesEndpoints } from "@rehab/schema/breaches";
import type { BreachFile } from "@rehab/schema/breaches";
import type { DocumentView } from "@rehab/schema/no-shows";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { useBodyForm } from "../../../api/body-form.ts";
import { ProblemAlert } from "../../../api/problems.tsx";
import { useAction } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { obstacleOf } from "../../../lib/obstacle.ts";
import { saveDownload } from "../../../lib/save-download.ts";
import { InlineForm, Opener } from "../../../ui/inline-form.tsx";
import styles from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { PaperItem } from "../../../ui/paper-item.tsx";
import { ReceiptFields, emptyReceipt, receiptOf } from "../../../ui/receipt-fields.tsx";
import type { ReceiptValues } from "../../../ui/receipt-fields.tsx";
import { changedByBreach } from "../breach-answers.ts";
import { AnnulButton } from "./annul-button.tsx";
import { DocumentForm } from "./document-form.tsx";

/** The documents of the matter with their service, latest first. */
export function DocumentsPanel({ file }: { readonly file: BreachFile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [downloaded, setDownloaded] = useState<string>();
  const { enrolleeId, documents } = file;
  return (
    <Panel title={t("noShows.document.title")}>
      {open ? (
        <DocumentForm file={file} onClose={() => setOpen(false)} />
      ) : (
        <Opener
          label={t("noShows.document.record")}
          obstacle={obstacleOf(file, "issueDocument")}
          onOpen={() => setOpen(true)}
        />
      )}
      {documents.length === 0 && <p className={styles.reason}>{t("noShows.document.empty")}</p>}
      <ul className={styles.list} aria-label={t("noShows.document.title")} style={{ marginTop: 8 }}>
        {documents.map((document) => (
          <DocumentItem
            key={document.id}
            document={document}
            enrolleeId={enrolleeId}
            onDownloaded={setDownloaded}
          />
        ))}
      </ul>
      <p role="status" className={styles.small}>
        {downloaded !== undefined && t("noShows.document.downloaded", { name: downloaded })}
      </p>
    </Panel>
  );
}

interface DocumentItemProps {
  readonly document: DocumentView;
  readonly enrolleeId: string;
  readonly onDownloaded: (name: string) => void;
}

function DocumentItem({ document, enrolleeId, onDownloaded }: DocumentItemProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { ability } = useSession();
  const [serving, setServing] = useState(false);
  const download = useAction(breachesEndpoints.document, {
    onDone: ({ blob, fileName }) => {
      saveDownload(blob, fileName);
      onDownloaded(fileName);
    },
  });
  const { id, kind, number, unserved, annulled } = document;
  const kindLabel = labelOf(DOCUMENT_KINDS, kind);
  const what = `${kindLabel} ${number ?? ""}`.trim();
  const isDecision = kind === "isolation_order";
  return (
    <PaperItem
      paper={document}
      renderAnnulment={(receipt, words) => (
        <AnnulButton enrolleeId={enrolleeId} fact="receipt" factId={receipt.id} what={words} />
      )}
      actions={
        <>
          {document.printable && ability.can("export", "CaseFile") && (
            <Button
              type="link"
              size="small"
              loading={download.isPending}
              aria-label={t("noShows.document.wordOf", { kind: kindLabel, number })}
              onClick={() => download.mutate({ params: { id: enrolleeId, factId: id } })}
            >
              {t("noShows.document.word")}
            </Button>
          )}
          {annulled === null && !isDecision && (
            <AnnulButton enrolleeId={enrolleeId} fact="document" factId={id} what={what} />
          )}
        </>
      }
    >
      {serving && (
        <ReceiptForm enrolleeId={enrolleeId} document={document} onClose={() => setServing(false)} />
      )}
      {unserved && !serving && ability.can("create", "CaseFile") && (
        <Button
          size="small"
          style={{ marginTop: 4 }}
          aria-label={`${t("noShows.document.serve")}：${what}`}
          onClick={() => setServing(true)}
        >
          {t("noShows.document.serve")}
        </Button>
      )}
    </PaperItem>
  );
}

interface ReceiptFormProps {
  readonly enrolleeId: string;
  readonly document: DocumentView;
  readonly onClose: () => void;
}

/** Records that a document was served. */
function ReceiptForm({ enrolleeId, document, onClose }: ReceiptFormProps) {
  const { t } = useTranslation();
  const { session } = useSession();
  const [id] = useState(() => newId());
  const { form, submit, pending, error } = useBodyForm(breachesEndpoints.recordService, {
    request: (values: ReceiptValues) => ({
      params: { id: enrolleeId, factId: document.id },
      body: { id, ...receiptOf(values) },
    }),
    invalidates: changedByBreach,
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

import { DOCUMENT_KINDS } from "@rehab/domain/handoff/document-service";
import type { DocumentView } from "@rehab/schema/no-shows";
import { Button } from "antd";
import { useState } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../api/session.ts";
import { useCodeLabel } from "../../lib/code-label.ts";
import { Opener } from "../../ui/inline-form.tsx";
import styles from "../../ui/matter.module.css";
import { Panel } from "../../ui/panel.tsx";
import { PaperItem } from "../../ui/paper-item.tsx";
import { WordButton } from "../word-button.tsx";
import { AnnulFact } from "./annul-fact.tsx";
import type { Matter, MatterEndpoints } from "./matter.ts";
import { ReceiptForm } from "./receipt-form.tsx";

/** A matter whose documents are recorded, served, annulled and, where the office writes them, printed. */
type Documents<Fact extends string> = Matter<
  Pick<MatterEndpoints<Fact | "document" | "receipt">, "annul" | "recordService" | "document">
>;

interface DocumentsPanelProps<Fact extends string> {
  readonly matter: Documents<Fact>;
  /** Latest first. */
  readonly documents: readonly DocumentView[];
  readonly title: string;
  readonly recordLabel: string;
  readonly empty: string;
  /** Why none can be recorded now. */
  readonly obstacle: string | undefined;
  /** Documents that come of a decision cannot be annulled by themselves. */
  readonly canAnnul: (document: DocumentView) => boolean;
  readonly renderForm: (onClose: () => void) => ReactNode;
}

/** The documents of a matter with their service, latest first. */
export function DocumentsPanel<Fact extends string>(props: DocumentsPanelProps<Fact>) {
  const { matter, documents, title, recordLabel, empty, obstacle, canAnnul, renderForm } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [downloaded, setDownloaded] = useState<string>();
  return (
    <Panel title={title}>
      {open ? (
        renderForm(() => setOpen(false))
      ) : (
        <Opener label={recordLabel} obstacle={obstacle} onOpen={() => setOpen(true)} />
      )}
      {documents.length === 0 && <p className={styles.reason}>{empty}</p>}
      <ul className={styles.list} aria-label={title} style={{ marginTop: 8 }}>
        {documents.map((document) => (
          <DocumentItem
            key={document.id}
            document={document}
            matter={matter}
            canAnnul={document.annulled === null && canAnnul(document)}
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

interface DocumentItemProps<Fact extends string> {
  readonly document: DocumentView;
  readonly matter: Documents<Fact>;
  readonly canAnnul: boolean;
  readonly onDownloaded: (name: string) => void;
}

function DocumentItem<Fact extends string>(props: DocumentItemProps<Fact>) {
  const { document, matter, canAnnul, onDownloaded } = props;
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { ability } = useSession();
  const [serving, setServing] = useState(false);
  const { id, kind, number, unserved, printable } = document;
  const what = `${labelOf(DOCUMENT_KINDS, kind)} ${number ?? ""}`.trim();
  return (
    <PaperItem
      paper={document}
      renderAnnulment={(receipt, words) => (
        <AnnulFact matter={matter} fact="receipt" factId={receipt.id} what={words} />
      )}
      actions={
        <>
          {printable && ability.can("export", "CaseFile") && (
            <WordButton
              endpoint={matter.endpoints.document}
              request={{ params: { id: matter.enrolleeId, factId: id } }}
              label={t("noShows.document.wordOf", { kind: labelOf(DOCUMENT_KINDS, kind), number })}
              onDownloaded={onDownloaded}
            />
          )}
          {canAnnul && <AnnulFact matter={matter} fact="document" factId={id} what={what} />}
        </>
      }
    >
      {serving && <ReceiptForm matter={matter} documentId={id} onClose={() => setServing(false)} />}
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

import { DOCUMENT_KINDS, SERVICE_METHODS } from "@rehab/domain/handoff/document-service";
import { noShowsEndpoints } from "@rehab/schema/no-shows";
import type { DocumentView, NoShowFile, ReceiptView } from "@rehab/schema/no-shows";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../../../api/query.ts";
import { useSession } from "../../../api/session.ts";
import { classNames } from "../../../lib/class-names.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText, momentText } from "../../../lib/day-text.ts";
import { saveDownload } from "../../../lib/save-download.ts";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { obstacleOf } from "../no-show-answers.ts";
import { Annulled, AnnulButton } from "./annul-button.tsx";
import { DocumentForm } from "./document-form.tsx";
import { Opener } from "./inline-form.tsx";
import styles from "./no-show.module.css";
import { ReceiptForm } from "./receipt-form.tsx";

/** The documents of the case with their service, latest first. */
export function DocumentsPanel({ file }: { readonly file: NoShowFile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [downloaded, setDownloaded] = useState<string>();
  const { enrolleeId, documents } = file;
  return (
    <Panel title={t("noShows.document.title")}>
      {open ? (
        <DocumentForm enrolleeId={enrolleeId} onClose={() => setOpen(false)} />
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
  const download = useAction(noShowsEndpoints.document, {
    onDone: ({ blob, fileName }) => {
      saveDownload(blob, fileName);
      onDownloaded(fileName);
    },
  });
  const { id, kind, number, issuedOn, issuedBy, pages, unserved, annulled, receipts } = document;
  const kindLabel = labelOf(DOCUMENT_KINDS, kind);
  const what = `${kindLabel} ${number ?? ""}`.trim();
  return (
    <li className={classNames(styles.item, annulled !== null && styles.annulled)}>
      <div className={styles.line}>
        <strong className={styles.words}>{what}</strong>
        <ServiceTag document={document} />
        <span className={styles.spring} />
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
        {annulled === null && <AnnulButton enrolleeId={enrolleeId} fact="document" factId={id} what={what} />}
      </div>
      <p className={styles.small}>
        {[
          dayText(issuedOn),
          issuedBy,
          pages !== null && t("noShows.document.pageCount", { count: pages }),
          t("noShows.recordedBy", {
            who: document.recordedBy ?? "",
            moment: momentText(document.recordedAt),
          }),
        ]
          .filter(Boolean)
          .join("　")}
      </p>
      <Annulled annulled={annulled} />
      {receipts.map((receipt) => (
        <ReceiptItem key={receipt.id} receipt={receipt} enrolleeId={enrolleeId} />
      ))}
      {serving && (
        <ReceiptForm enrolleeId={enrolleeId} document={document} onClose={() => setServing(false)} />
      )}
      {unserved && !serving && ability.can("create", "CaseFile") && (
        <Button size="small" style={{ marginTop: 4 }} onClick={() => setServing(true)}>
          {t("noShows.document.serve")}
        </Button>
      )}
    </li>
  );
}

function ServiceTag({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation();
  if (document.annulled !== null) return <StatusTag tone="idle">{t("noShows.document.annulled")}</StatusTag>;
  if (document.unserved) return <StatusTag tone="dueSoon">{t("noShows.document.unserved")}</StatusTag>;
  if (document.needsService) return <StatusTag tone="done">{t("noShows.document.served")}</StatusTag>;
  return <StatusTag tone="idle">{t("noShows.document.toPolice")}</StatusTag>;
}

function ReceiptItem({
  receipt,
  enrolleeId,
}: {
  readonly receipt: ReceiptView;
  readonly enrolleeId: string;
}) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { id, servedOn, method, place, receivedBy, relation, refusal, witness, servers, note, annulled } =
    receipt;
  const what = t("noShows.receipt.line", {
    day: dayText(servedOn),
    method: labelOf(SERVICE_METHODS, method),
    place: place ?? "",
  });
  const details = [
    receivedBy !== null && t("noShows.receipt.receivedLine", { name: receivedBy, relation: relation ?? "" }),
    refusal !== null && t("noShows.receipt.refusalLine", { refusal, witness: witness ?? "" }),
    servers.length > 0 && t("noShows.receipt.serversLine", { names: servers.join("、") }),
    note,
  ].filter(Boolean);
  return (
    <div className={classNames(styles.nested, annulled !== null && styles.annulled)}>
      <div className={styles.line}>
        <span className={styles.words}>
          {t("noShows.receipt.title")}　{what}
        </span>
        <span className={styles.spring} />
        {annulled === null && (
          <AnnulButton
            enrolleeId={enrolleeId}
            fact="receipt"
            factId={id}
            what={`${t("noShows.receipt.title")} ${what}`}
          />
        )}
      </div>
      <p className={styles.small}>{details.join("　")}</p>
      <Annulled annulled={annulled} />
    </div>
  );
}

import { DOCUMENT_KINDS, SERVICE_METHODS } from "@rehab/domain/handoff/document-service";
import type { DocumentKind, ServiceMethod } from "@rehab/domain/handoff/document-service";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "../lib/class-names.ts";
import { useCodeLabel } from "../lib/code-label.ts";
import { dayText, momentText } from "../lib/day-text.ts";
import { Annulled } from "./annul-dialog.tsx";
import styles from "./matter.module.css";
import { StatusTag } from "./status-tag.tsx";

interface Receipt {
  readonly id: string;
  readonly servedOn: string;
  readonly method: ServiceMethod;
  readonly place: string | null;
  readonly receivedBy: string | null;
  readonly relation: string | null;
  readonly refusal: string | null;
  readonly witness: string | null;
  readonly servers: readonly string[];
  readonly note: string | null;
  readonly annulled: { readonly reason: string } | null;
}

interface Paper {
  readonly kind: DocumentKind;
  readonly number: string | null;
  readonly issuedOn: string;
  readonly issuedBy: string | null;
  readonly addressee?: string | null;
  readonly pages: number | null;
  readonly note: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: string;
  readonly needsService: boolean;
  readonly unserved: boolean;
  readonly annulled: { readonly reason: string } | null;
  readonly receipts: readonly Receipt[];
}

interface PaperItemProps {
  readonly paper: Paper;
  /** Ways to take it out or back, beside its name. */
  readonly actions: ReactNode;
  /** The way to annul a receipt, which is told in words. */
  readonly renderAnnulment: (receipt: { readonly id: string }, what: string) => ReactNode;
  readonly children: ReactNode;
}

/** A document with its service, as a line of a list. */
export function PaperItem({ paper, actions, renderAnnulment, children }: PaperItemProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { issuedOn, issuedBy, addressee, pages, note, annulled, receipts } = paper;
  return (
    <li className={classNames(styles.item, annulled !== null && styles.annulled)}>
      <div className={styles.line}>
        <strong className={styles.words}>
          {`${labelOf(DOCUMENT_KINDS, paper.kind)} ${paper.number ?? ""}`.trim()}
        </strong>
        <ServiceTag paper={paper} />
        <span className={styles.spring} />
        {actions}
      </div>
      <p className={styles.small}>
        {[
          dayText(issuedOn),
          issuedBy,
          addressee && t("noShows.document.to", { who: addressee }),
          pages !== null && t("noShows.document.pageCount", { count: pages }),
          t("noShows.recordedBy", { who: paper.recordedBy ?? "", moment: momentText(paper.recordedAt) }),
          note,
        ]
          .filter(Boolean)
          .join("　")}
      </p>
      <Annulled annulled={annulled} />
      {receipts.map((receipt) => (
        <ReceiptItem key={receipt.id} receipt={receipt} annul={renderAnnulment} />
      ))}
      {children}
    </li>
  );
}

function ServiceTag({ paper }: { readonly paper: Paper }) {
  const { t } = useTranslation();
  if (paper.annulled !== null) return <StatusTag tone="idle">{t("noShows.document.annulled")}</StatusTag>;
  if (paper.unserved) return <StatusTag tone="dueSoon">{t("noShows.document.unserved")}</StatusTag>;
  if (paper.needsService) return <StatusTag tone="done">{t("noShows.document.served")}</StatusTag>;
  return <StatusTag tone="idle">{t("noShows.document.toPolice")}</StatusTag>;
}

interface ReceiptItemProps {
  readonly receipt: Receipt;
  readonly annul: PaperItemProps["renderAnnulment"];
}

function ReceiptItem({ receipt, annul }: ReceiptItemProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { servedOn, method, place, receivedBy, relation, refusal, witness, servers, note, annulled } =
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
        {annulled === null && annul(receipt, `${t("noShows.receipt.title")} ${what}`)}
      </div>
      <p className={styles.small}>{details.join("　")}</p>
      <Annulled annulled={annulled} />
    </div>
  );
}

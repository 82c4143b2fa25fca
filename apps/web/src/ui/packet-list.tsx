import { useTranslation } from "react-i18next";
import styles from "./packet-list.module.css";
import { StatusTag } from "./status-tag.tsx";

interface PacketListProps {
  readonly items: readonly {
    readonly code: string;
    readonly label: string;
    readonly present: boolean;
    readonly because: string;
  }[];
}

/** The parts of a packet for the police: which are there, which are missing, and why. */
export function PacketList({ items }: PacketListProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles.list} aria-label={t("noShows.packetPanel.title")}>
      {items.map(({ code, label, present, because }) => (
        <li key={code} className={styles.item}>
          <StatusTag tone={present ? "done" : "overdue"}>
            {t(present ? "noShows.packetPanel.present" : "noShows.packetPanel.missing")}
          </StatusTag>
          <span>
            {label}
            <br />
            <span className={styles.because}>{because}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import styles from "../../ui/matter.module.css";
import { Panel } from "../../ui/panel.tsx";
import { StatusTag } from "../../ui/status-tag.tsx";

interface PacketPanelProps {
  readonly packet: {
    readonly items: readonly { readonly present: boolean }[];
    readonly canRefer: boolean;
    readonly sentence: string;
    readonly citation: string;
  };
  /** Whether a referral is what comes next, so that its sentence and article belong here. */
  readonly saysWhy: boolean;
  /** The parts, by their names. */
  readonly children: ReactNode;
}

/** What must be together for the police, and how much of it is still missing. */
export function PacketPanel({ packet, saysWhy, children }: PacketPanelProps) {
  const { t } = useTranslation();
  const missing = packet.items.filter(({ present }) => !present).length;
  return (
    <Panel
      title={t("noShows.packetPanel.title")}
      extra={
        <StatusTag tone={missing === 0 ? "done" : "dueSoon"}>
          {missing === 0
            ? t(packet.canRefer ? "noShows.packetPanel.whole" : "noShows.packetWhole")
            : t("noShows.packetPanel.incomplete", { count: missing })}
        </StatusTag>
      }
    >
      {children}
      {saysWhy && (
        <p className={styles.reason}>
          {packet.sentence}（{packet.citation}）
        </p>
      )}
    </Panel>
  );
}

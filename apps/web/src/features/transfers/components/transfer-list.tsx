import { TRANSFER_DIRECTIONS, TRANSFER_STATES } from "@rehab/domain/handoff/transfer";
import type { Transfer } from "@rehab/schema/transfers";
import { Skeleton } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { useNarrow } from "../../../lib/printing.ts";
import { DataTable } from "../../../ui/data-table.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { toneOf } from "../transfer-words.ts";
import { placeOf } from "./transfer-panel.tsx";
import styles from "./transfers.module.css";

interface TransferListProps {
  readonly transfers: readonly Transfer[] | undefined;
  readonly nameOf: (transfer: Transfer) => string;
  readonly empty: ReactNode;
}

/** Transfers one a line, each opening the person's file; cards on the phone. */
export function TransferList({ transfers, nameOf, empty }: TransferListProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const progress = (transfer: Transfer) => (
    <StatusTag tone={toneOf(transfer)}>{labelOf(TRANSFER_STATES, transfer.state)}</StatusTag>
  );

  if (narrow) {
    if (transfers === undefined) return <Skeleton active />;
    if (transfers.length === 0) return empty;
    return (
      <ul className={styles.cards}>
        {transfers.map((transfer) => (
          <li key={transfer.id} className={styles.card}>
            <span className={styles.head}>
              <Link to={paths.enrolleeTransfer(transfer.enrolleeId)}>{nameOf(transfer)}</Link>
              {labelOf(TRANSFER_DIRECTIONS, transfer.direction)}
              {progress(transfer)}
            </span>
            <span>{placeOf(transfer)}</span>
            <span className={styles.soft}>
              {transfer.stationName} · {dayText(transfer.sentOn ?? transfer.requestedOn)}
            </span>
            {transfer.waitingDays !== null && <Waiting transfer={transfer} days={transfer.waitingDays} />}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <DataTable<Transfer>
      label={t("transfers.list")}
      rows={transfers}
      rowKey={({ id }) => id}
      loading={transfers === undefined}
      minWidth={1080}
      sticky
      onOpen={({ enrolleeId }) => void navigate(paths.enrolleeTransfer(enrolleeId))}
      empty={transfers === undefined ? <Skeleton active /> : empty}
      columns={[
        {
          key: "name",
          title: t("transfers.name"),
          width: 90,
          render: (_, transfer) => (
            <Link to={paths.enrolleeTransfer(transfer.enrolleeId)}>{nameOf(transfer)}</Link>
          ),
        },
        {
          key: "direction",
          title: t("transfers.direction"),
          width: 90,
          render: (_, { direction }) => labelOf(TRANSFER_DIRECTIONS, direction),
        },
        {
          key: "state",
          title: t("transfers.state"),
          width: 150,
          render: (_, transfer) => progress(transfer),
        },
        { key: "from", title: t("transfers.from"), width: 140, dataIndex: "stationName" },
        { key: "to", title: t("transfers.to"), render: (_, transfer) => placeOf(transfer) },
        {
          key: "requestedOn",
          title: t("transfers.requestedOn"),
          width: 130,
          render: (_, { requestedOn }) => dayText(requestedOn),
        },
        {
          key: "sentOn",
          title: t("transfers.sentOn"),
          width: 130,
          render: (_, { sentOn }) => (sentOn === null ? "—" : dayText(sentOn)),
        },
        {
          key: "waiting",
          title: t("transfers.waiting"),
          width: 100,
          render: (_, transfer) =>
            transfer.waitingDays === null ? "—" : <Waiting transfer={transfer} days={transfer.waitingDays} />,
        },
        {
          key: "receiptOn",
          title: t("transfers.receiptOn"),
          width: 130,
          render: (_, { receiptOn }) => (receiptOn === null ? "—" : dayText(receiptOn)),
        },
      ]}
    />
  );
}

function Waiting({ transfer, days }: { readonly transfer: Transfer; readonly days: number }) {
  const { t } = useTranslation();
  return (
    <StatusTag tone={transfer.isLate ? "overdue" : "running"}>
      {t("transfers.waitingDays", { days })}
    </StatusTag>
  );
}

import { PrinterOutlined } from "@ant-design/icons";
import { TRANSFER_DIRECTIONS, TRANSFER_MATERIALS, TRANSFER_STATES } from "@rehab/domain/handoff/transfer";
import type { TransferStep } from "@rehab/domain/handoff/transfer";
import type { Transfer } from "@rehab/schema/transfers";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { paths } from "../../../lib/paths.ts";
import { FactList } from "../../../ui/fact-list.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";
import { toneOf } from "../transfer-words.ts";
import { StepForm } from "./step-form.tsx";
import styles from "./transfers.module.css";

interface TransferPanelProps {
  readonly transfer: Transfer;
}

/** One transfer: how it stands, what can be done now, and what cannot, with the reason. */
export function TransferPanel({ transfer }: TransferPanelProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { ability } = useSession();
  const [open, setOpen] = useState<TransferStep>();
  const [done, setDone] = useState<TransferStep>();
  const isClosed = transfer.state === "received" || transfer.state === "cancelled";
  const mine = isClosed ? [] : transfer.steps.filter(({ step }) => isOfDirection(step, transfer));
  // That the papers were sent is said above.
  const blocked = mine.filter(
    ({ step, allowed, reason }) =>
      !allowed && reason !== null && reason !== "" && !(step === "send" && transfer.state === "sent"),
  );
  const isSender = transfer.direction === "out" || ability.can("create", "Handoff");
  const maySendLater =
    isSender && mine.some(({ step, allowed }) => step === "send" && !allowed) && transfer.missing.length > 0;

  return (
    <Panel
      title={
        <span className={styles.head}>
          {labelOf(TRANSFER_DIRECTIONS, transfer.direction)}
          <StatusTag tone={toneOf(transfer)}>{labelOf(TRANSFER_STATES, transfer.state)}</StatusTag>
          {transfer.isLate && <StatusTag tone="overdue">{t("transfers.late")}</StatusTag>}
        </span>
      }
      extra={
        transfer.direction !== "in" &&
        transfer.state !== "cancelled" &&
        ability.can("export", "CaseFile") && (
          <Link to={paths.transferLetter(transfer.id)}>
            <PrinterOutlined /> {t("transfers.print")}
          </Link>
        )
      }
    >
      {done !== undefined && (
        <Alert
          type="success"
          showIcon
          role="status"
          style={{ marginBottom: 12 }}
          title={t("transfers.saved", { step: t(`transfers.steps.${done}`) })}
        />
      )}
      {transfer.returnedReason !== null && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t("transfers.returned", { reason: transfer.returnedReason })}
        />
      )}
      <TransferFacts transfer={transfer} />
      {!isClosed && (
        <div className={styles.steps}>
          {maySendLater && (
            <Button
              type="primary"
              aria-expanded={open === "send"}
              onClick={() => setOpen(open === "send" ? undefined : "send")}
            >
              {t("transfers.steps.send")}
            </Button>
          )}
          {mine
            .filter(({ allowed }) => allowed)
            .map(({ step }) => (
              <Button
                key={step}
                type={step === "cancel" || step === "return" ? "default" : "primary"}
                aria-expanded={open === step}
                onClick={() => setOpen(open === step ? undefined : step)}
              >
                {t(`transfers.steps.${step}`)}
              </Button>
            ))}
        </div>
      )}
      {open !== undefined && (
        <StepForm
          key={open}
          transfer={transfer}
          step={open}
          onDone={() => {
            setDone(open);
            setOpen(undefined);
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
      {blocked.length > 0 && open === undefined && (
        <ul className={styles.reasons} aria-label={t("transfers.whyNot")}>
          {blocked.map(({ step, reason }) => (
            <li key={step}>
              {t(`transfers.steps.${step}`)}：{reason}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function isOfDirection(step: TransferStep, { direction }: Transfer): boolean {
  if (step === "receive") return direction === "out";
  return step === "acknowledge" || step === "return" ? direction === "within" : true;
}

function TransferFacts({ transfer }: { readonly transfer: Transfer }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const day = (value: string | null) => value && dayText(value);
  const names = (codes: Transfer["materials"]) =>
    codes.map((code) => labelOf(TRANSFER_MATERIALS, code)).join("、");
  const isOpen = transfer.state === "requested" || transfer.state === "sent";
  return (
    <FactList
      facts={[
        { label: t(`transfers.place.${transfer.direction}`), value: placeOf(transfer) },
        { label: t("transfers.reason"), value: transfer.reason },
        { label: t("transfers.requestedOn"), value: day(transfer.requestedOn) },
        {
          label: t("transfers.materials"),
          value: (
            <>
              {names(transfer.materials) || t("common.none")}
              {isOpen && transfer.direction !== "in" && (
                <div>
                  {transfer.missing.length > 0 ? (
                    <StatusTag tone="dueSoon">
                      {t("transfers.missing", { missing: names(transfer.missing) })}
                    </StatusTag>
                  ) : (
                    <StatusTag tone="done">{t("transfers.complete")}</StatusTag>
                  )}
                </div>
              )}
            </>
          ),
        },
        { label: t("transfers.sentOn"), value: day(transfer.sentOn), hideEmpty: true },
        { label: t("transfers.letterNumber"), value: transfer.letterNumber, hideEmpty: true },
        {
          label: t("transfers.waiting"),
          value:
            transfer.waitingDays === null ? null : t("transfers.waitingDays", { days: transfer.waitingDays }),
          hideEmpty: true,
        },
        { label: t("transfers.receiptOn"), value: day(transfer.receiptOn), hideEmpty: true },
        { label: t("transfers.receiptNumber"), value: transfer.receiptNumber, hideEmpty: true },
        { label: t("transfers.receivedBy"), value: transfer.receivedBy, hideEmpty: true },
        {
          label: t("transfers.receipt"),
          value: transfer.reportDueOn && t("transfers.reportDue", { due: dayText(transfer.reportDueOn) }),
          hideEmpty: true,
        },
        { label: t("transfers.cancelledOn"), value: day(transfer.cancelledOn), hideEmpty: true },
        { label: t("transfers.cancelReason"), value: transfer.cancelReason, hideEmpty: true },
      ]}
    />
  );
}

/** The other place, with the receiving station of the county where there is one. */
export function placeOf({ direction, otherPlace, toStationName }: Transfer): string {
  return direction === "within" && toStationName !== null && toStationName !== otherPlace
    ? `${otherPlace}（${toStationName}）`
    : otherPlace;
}

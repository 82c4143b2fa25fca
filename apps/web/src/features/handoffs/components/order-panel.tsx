import { HANDOFF_CONDITIONS, HANDOFF_PAPERS, HANDOFF_SOURCES } from "@rehab/domain/handoff/handoff-record";
import { TERM_CONFLICTS } from "@rehab/domain/handoff/printed-term";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { HandoffFile } from "@rehab/schema/handoffs";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText, fromTo } from "../../../lib/day-text.ts";
import { Explain } from "../../../ui/explain.tsx";
import { FactList } from "../../../ui/fact-list.tsx";
import type { Fact } from "../../../ui/fact-list.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";

interface OrderPanelProps {
  readonly file: HandoffFile;
  readonly extra?: ReactNode;
}

/** The order, what came with it, and the printed term beside the one that counts. */
export function OrderPanel({ file, extra }: OrderPanelProps) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { order, record } = file;
  const day = (value: string | null) => (value === null ? null : dayText(value));
  const deducted =
    order.deductedDays > 0 ? ` · ${t("handoffs.deducted", { count: order.deductedDays })}` : "";
  const fromIsolation = record?.condition === "from_isolation";

  const facts: Fact[] = [
    { label: t("handoffs.measure"), value: labelOf(MEASURES, order.measure) },
    { label: t("handoffs.orderNumber"), value: order.orderNumber },
    { label: t("handoffs.orderOrgan"), value: order.orderOrgan },
    { label: t("handoffs.orderedOn"), value: day(order.orderedOn) },
    { label: t("handoffs.receivedOn"), value: day(order.receivedOn) },
    { label: t("handoffs.handedOffOn"), value: day(order.handedOffOn) },
    { label: t("handoffs.term"), value: `${t("handoffs.months", { count: order.termMonths })}${deducted}` },
    { label: t("handoffs.printedTerm"), value: spanOf(record?.orderFromOn, record?.orderToOn) },
    { label: t("handoffs.legalTerm"), value: <LegalTerm file={file} /> },
    { label: t("handoffs.papers"), value: <Papers file={file} /> },
    {
      label: t("handoffs.condition"),
      value: record && labelOf(HANDOFF_CONDITIONS, record.condition),
    },
    { label: t("handoffs.isolationCenter"), value: record?.isolationCenter, hideEmpty: !fromIsolation },
    {
      label: t("handoffs.isolationLeftOn"),
      value: day(record?.isolationLeftOn ?? null),
      hideEmpty: !fromIsolation,
    },
    { label: t("handoffs.policeStation"), value: order.policeStation },
    { label: t("handoffs.policeOfficer"), value: record?.policeOfficer },
    { label: t("handoffs.drug"), value: order.drug },
    { label: t("handoffs.source"), value: record && labelOf(HANDOFF_SOURCES, record.source) },
    { label: t("handoffs.note"), value: record?.note, hideEmpty: true },
  ];
  return (
    <Panel title={t("handoffs.order")} extra={extra}>
      {record === null && (
        <p style={{ marginBottom: 8, color: "var(--ink-soft)" }}>{t("handoffs.noRecord")}</p>
      )}
      <FactList facts={facts} />
    </Panel>
  );
}

function spanOf(from: string | null | undefined, to: string | null | undefined): string | null {
  if (!from && !to) return null;
  return fromTo(from ? dayText(from) : "—", to ? dayText(to) : "—");
}

function LegalTerm({ file }: { readonly file: HandoffFile }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { legalTerm, termConflicts } = file;
  return (
    <>
      {legalTerm === null ? t("handoffs.notStarted") : spanOf(legalTerm.startOn, legalTerm.endOn)}{" "}
      <Explain title={t("handoffs.legalTerm")}>{t("handoffs.legalTermHelp")}</Explain>
      {termConflicts.map(({ code, days }) => (
        <div key={code}>
          <StatusTag tone="dueSoon">{t("handoffs.differs")}</StatusTag>{" "}
          {t("handoffs.conflict", { what: labelOf(TERM_CONFLICTS, code), days })}
        </div>
      ))}
    </>
  );
}

function Papers({ file }: { readonly file: HandoffFile }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const here = (file.record?.papers ?? []).map((paper) => labelOf(HANDOFF_PAPERS, paper));
  const missing = file.missingPapers.map((paper) => labelOf(HANDOFF_PAPERS, paper));
  return (
    <>
      {here.length === 0 ? t("handoffs.papersNone") : here.join("、")}
      {missing.length > 0 && (
        <div>
          <StatusTag tone="dueSoon">{t("handoffs.missing")}</StatusTag> {missing.join("、")}
        </div>
      )}
    </>
  );
}

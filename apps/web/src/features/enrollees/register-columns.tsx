import { MEASURES } from "@rehab/domain/supervision/measure";
import type { RegisterRow } from "@rehab/schema/enrollees";
import type { TableColumnType } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useCodeLabel } from "../../lib/code-label.ts";
import { dayText } from "../../lib/day-text.ts";
import { paths } from "../../lib/paths.ts";
import { CaseStateTag, ControlTag, RiskTag } from "../../ui/case-tags.tsx";
import type { Sorting } from "./register-address.ts";

export interface RegisterColumn {
  readonly key: string;
  readonly title: string;
  readonly width: number;
  readonly sort?: Sorting["sort"];
  readonly fixedChoice?: boolean;
  readonly hiddenAtFirst?: boolean;
  readonly cell: (row: RegisterRow) => ReactNode;
}

/** The column as the table takes it, with its part in the present sorting. */
export function tableColumn(column: RegisterColumn, sorting: Sorting): TableColumnType<RegisterRow> {
  const { key, title, width, sort, cell } = column;
  const shown: TableColumnType<RegisterRow> = { key, title, width, render: (_, row) => cell(row) };
  if (sort === undefined) return shown;
  const direction = sorting.direction === "asc" ? "ascend" : "descend";
  return {
    ...shown,
    sorter: true,
    sortDirections: ["ascend", "descend", "ascend"],
    sortOrder: sorting.sort === sort ? direction : null,
  };
}

/** Every column that the register can show. `nameOf` gives the whole name where it is shown. */
export function useRegisterColumns(nameOf: (row: RegisterRow) => string): readonly RegisterColumn[] {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const day = (value: string | null) =>
    value === null ? <span style={{ color: "var(--ink-soft)" }}>—</span> : dayText(value);

  return [
    {
      key: "name",
      title: t("enrollees.name"),
      width: 88,
      sort: "name",
      fixedChoice: true,
      cell: (row) => <Link to={paths.enrollee(row.id)}>{nameOf(row)}</Link>,
    },
    {
      key: "idNumber",
      title: t("enrollees.idNumber"),
      width: 164,
      cell: (row) =>
        row.maskedIdNumber ?? <span style={{ color: "var(--overdue)" }}>{t("common.unknown")}</span>,
    },
    {
      key: "sex",
      title: t("enrollees.sex"),
      width: 64,
      hiddenAtFirst: true,
      cell: (row) => (row.sex === null ? "—" : t(`common.${row.sex}`)),
    },
    {
      key: "measure",
      title: t("enrollees.measure"),
      width: 104,
      cell: (row) => labelOf(MEASURES, row.measure),
    },
    {
      key: "state",
      title: t("enrollees.state"),
      width: 116,
      cell: (row) => <CaseStateTag state={row.state} />,
    },
    {
      key: "control",
      title: t("enrollees.control"),
      width: 128,
      cell: (row) =>
        row.controlReason === null ? (
          "—"
        ) : (
          <ControlTag reason={row.controlReason} controlled={row.controlled === true} />
        ),
    },
    { key: "station", title: t("enrollees.station"), width: 128, cell: (row) => row.stationName },
    {
      key: "place",
      title: t("enrollees.place"),
      width: 150,
      hiddenAtFirst: true,
      cell: (row) => [row.townshipName, row.village].filter(Boolean).join(" ") || "—",
    },
    {
      key: "caseworker",
      title: t("enrollees.caseworker"),
      width: 108,
      cell: (row) =>
        row.caseworkerName ?? <span style={{ color: "var(--overdue)" }}>{t("enrollees.file.noOwner")}</span>,
    },
    {
      key: "risk",
      title: t("enrollees.risk"),
      width: 88,
      hiddenAtFirst: true,
      cell: (row) => (row.riskLevel === null ? "—" : <RiskTag level={row.riskLevel} />),
    },
    {
      key: "lastInPersonOn",
      title: t("enrollees.lastInPersonOn"),
      width: 138,
      sort: "lastInPersonOn",
      cell: (row) => (row.lastInPersonOn === null ? t("enrollees.never") : day(row.lastInPersonOn)),
    },
    {
      key: "termEndOn",
      title: t("enrollees.termEndOn"),
      width: 138,
      sort: "termEndOn",
      cell: (row) => day(row.termEndOn),
    },
    {
      key: "reportDueOn",
      title: t("enrollees.reportDueOn"),
      width: 138,
      sort: "reportDueOn",
      hiddenAtFirst: true,
      cell: (row) => day(row.reportDueOn),
    },
    {
      key: "receivedOn",
      title: t("enrollees.receivedOn"),
      width: 138,
      hiddenAtFirst: true,
      cell: (row) => day(row.receivedOn),
    },
    {
      key: "reportedOn",
      title: t("enrollees.reportedOn"),
      width: 138,
      hiddenAtFirst: true,
      cell: (row) => day(row.reportedOn),
    },
    {
      key: "orderNumber",
      title: t("enrollees.orderNumber"),
      width: 240,
      hiddenAtFirst: true,
      cell: (row) => row.orderNumber ?? "—",
    },
  ];
}

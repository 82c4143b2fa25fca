import {
  ApartmentOutlined,
  AuditOutlined,
  BookOutlined,
  CalendarOutlined,
  CarOutlined,
  CheckSquareOutlined,
  DiffOutlined,
  ExperimentOutlined,
  FileDoneOutlined,
  HomeOutlined,
  HourglassOutlined,
  ImportOutlined,
  KeyOutlined,
  LineChartOutlined,
  SolutionOutlined,
  SwapOutlined,
  TeamOutlined,
  UserDeleteOutlined,
  UserOutlined,
  WarningOutlined,
} from "@ant-design/icons";
import type { Access } from "@rehab/schema/endpoint";
import type { ComponentType } from "react";
import { paths } from "../lib/paths.ts";

export type SectionGroup = "daily" | "oversight" | "bureau" | "administration";

/** A part of the application with its place in the menu, and who gets in. */
export interface Section {
  readonly key:
    | "home"
    | "workbench"
    | "enrollees"
    | "leaves"
    | "noShows"
    | "breaches"
    | "tests"
    | "termEnds"
    | "approvals"
    | "transfers"
    | "reconciliations"
    | "handoffs"
    | "indicators"
    | "countyRecords"
    | "stations"
    | "staff"
    | "imports"
    | "law"
    | "accounts"
    | "audit";
  readonly path: string;
  readonly group: SectionGroup;
  readonly icon: ComponentType;
  readonly access: Access;
}

export const sections: readonly Section[] = [
  { key: "home", path: paths.home, group: "daily", icon: HomeOutlined, access: "signed-in" },
  {
    key: "workbench",
    path: paths.workbench,
    group: "daily",
    icon: CheckSquareOutlined,
    access: ["list", "CaseFile"],
  },
  {
    key: "enrollees",
    path: paths.enrollees,
    group: "daily",
    icon: UserOutlined,
    access: ["list", "CaseFile"],
  },
  {
    key: "reconciliations",
    path: paths.reconciliations,
    group: "daily",
    icon: DiffOutlined,
    access: ["list", "Reconciliation"],
  },
  {
    key: "handoffs",
    path: paths.handoffs,
    group: "daily",
    icon: SolutionOutlined,
    access: ["list", "Handoff"],
  },
  {
    key: "noShows",
    path: paths.noShows,
    group: "daily",
    icon: UserDeleteOutlined,
    access: ["list", "CaseFile"],
  },
  {
    key: "tests",
    path: paths.tests,
    group: "daily",
    icon: ExperimentOutlined,
    access: ["list", "CaseFile"],
  },
  {
    key: "leaves",
    path: paths.leaves,
    group: "daily",
    icon: CarOutlined,
    access: ["list", "CaseFile"],
  },
  {
    key: "termEnds",
    path: paths.termEnds,
    group: "daily",
    icon: HourglassOutlined,
    access: ["list", "CaseFile"],
  },
  {
    key: "breaches",
    path: paths.breaches,
    group: "daily",
    icon: WarningOutlined,
    access: ["list", "CaseFile"],
  },
  {
    key: "transfers",
    path: paths.transfers,
    group: "daily",
    icon: SwapOutlined,
    access: ["list", "CaseFile"],
  },
  {
    key: "indicators",
    path: paths.indicators,
    group: "oversight",
    icon: LineChartOutlined,
    access: ["read", "Indicator"],
  },
  {
    key: "approvals",
    path: paths.approvals,
    group: "oversight",
    icon: FileDoneOutlined,
    access: ["list", "Approval"],
  },
  {
    key: "countyRecords",
    path: paths.countyRecords,
    group: "oversight",
    icon: CalendarOutlined,
    access: ["list", "CountyRecord"],
  },
  {
    key: "imports",
    path: paths.imports,
    group: "oversight",
    icon: ImportOutlined,
    access: ["list", "ImportBatch"],
  },
  {
    key: "stations",
    path: paths.stations,
    group: "bureau",
    icon: ApartmentOutlined,
    access: ["list", "Station"],
  },
  { key: "staff", path: paths.staff, group: "bureau", icon: TeamOutlined, access: ["list", "Staff"] },
  {
    key: "law",
    path: paths.law,
    group: "administration",
    icon: BookOutlined,
    access: ["list", "Law"],
  },
  {
    key: "accounts",
    path: paths.accounts,
    group: "administration",
    icon: KeyOutlined,
    access: ["list", "Account"],
  },
  {
    key: "audit",
    path: paths.audit,
    group: "administration",
    icon: AuditOutlined,
    access: ["list", "AuditTrail"],
  },
];

/** The section that an address belongs to. */
export function sectionAt(pathname: string): Section | undefined {
  return sections.find(
    ({ path }) => pathname === path || (path !== paths.home && pathname.startsWith(`${path}/`)),
  );
}

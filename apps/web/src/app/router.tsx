import { createBrowserRouter } from "react-router";
import { paths } from "../lib/paths.ts";
import { ErrorPage } from "./error-page.tsx";
import { Frame } from "./frame/frame.tsx";
import { NotFoundPage } from "./not-found-page.tsx";
import { PageSkeleton } from "./page-skeleton.tsx";
import { SessionGate } from "./session-gate.tsx";

export const router = createBrowserRouter([
  {
    path: paths.login,
    ErrorBoundary: ErrorPage,
    HydrateFallback: PageSkeleton,
    lazy: () => import("../features/login/pages/login-page.tsx"),
  },
  {
    Component: SessionGate,
    ErrorBoundary: ErrorPage,
    HydrateFallback: PageSkeleton,
    children: [
      {
        Component: Frame,
        children: [
          {
            ErrorBoundary: ErrorPage,
            children: [
              { index: true, lazy: () => import("../features/home/pages/home-page.tsx") },
              { path: paths.workbench, lazy: () => import("../features/workbench/pages/workbench-page.tsx") },
              {
                path: paths.workbenchSheet,
                lazy: () => import("../features/workbench/pages/sheet-page.tsx"),
              },
              { path: paths.enrollees, lazy: () => import("../features/enrollees/pages/register-page.tsx") },
              {
                path: paths.enrollee(":id"),
                lazy: () => import("../features/enrollees/pages/file-page.tsx"),
                children: [
                  { index: true, lazy: () => import("../features/enrollees/pages/overview-page.tsx") },
                  { path: "intake", lazy: () => import("../features/handoffs/pages/intake-page.tsx") },
                  { path: "contacts", lazy: () => import("../features/visits/pages/contacts-page.tsx") },
                  { path: "leaves", lazy: () => import("../features/leaves/pages/leaves-tab-page.tsx") },
                  { path: "timeline", lazy: () => import("../features/enrollees/pages/timeline-page.tsx") },
                  { path: "tests", lazy: () => import("../features/tests/pages/tests-page.tsx") },
                  { path: "no-show", lazy: () => import("../features/no-shows/pages/no-show-page.tsx") },
                  { path: "states", lazy: () => import("../features/case-states/pages/state-page.tsx") },
                  { path: "breaches", lazy: () => import("../features/breaches/pages/breach-page.tsx") },
                  {
                    path: "transfer",
                    lazy: () => import("../features/transfers/pages/transfer-page.tsx"),
                  },
                  {
                    path: "access-log",
                    lazy: () => import("../features/enrollees/pages/access-log-page.tsx"),
                  },
                ],
              },
              { path: paths.leaves, lazy: () => import("../features/leaves/pages/leaves-page.tsx") },
              { path: paths.tests, lazy: () => import("../features/tests/pages/test-day-page.tsx") },
              { path: paths.testsWaiting, lazy: () => import("../features/tests/pages/waiting-page.tsx") },
              { path: paths.testDraws, lazy: () => import("../features/tests/pages/draws-page.tsx") },
              {
                path: paths.enrolleeTestSheet(":id"),
                lazy: () => import("../features/tests/pages/record-sheet-page.tsx"),
              },
              {
                path: paths.testDelegationLetter(":id", ":factId"),
                lazy: () => import("../features/tests/pages/delegation-letter-page.tsx"),
              },
              { path: paths.noShows, lazy: () => import("../features/no-shows/pages/no-shows-page.tsx") },
              {
                path: paths.termEnds,
                lazy: () => import("../features/case-states/pages/term-ends-page.tsx"),
              },
              { path: paths.breaches, lazy: () => import("../features/breaches/pages/breaches-page.tsx") },
              { path: paths.approvals, lazy: () => import("../features/approvals/pages/approvals-page.tsx") },
              {
                path: paths.newHandoff,
                lazy: () => import("../features/new-handoff/pages/new-handoff-page.tsx"),
              },
              { path: paths.transfers, lazy: () => import("../features/transfers/pages/transfers-page.tsx") },
              {
                path: paths.transferLetter(":id"),
                lazy: () => import("../features/transfers/pages/transfer-letter-page.tsx"),
              },
              { path: paths.handoffs, lazy: () => import("../features/handoffs/pages/handoffs-page.tsx") },
              {
                path: paths.handoff(":id"),
                lazy: () => import("../features/handoffs/pages/handoff-page.tsx"),
              },
              {
                path: paths.indicators,
                lazy: () => import("../features/indicators/pages/indicators-page.tsx"),
              },
              {
                path: paths.indicatorPeople,
                lazy: () => import("../features/indicators/pages/indicator-people-page.tsx"),
              },
              { path: paths.stations, lazy: () => import("../features/stations/pages/stations-page.tsx") },
              { path: paths.staff, lazy: () => import("../features/staff/pages/staff-page.tsx") },
              { path: paths.imports, lazy: () => import("../features/imports/pages/imports-page.tsx") },
              {
                path: paths.importBatch(":id"),
                lazy: () => import("../features/imports/pages/import-batch-page.tsx"),
              },
              {
                path: paths.importRows(":id"),
                lazy: () => import("../features/imports/pages/import-rows-page.tsx"),
              },
              {
                path: paths.importDecisions(":id"),
                lazy: () => import("../features/imports/pages/import-decisions-page.tsx"),
              },
              {
                path: paths.reconciliations,
                lazy: () => import("../features/reconciliations/pages/reconciliations-page.tsx"),
              },
              {
                path: paths.newReconciliation,
                lazy: () => import("../features/reconciliations/pages/new-reconciliation-page.tsx"),
              },
              {
                path: paths.reconciliation(":id"),
                lazy: () => import("../features/reconciliations/pages/reconciliation-page.tsx"),
              },
              {
                path: paths.reconciliationSheet(":id"),
                lazy: () => import("../features/reconciliations/pages/sheet-page.tsx"),
              },
              {
                path: paths.countyRecords,
                lazy: () => import("../features/county-records/pages/year-page.tsx"),
              },
              {
                path: `${paths.countyRecords}/:year`,
                lazy: () => import("../features/county-records/pages/year-page.tsx"),
              },
              {
                path: paths.countyRecordsFacts(":year"),
                lazy: () => import("../features/county-records/pages/year-facts-page.tsx"),
              },
              {
                path: paths.countyRecordsWindows(":year"),
                lazy: () => import("../features/county-records/pages/year-windows-page.tsx"),
              },
              {
                path: paths.countyRecordsExpenses(":year"),
                lazy: () => import("../features/county-records/pages/year-expenses-page.tsx"),
              },
              { path: paths.law, lazy: () => import("../features/law/pages/law-page.tsx") },
              {
                path: paths.lawItem(":subject", ":code"),
                lazy: () => import("../features/law/pages/law-item-page.tsx"),
              },
              { path: paths.accounts, lazy: () => import("../features/accounts/pages/accounts-page.tsx") },
              { path: paths.audit, lazy: () => import("../features/audit/pages/audit-page.tsx") },
              { path: "*", Component: NotFoundPage },
            ],
          },
        ],
      },
    ],
  },
]);

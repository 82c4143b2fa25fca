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
              { path: "*", Component: NotFoundPage },
            ],
          },
        ],
      },
    ],
  },
]);

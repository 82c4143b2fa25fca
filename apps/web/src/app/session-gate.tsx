import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Navigate, Outlet, useLocation } from "react-router";
import { isProblem } from "../api/problem-error.ts";
import { ProblemAlert } from "../api/problems.tsx";
import { SessionContext, abilityOf, currentSession } from "../api/session.ts";
import { paths } from "../lib/paths.ts";
import { PageSkeleton } from "./page-skeleton.tsx";

/** Lets signed-in people through and sends all others to the sign-in page, from which they come back here. */
export function SessionGate() {
  const location = useLocation();
  const { data: session, error, refetch } = useQuery({ ...currentSession, staleTime: Infinity });

  const signedIn = useMemo(() => session && { session, ability: abilityOf(session) }, [session]);

  if (signedIn !== undefined) {
    return (
      <SessionContext value={signedIn}>
        <Outlet />
      </SessionContext>
    );
  }
  if (isProblem(error, "not_signed_in")) {
    return <Navigate to={paths.login} replace state={{ from: location.pathname + location.search }} />;
  }
  if (error !== null) {
    return (
      <main style={{ padding: 24 }}>
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  return <PageSkeleton />;
}

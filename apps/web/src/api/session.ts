import { abilityFor } from "@rehab/schema/access/ability";
import type { Ability } from "@rehab/schema/access/ability";
import type { Access } from "@rehab/schema/endpoint";
import { sessionEndpoints } from "@rehab/schema/session";
import type { Session } from "@rehab/schema/session";
import { queryOptions } from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { call } from "./call.ts";
import { q } from "./query.ts";
import { setCsrfToken } from "./session-state.ts";

export interface SignedIn {
  readonly session: Session;
  readonly ability: Ability;
}

export const SessionContext = createContext<SignedIn | undefined>(undefined);

/** The signed-in person. Throws outside the pages that need one. */
export function useSession(): SignedIn {
  const signedIn = useContext(SessionContext);
  if (signedIn === undefined) throw new Error("useSession outside of a signed-in page");
  return signedIn;
}

export const currentSession = queryOptions({
  ...q(sessionEndpoints.current, {}),
  queryFn: async ({ signal }) => {
    const session = await call(sessionEndpoints.current, {}, signal);
    setCsrfToken(session.csrfToken);
    return session;
  },
});

/** Takes over a session that the server just opened. */
export function adoptSession(client: QueryClient, session: Session): void {
  setCsrfToken(session.csrfToken);
  client.setQueryData(currentSession.queryKey, session);
}

export function abilityOf(session: Session): Ability {
  const { roles, stationId } = session.account;
  return abilityFor({ roles, stationId });
}

/** Whether somebody with this ability gets anywhere with `access`. */
export function allows(ability: Ability, access: Access): boolean {
  if (access === "public" || access === "signed-in") return true;
  const [action, subject] = access;
  return ability.can(action, subject);
}

import type { Session } from "@rehab/schema/session";
import { sessionEndpoints } from "@rehab/schema/session";
import type { FastifyRequest } from "fastify";
import { ProblemError } from "../../core/problem-error.ts";
import type { Services } from "../../core/use-case.ts";
import { on } from "../../http/implement.ts";
import type { Route } from "../../http/implement.ts";
import { sessionCookie, setSessionCookie } from "../../plugins/session.ts";
import { changePassword } from "./change-password.ts";
import { endSession, endSessionsEverywhere } from "./end-session.ts";
import { findSession } from "./find-session.ts";
import type { StoredSession } from "./find-session.ts";
import { csrfTokenOf, hashOfToken } from "./session-token.ts";
import type { SessionLifetime } from "./session-lifetime.ts";
import { setClock } from "./set-clock.ts";
import { startSession } from "./start-session.ts";
import { systemInfo } from "./system-info.ts";

export function sessionRoutes(lifetime: SessionLifetime): Route[] {
  return [
    on(sessionEndpoints.system)(({ services }) => systemInfo(services)),

    on(sessionEndpoints.start)(async ({ body, services, actor, request, reply }) => {
      const outcome = await startSession(services, actor, { ...body, wallClock: new Date(), lifetime });
      if (!outcome.ok) throw new ProblemError(outcome.problem);
      const stored = await findSession(services.db, hashOfToken(outcome.token));
      if (stored === undefined) throw new ProblemError("not_signed_in");
      setSessionCookie(request, reply, outcome.token);
      return sessionView({ ...stored, token: outcome.token }, services);
    }),

    on(sessionEndpoints.current)(({ request, services }) => sessionView(sessionOf(request), services)),

    on(sessionEndpoints.end)(async ({ services, actor, request, reply }) => {
      await endSession(services, actor, { tokenHash: sessionOf(request).tokenHash });
      void reply.clearCookie(sessionCookie, { path: "/" });
    }),

    on(sessionEndpoints.endEverywhere)(async ({ services, actor, request, reply }) => {
      await endSessionsEverywhere(services, actor, { accountId: sessionOf(request).account.id });
      void reply.clearCookie(sessionCookie, { path: "/" });
    }),

    on(sessionEndpoints.changePassword)(async ({ body, services, actor, request }) => {
      const { tokenHash, account } = sessionOf(request);
      await changePassword(services, actor, { ...body, accountId: account.id, tokenHash });
    }),

    on(sessionEndpoints.setClock)(({ body, services, actor }) => setClock(services, actor, body)),
  ];
}

function sessionOf(request: FastifyRequest): StoredSession & { readonly token: string } {
  if (request.session === null) throw new ProblemError("not_signed_in");
  return request.session;
}

function sessionView(
  stored: StoredSession & { readonly token: string },
  { county, clock }: Services,
): Session {
  return {
    account: stored.account,
    csrfToken: csrfTokenOf(stored.token),
    expiresAt: stored.expiresAt.toISOString(),
    county: { code: county.code, name: county.name },
    mode: county.mode,
    today: clock.today(),
  };
}

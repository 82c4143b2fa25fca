import cookie from "@fastify/cookie";
import type { Endpoint } from "@rehab/schema/endpoint";
import { eq } from "drizzle-orm";
import type { FastifyReply, FastifyRequest } from "fastify";
import plugin from "fastify-plugin";
import { actorOf } from "../core/actor.ts";
import type { Actor } from "../core/actor.ts";
import { recordAudit } from "../core/audit.ts";
import { ProblemError } from "../core/problem-error.ts";
import type { Services } from "../core/use-case.ts";
import { session as sessionTable } from "../db/schema/account.ts";
import { findSession } from "../modules/session/find-session.ts";
import type { StoredSession } from "../modules/session/find-session.ts";
import { isAlive, seenEverySeconds } from "../modules/session/session-lifetime.ts";
import type { SessionLifetime } from "../modules/session/session-lifetime.ts";
import { hashOfToken, isCsrfToken } from "../modules/session/session-token.ts";

export const sessionCookie = "rehab_session";

declare module "fastify" {
  interface FastifyRequest {
    actor: Actor;
    /** The session of a signed-in request. */
    session: (StoredSession & { readonly token: string }) | null;
  }
  interface FastifyContextConfig {
    endpoint?: Endpoint;
  }
}

interface Options {
  readonly services: Services;
  readonly lifetime: SessionLifetime;
}

/** Knows who calls, and lets nobody through whom the endpoint does not name. */
export const sessionPlugin = plugin<Options>(async (app, { services, lifetime }) => {
  await app.register(cookie);
  app.decorateRequest("session", null);
  app.decorateRequest("actor");

  app.addHook("onRequest", async (request) => {
    request.actor = { ...nobody, requestId: request.id };
    const token = request.cookies[sessionCookie];
    if (token === undefined || request.routeOptions.config.endpoint === undefined) return;
    const stored = await findSession(services.db, hashOfToken(token));
    const now = new Date();
    if (stored === undefined || !isAlive(stored, lifetime, now)) return;
    request.session = { ...stored, token };
    request.actor = actorOf({
      accountId: stored.account.id,
      name: stored.account.displayName,
      roles: stored.account.roles,
      stationId: stored.account.stationId,
      requestId: request.id,
    });
    if (now.getTime() - stored.lastSeenAt.getTime() > seenEverySeconds * 1000) {
      await markSeen(services, request.actor, stored.tokenHash, now);
    }
  });

  app.addHook("preValidation", async (request) => {
    const endpoint = request.routeOptions.config.endpoint;
    if (endpoint === undefined || endpoint.access === "public") return;
    if (request.session === null) throw new ProblemError("not_signed_in");
    if (endpoint.method !== "GET" && !isCsrfToken(headerOf(request, "x-csrf-token"), request.session.token)) {
      throw new ProblemError("csrf_token_invalid");
    }
    if (endpoint.access === "signed-in") return;
    const [action, subject] = endpoint.access;
    if (!request.actor.ability.can(action, subject)) {
      await recordDenial(services, request, endpoint);
      throw new ProblemError("forbidden");
    }
  });
});

/** Gives the browser its session token, out of reach of scripts and of other sites. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  void reply.setCookie(sessionCookie, token, {
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure: request.protocol === "https",
  });
}

const nobody: Actor = actorOf({ accountId: null, name: "", roles: [], stationId: null, requestId: null });

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

async function markSeen(services: Services, actor: Actor, tokenHash: Buffer, now: Date): Promise<void> {
  await services.db.write({ countyCode: services.county.code, people: actor.scope }, (tx) =>
    tx.update(sessionTable).set({ lastSeenAt: now }).where(eq(sessionTable.tokenHash, tokenHash)),
  );
}

async function recordDenial(services: Services, request: FastifyRequest, endpoint: Endpoint): Promise<void> {
  const context = { actor: request.actor, countyCode: services.county.code, now: services.clock.now() };
  await services.db.write({ countyCode: services.county.code, people: request.actor.scope }, (tx) =>
    recordAudit(tx, context, [{ action: endpoint.name, outcome: "denied" }]),
  );
}

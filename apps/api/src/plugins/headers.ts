import compress from "@fastify/compress";
import rateLimit from "@fastify/rate-limit";
import underPressure from "@fastify/under-pressure";
import plugin from "fastify-plugin";
import helmet from "helmet";
import { sessionCookie } from "./session.ts";
import { hashOfToken } from "../modules/session/session-token.ts";

const requestsPerMinute = 900;

// Made once for all: @fastify/helmet composes the same policy anew for every request.
const securityHeaders = helmet({
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // antd writes its styles into the page
      styleSrc: ["'self'", "'unsafe-inline'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", "data:", "blob:"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      // an office often serves plain http inside its own network
      upgradeInsecureRequests: null,
    },
  },
  hsts: false,
  referrerPolicy: { policy: "no-referrer" },
});

/** Security headers, compression, and limits that keep one client from taking everything. */
export const headersPlugin = plugin(async (app) => {
  app.addHook("onRequest", (request, reply, next) => securityHeaders(request.raw, reply.raw, () => next()));
  await app.register(compress, { global: true, threshold: 2048 });
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: "1 minute",
    // A whole office can share one address: a session counts for itself.
    keyGenerator: (request) => {
      const token = request.cookies?.[sessionCookie];
      return token === undefined ? request.ip : hashOfToken(token).toString("base64url");
    },
  });
  await app.register(underPressure, { maxEventLoopDelay: 5000, exposeStatusRoute: false });

  app.addHook("onSend", async (request, reply) => {
    if (request.url.startsWith("/api/")) void reply.header("cache-control", "no-store");
  });
});

import { IncomingMessage, ServerResponse } from "node:http";
import type { OutgoingHttpHeaders } from "node:http";
import { Socket } from "node:net";
import compress from "@fastify/compress";
import rateLimit from "@fastify/rate-limit";
import underPressure from "@fastify/under-pressure";
import plugin from "fastify-plugin";
import helmet from "helmet";

const requestsPerMinute = 900;

const protect = helmet({
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

/** What helmet writes. It is the same for every answer, so it is written once and not by each request anew. */
function securityHeaders(): OutgoingHttpHeaders {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  protect(request, response, () => undefined);
  return response.getHeaders();
}

/** Security headers, compression, and limits that keep one client from taking everything. */
export const headersPlugin = plugin(async (app) => {
  const headers = securityHeaders();
  app.addHook("onRequest", async (_request, reply) => void reply.headers(headers));
  // Nobody sends a compressed body, and one could be a bomb.
  await app.register(compress, { threshold: 2048, globalDecompression: false });
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: "1 minute",
    // A whole office can share one address, so a session counts for itself; a made-up one counts for its address.
    keyGenerator: ({ session, ip }) => (session === null ? ip : session.tokenHash.toString("base64url")),
  });
  await app.register(underPressure, { maxEventLoopDelay: 5000, exposeStatusRoute: false });

  app.addHook("onSend", async (request, reply) => {
    if (request.url.startsWith("/api/")) void reply.header("cache-control", "no-store");
  });
});

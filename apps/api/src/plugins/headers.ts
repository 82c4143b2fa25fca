import { IncomingMessage, ServerResponse } from "node:http";
import type { OutgoingHttpHeaders } from "node:http";
import { Socket } from "node:net";
import compress from "@fastify/compress";
import plugin from "fastify-plugin";
import helmet from "helmet";

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

/** Security headers, compression, and no copy of an answer in a cache. */
export const headersPlugin = plugin(async (app) => {
  const headers = securityHeaders();
  app.addHook("onRequest", (request, reply, next) => {
    void reply.headers(headers);
    if (request.url.startsWith("/api/")) void reply.header("cache-control", "no-store");
    next();
  });
  // Nobody sends a compressed body, and one could be a bomb.
  await app.register(compress, { threshold: 2048, globalDecompression: false });
});

import rateLimit from "@fastify/rate-limit";
import underPressure from "@fastify/under-pressure";
import plugin from "fastify-plugin";

const requestsPerMinute = 900;

/** Limits that keep one client from taking everything. They come after the session, by which they tell clients apart. */
export const limitsPlugin = plugin(async (app) => {
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: "1 minute",
    // A whole office can share one address, so a session counts for itself; a made-up one counts for its address.
    keyGenerator: ({ session, ip }) => (session === null ? ip : session.tokenHash.toString("base64url")),
  });
  await app.register(underPressure, { maxEventLoopDelay: 5000, exposeStatusRoute: false });
});

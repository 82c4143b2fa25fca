import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import plugin from "fastify-plugin";
import { ProblemError } from "../core/problem-error.ts";
import { toProblem } from "../http/to-problem.ts";

const builtClient = fileURLToPath(new URL("../../../web/dist", import.meta.url));

/** Serves the built web client; every address that is no file and no API is a page of the client. */
export const webPlugin = plugin(async (app) => {
  const isBuilt = existsSync(builtClient);
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: builtClient,
      wildcard: false,
      setHeaders: (reply, path) => {
        void reply.header(
          "cache-control",
          path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
        );
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (isBuilt && request.method === "GET" && !request.url.startsWith("/api/"))
      return reply.sendFile("index.html");
    const problem = toProblem(new ProblemError("not_found"), request.id);
    return reply.code(problem.status).type("application/problem+json").send(problem);
  });
});

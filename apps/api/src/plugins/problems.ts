import plugin from "fastify-plugin";
import type { FastifyError } from "fastify";
import { loggable, toProblem } from "../http/to-problem.ts";

/** Every error leaves as application/problem+json; the unexpected ones are logged without their message. */
export const problemsPlugin = plugin(async (app) => {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = toProblem(error, request.id);
    if (problem.status >= 500) request.log.error({ error: loggable(error) }, "request failed");
    return reply.code(problem.status).type("application/problem+json").send(problem);
  });
});

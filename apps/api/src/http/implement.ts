import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from "@rehab/schema/endpoint";
import { Problem, commonProblems, problems } from "@rehab/schema/problem";
import type { ProblemCode } from "@rehab/schema/problem";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Actor } from "../core/actor.ts";
import type { Services } from "../core/use-case.ts";

export interface Call<E extends Endpoint> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly actor: Actor;
  readonly services: Services;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Answer<E extends Endpoint> = E extends { response: NonNullable<E["response"]> }
  ? ResponseOf<E>
  : unknown;
type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Answer<E>> | Answer<E>;

/** An endpoint with the code that answers it. */
export interface Route {
  readonly endpoint: Endpoint;
  readonly handle: (call: Call<Endpoint>) => unknown;
}

/** Pairs an endpoint with its handler, which is typed by the endpoint. */
export function on<E extends Endpoint>(endpoint: E) {
  return (handler: Handler<E>): Route => ({ endpoint, handle: handler });
}

/** Adds the routes below `/api/v1`; the answer is validated and filtered by the endpoint's schema. */
export function register(app: FastifyInstance, services: Services, routes: readonly Route[]): void {
  for (const { endpoint, handle } of routes) {
    app.route({
      method: endpoint.method,
      url: `/api/v1${endpoint.path.replaceAll(/\{(\w+)\}/gu, ":$1")}`,
      schema: schemaOf(endpoint),
      config: {
        endpoint,
        ...(endpoint.perMinute === undefined
          ? {}
          : { rateLimit: { max: endpoint.perMinute, timeWindow: "1 minute" } }),
      },
      handler: async (request, reply) => {
        const answer = await handle({
          params: request.params,
          query: request.query,
          body: request.body,
          actor: request.actor,
          services,
          request,
          reply,
        });
        if (reply.sent) return reply;
        return answer === undefined ? reply.code(204).send() : answer;
      },
    });
  }
}

function schemaOf(endpoint: Endpoint): Record<string, unknown> {
  const codes: ProblemCode[] = [...commonProblems, ...endpoint.problems];
  if (endpoint.access !== "public") codes.push("not_signed_in", "csrf_token_invalid");
  if (Array.isArray(endpoint.access)) codes.push("forbidden");
  const failures = Object.fromEntries(codes.map((code) => [problems[code].status, Problem]));
  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    tags: [endpoint.name.split(".")[0]],
    ...(endpoint.params === undefined ? {} : { params: endpoint.params }),
    ...(endpoint.query === undefined ? {} : { querystring: endpoint.query }),
    ...(endpoint.body === undefined ? {} : { body: endpoint.body }),
    response: { ...(endpoint.response === undefined ? {} : { 200: endpoint.response }), ...failures },
  };
}

import { randomUUID } from "node:crypto";
import multipart from "@fastify/multipart";
import fastify from "fastify";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { validatorCompiler } from "fastify-type-provider-zod";
import { z } from "zod";
import { BackgroundWork } from "./core/background-work.ts";
import type { Services } from "./core/use-case.ts";
import { register } from "./http/implement.ts";
import { compileSerializer } from "./http/serialize.ts";
import { accountsRoutes } from "./modules/accounts/routes.ts";
import { approvalsRoutes } from "./modules/approvals/routes.ts";
import { auditRoutes } from "./modules/audit/routes.ts";
import { countyRecordsRoutes } from "./modules/county-records/routes.ts";
import { enrolleesRoutes } from "./modules/enrollees/routes.ts";
import { handoffsRoutes } from "./modules/handoffs/routes.ts";
import { importsRoutes } from "./modules/imports/routes.ts";
import { indicatorsRoutes } from "./modules/indicators/routes.ts";
import { breachesRoutes } from "./modules/breaches/routes.ts";
import { lawRoutes } from "./modules/law/routes.ts";
import { caseStatesRoutes } from "./modules/case-states/routes.ts";
import { noShowsRoutes } from "./modules/no-shows/routes.ts";
import { newHandoffRoutes } from "./modules/new-handoff/routes.ts";
import { reconciliationsRoutes } from "./modules/reconciliations/routes.ts";
import { intakeRoutes } from "./modules/intake/routes.ts";
import { sessionRoutes } from "./modules/session/routes.ts";
import type { SessionLifetime } from "./modules/session/session-lifetime.ts";
import { staffRoutes } from "./modules/staff/routes.ts";
import { stationsRoutes } from "./modules/stations/routes.ts";
import { testDrawsRoutes } from "./modules/test-draws/routes.ts";
import { testsRoutes } from "./modules/tests/routes.ts";
import { transfersRoutes } from "./modules/transfers/routes.ts";
import { leavesRoutes } from "./modules/leaves/routes.ts";
import { visitsRoutes } from "./modules/visits/routes.ts";
import { workbenchRoutes } from "./modules/workbench/routes.ts";
import { headersPlugin } from "./plugins/headers.ts";
import { limitsPlugin } from "./plugins/limits.ts";
import { openApiPlugin } from "./plugins/openapi.ts";
import { problemsPlugin } from "./plugins/problems.ts";
import { sessionPlugin } from "./plugins/session.ts";
import { webPlugin } from "./plugins/web.ts";

export interface AppOptions {
  readonly services: Services;
  readonly lifetime: SessionLifetime;
  readonly logLevel: string;
  readonly trustProxy: boolean;
  /** Where log lines go; standard output when left out. */
  readonly logStream?: { write(line: string): void };
}

/** The whole HTTP application, ready to listen or to be called in a test. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { services, lifetime, logLevel, trustProxy, logStream } = options;
  z.config(z.locales.zhCN());
  const app = fastify({
    trustProxy,
    genReqId: () => randomUUID(),
    logger: {
      level: logLevel,
      ...(logStream === undefined ? {} : { stream: logStream }),
      // The route's pattern and no address: addresses can carry what somebody searched for.
      serializers: {
        req: (request: FastifyRequest) => ({
          method: request.method,
          route: request.routeOptions.url ?? "unknown",
        }),
      },
    },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(compileSerializer);

  await app.register(problemsPlugin);
  await app.register(headersPlugin);
  await app.register(sessionPlugin, { services, lifetime });
  await app.register(limitsPlugin);
  await app.register(openApiPlugin);
  await app.register(multipart);
  const background = new BackgroundWork();
  app.addHook("onClose", () => background.settle());

  app.get("/healthz", { schema: { hide: true } }, () => ({ status: "ok" }));
  app.get("/readyz", { schema: { hide: true } }, async (_request, reply) => {
    const ready = await services.db.ping().then(
      () => true,
      () => false,
    );
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "database unavailable" });
  });

  register(app, services, [
    ...sessionRoutes(lifetime),
    ...accountsRoutes,
    ...stationsRoutes,
    ...staffRoutes,
    ...enrolleesRoutes,
    ...noShowsRoutes,
    ...breachesRoutes,
    ...caseStatesRoutes,
    ...approvalsRoutes,
    ...handoffsRoutes,
    ...intakeRoutes,
    ...indicatorsRoutes,
    ...importsRoutes(background),
    ...newHandoffRoutes,
    ...transfersRoutes,
    ...testsRoutes,
    ...testDrawsRoutes,
    ...reconciliationsRoutes,
    ...countyRecordsRoutes,
    ...workbenchRoutes,
    ...visitsRoutes,
    ...leavesRoutes,
    ...lawRoutes(background),
    ...auditRoutes,
  ]);
  await app.register(webPlugin);
  return app;
}

import { setTimeout as pause } from "node:timers/promises";
import { trainingAccounts, trainingPassword } from "@rehab/testkit/training-accounts";
import { trainingCounty } from "@rehab/testkit/training-county";
import type { FastifyInstance } from "fastify";
import { buildApp } from "./app.ts";
import { bootstrap } from "./bootstrap.ts";
import { ConfigProblem, readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import { sayable } from "./http/to-problem.ts";
import { startRegisterClock } from "./jobs/register-clock.ts";
import { failInterrupted } from "./modules/imports/fail-batch.ts";
import { loadTrainingCounty } from "./modules/county/load-training-county.ts";

const shutdownPatienceMs = 10_000;
const portPatienceMs = 5000;

async function main(): Promise<void> {
  const config = readConfig(process.env, trainingCounty);
  const runtime = await bootstrap(config, (error) => {
    process.stderr.write(`the database is gone: ${error.message}\n`);
    process.exit(1);
  });
  const { services } = runtime;
  await failInterrupted(services);
  if (config.mode === "training")
    await loadTrainingCounty(services, (line) => process.stdout.write(`${line}\n`));

  const app = await buildApp({
    services,
    lifetime: { idleMinutes: config.sessionIdleMinutes, absoluteHours: config.sessionAbsoluteHours },
    logLevel: config.logLevel,
    trustProxy: config.trustProxy,
  });
  const registerClock = await startRegisterClock(services);

  const stop = async () => {
    setTimeout(() => process.exit(1), shutdownPatienceMs).unref();
    registerClock.stop();
    await app.close();
    await runtime.close();
    process.exit(0);
  };
  process.once("SIGTERM", () => void stop());
  process.once("SIGINT", () => void stop());

  await listen(app, config);
  const address = app.server.address();
  const port = typeof address === "object" && address !== null ? address.port : config.port;
  announce(config.host, port, config.mode);
}

/** A server that was killed a moment ago can hold its port for a second or two. */
async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  const patience = AbortSignal.timeout(portPatienceMs);
  for (;;) {
    try {
      await app.listen({ host, port });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
      if (patience.aborted)
        throw new ConfigProblem(`PORT: ${port} is in use; stop the other program or set another`);
      await pause(250);
    }
  }
}

function announce(host: string, port: number, mode: "training" | "production"): void {
  const shown = host === "127.0.0.1" || host === "0.0.0.0" || host === "::" ? "localhost" : host;
  const lines = ["", `  http://${shown}:${port}`, ""];
  if (mode === "training") {
    lines.push(`  培训环境 · training county · password for everyone: ${trainingPassword}`);
    for (const account of trainingAccounts) {
      lines.push(
        `    ${account.username.padEnd(22)}${account.displayName}　${account.stationName ?? account.roles.join(" ")}`,
      );
    }
    lines.push("");
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigProblem ? "configuration: " : ""}${sayable(error)}\n`);
  process.exit(1);
});

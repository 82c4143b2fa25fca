import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";

/** A server in a process of its own, so that neither it nor its garbage disturbs what is measured beside it. */
export interface ChildServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts the program beside this file, hands it its task, and waits until it listens. */
export async function startServer(program: string, task: unknown): Promise<ChildServer> {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const child = fork(path, {
    execArgv: [],
    serialization: "advanced",
    env: { ...process.env, NODE_ENV: "production" },
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const listening = new Promise<number>((resolve, reject) => {
    child.once("message", (port) => resolve(port as number));
    child.once("exit", () => reject(new Error(`${program} ended before it listened`)));
  });
  child.send(task as object);
  return {
    port: await listening,
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** In the child: answers the task with the port, and ends with its parent. */
export async function serve(start: (task: unknown) => Promise<number>): Promise<void> {
  process.once("disconnect", () => process.exit(0));
  const task = await new Promise((resolve) => process.once("message", resolve));
  const port = await start(task);
  process.send?.(port);
}

/** Listens on any free port of this machine alone. */
export async function listen(app: FastifyInstance): Promise<number> {
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  return Number(new URL(address).port);
}

// A process of its own that keeps one database server. Whoever uses the server holds a connection to this process:
// the kernel closes it however its holder ends, and with the last one the server is stopped.
import { appendFileSync, rmSync, statSync } from "node:fs";
import type { Socket } from "node:net";
import { connect, createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { findServerBinaries } from "./embedded-binaries.ts";
import { logPath, prepareCluster } from "./embedded-cluster.ts";
import type { Postmaster } from "./embedded-postmaster.ts";
import { findRunningPostmaster, startPostmaster, stopPostmaster, untilGone } from "./embedded-postmaster.ts";
import type { WatcherAnswer, WatcherOptions } from "./embedded-protocol.ts";

const { folder, socket, ephemeral } = JSON.parse(process.argv[2] ?? "{}") as WatcherOptions;
const holders = new Set<Socket>();
const stopping = new AbortController();
let answer: string | undefined;

const server = createServer({ allowHalfOpen: true }, (visitor) => {
  visitor.on("error", () => visitor.destroy());
  // Whoever wants to hold the server says so with a first byte; another starting watcher only knocks.
  visitor.once("data", () => addHolder(visitor));
  visitor.on("end", () => holders.has(visitor) || visitor.end());
});

function addHolder(holder: Socket): void {
  if (stopping.signal.aborted) {
    holder.end();
    return;
  }
  holders.add(holder);
  if (answer !== undefined) holder.write(answer);
  holder.once("end", () => leave(holder));
  holder.once("close", () => leave(holder));
}

/** The last holder is told, by the end of its connection, when the server has ended. */
function leave(holder: Socket): void {
  if (holders.size === 1 && holders.has(holder)) {
    stopping.abort();
    return;
  }
  holders.delete(holder);
  holder.end();
}

stopping.signal.addEventListener("abort", () => server.close());
process.on("SIGTERM", () => stopping.abort());
process.on("SIGINT", () => undefined);
process.on("SIGHUP", () => undefined);

async function keepServer(): Promise<void> {
  const binaries = findServerBinaries();
  const account = await prepareCluster(folder, binaries.initdb, { ephemeral, signal: stopping.signal });
  const restarts: number[] = [];
  let running: Postmaster | undefined;
  try {
    while (!stopping.signal.aborted) {
      running =
        (await findRunningPostmaster(folder, binaries.pgCtl)) ??
        (await startPostmaster(folder, binaries, account, { ephemeral, signal: stopping.signal }));
      tellHolders({ state: "ready", port: running.port });
      await untilGone(folder, running.pid, stopping.signal);
      if (stopping.signal.aborted) return;
      restarts.push(Date.now());
      if (restarts.filter((time) => time > Date.now() - 60_000).length > 5) {
        throw new Error("The database server ended again and again; its log is postgresql.log in DATA_DIR.");
      }
    }
  } finally {
    server.close();
    // One to take over was not asked for yet when the last holder left before.
    running ??= await findRunningPostmaster(folder, binaries.pgCtl);
    if (running) await stopPostmaster(folder, running.pid, binaries.pgCtl);
  }
}

function tellHolders(state: WatcherAnswer): void {
  answer = `${JSON.stringify(state)}\n`;
  for (const holder of holders) holder.write(answer);
}

/** False when another watcher holds this socket. A socket file that nobody answers on is left from a killed one. */
async function listenAlone(): Promise<boolean> {
  if (process.platform !== "win32") await removeForgottenSocket();
  const listening = await new Promise<boolean>((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(socket, () => resolve(true));
  });
  if (!listening || process.platform === "win32") return listening;
  // Two that started at once may both have removed the file: the one whose file stands goes on.
  const own = socketFile();
  await pause(50);
  return own !== undefined && socketFile() === own;
}

/** Removes the file that did not answer, not one that another watcher has put there in the meantime. */
async function removeForgottenSocket(): Promise<void> {
  const asked = socketFile();
  if (!(await someoneAnswers()) && socketFile() === asked) rmSync(socket, { force: true });
}

/** What tells one socket file from the next at its path, whose inode may be the same. */
function socketFile(): string | undefined {
  const file = statSync(socket, { bigint: true, throwIfNoEntry: false });
  return file && `${file.ino} ${file.ctimeNs}`;
}

function someoneAnswers(): Promise<boolean> {
  return new Promise((resolve) => {
    const attempt = connect(socket);
    attempt.once("connect", () => {
      attempt.destroy();
      resolve(true);
    });
    attempt.once("error", () => resolve(false));
  });
}

function stopWhenNobodyComes(): void {
  const timer = setTimeout(() => holders.size === 0 && stopping.abort(), 15_000);
  timer.unref();
}

if (await listenAlone()) {
  stopWhenNobodyComes();
  try {
    await keepServer();
  } catch (error) {
    if (!stopping.signal.aborted) {
      const message = error instanceof Error ? error.message : String(error);
      tellHolders({ state: "failed", message });
      appendFileSync(logPath(folder), `${message}\n`);
    }
  }
  server.close();
  if (ephemeral) rmSync(folder, { recursive: true, force: true });
}
// The holders learn it from the end of their connections, when this process is gone too.
process.exit(0);

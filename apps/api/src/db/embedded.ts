import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { accessSync, closeSync, constants, mkdtempSync, openSync, readdirSync } from "node:fs";
import { rmSync, statSync, statfsSync } from "node:fs";
import type { Socket } from "node:net";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { findServerBinaries } from "./embedded-binaries.ts";
import { getClusterState, logPath, openDataFolder } from "./embedded-cluster.ts";
import type { WatcherAnswer, WatcherOptions } from "./embedded-protocol.ts";
import { watcherSocket } from "./embedded-protocol.ts";

/** A running embedded server: `url` is the superuser's connection to the database `postgres`. */
export type EmbeddedDatabase = {
  url: string;
  /** Lets go of the server and, when nobody else uses it, waits until it has ended. */
  stop: () => Promise<void>;
};

export type EmbeddedOptions =
  | { dataDir: string; ephemeral?: false; onLost?: (error: Error) => void }
  | { ephemeral: true; onLost?: (error: Error) => void };

/** A connection to the watcher, which keeps the server running as long as it stands. */
type Hold = { socket: Socket; port: number };

const startPatienceMs = 30_000;

/**
 * Starts the packaged PostgreSQL with its data in `<dataDir>/pg18`, or joins the one that other processes of the
 * application use already. The server ends with its last user, also when that one is killed.
 * `ephemeral` gives a fast, forgetful server in a temporary folder, for tests.
 * Throws an Error whose message says what to do when no server can be run here.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  findServerBinaries();
  const ephemeral = options.ephemeral === true;
  const folder = ephemeral ? makeTemporaryFolder() : resolve(options.dataDir);
  openDataFolder(folder);
  const watcher = { folder, ephemeral, socket: watcherSocket(folder) };

  const hold = () => holdServer(watcher);
  let leaving = false;
  let holding = hold();
  const keepHolding = ({ socket }: Hold) =>
    socket.once("close", () => {
      if (leaving) return;
      // What kept the first try from succeeding, such as an overloaded machine, is often gone at the second.
      holding = hold().catch(hold);
      holding.then(keepHolding, (error: Error) => leaving || options.onLost?.(error));
    });
  const { port, socket } = await holding;
  keepHolding({ port, socket });

  const { password } = getClusterState(folder);
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      leaving = true;
      // Also a hold that is just being sought: without a watcher nobody would end the server.
      await holding.then(letGo, () => undefined);
    },
  };
}

/** Connects to the folder's watcher, starting one where there is none, and waits until the server is ready. */
async function holdServer(watcher: WatcherOptions): Promise<Hold> {
  const deadline = Date.now() + startPatienceMs;
  let nextStart = 0;
  let started: ChildProcess | undefined;
  while (Date.now() < deadline) {
    const socket = await tryConnect(watcher.socket);
    const answer = socket && (await firstAnswer(socket));
    if (socket && answer?.state === "ready") return { socket, port: answer.port };
    socket?.destroy();
    if (answer?.state === "failed") throw new Error(answer.message);
    // A watcher that is slow to come up would only be slowed by another.
    if (!socket && !isAlive(started) && Date.now() > nextStart) {
      started = startWatcher(watcher);
      nextStart = Date.now() + 3000;
    }
    await pause(20);
  }
  throw new Error(
    `The database in ${watcher.folder} could not be started; its log is ${logPath(watcher.folder)}.`,
  );
}

function tryConnect(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => {
      socket.on("error", () => socket.destroy());
      socket.write("\n");
      resolve(socket);
    });
    socket.once("error", () => resolve(undefined));
  });
}

/** The watcher's first line; undefined when it ends without one, as a connection to a killed watcher does. */
function firstAnswer(socket: Socket): Promise<WatcherAnswer | undefined> {
  let text = "";
  return new Promise((resolve) => {
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      text += chunk;
      const end = text.indexOf("\n");
      if (end >= 0) resolve(JSON.parse(text.slice(0, end)) as WatcherAnswer);
    });
    socket.once("close", () => resolve(undefined));
  });
}

async function letGo({ socket }: Hold): Promise<void> {
  if (socket.closed) return;
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.end();
  await closed;
}

function startWatcher(options: WatcherOptions): ChildProcess {
  const program = fileURLToPath(new URL("embedded-watcher.ts", import.meta.url));
  const log = openSync(logPath(options.folder), "a", 0o600);
  const child = spawn(process.execPath, [program, JSON.stringify(options)], {
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  closeSync(log);
  child.on("error", () => undefined);
  child.unref();
  return child;
}

function isAlive(child: ChildProcess | undefined): boolean {
  return child?.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

const temporaryPrefix = "community-rehab-test-";
const roomForTests = 1024 ** 3;

function makeTemporaryFolder(): string {
  const parent = hasRoom("/dev/shm") ? "/dev/shm" : tmpdir();
  removeForgotten(parent);
  return mkdtempSync(join(parent, temporaryPrefix));
}

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > roomForTests;
  } catch {
    return false;
  }
}

// A temporary folder survives only when its watcher was killed too. After a day nobody uses it any more.
function removeForgotten(parent: string): void {
  const yesterday = Date.now() - 86_400_000;
  for (const name of readdirSync(parent)) {
    const path = join(parent, name);
    if (!name.startsWith(temporaryPrefix)) continue;
    const found = statSync(path, { throwIfNoEntry: false });
    if (found !== undefined && found.mtimeMs < yesterday && found.uid === (process.getuid?.() ?? found.uid)) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

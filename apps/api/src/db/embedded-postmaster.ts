import { execFileSync, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { ServerAccount } from "./embedded-account.ts";
import type { ServerBinaries } from "./embedded-binaries.ts";
import { clusterPath, getClusterState, logPath, saveClusterState } from "./embedded-cluster.ts";

/** A running server: its process and the port on 127.0.0.1. */
export type Postmaster = { pid: number; port: number };

type LockFile = Postmaster & { status: string };

const pollMs = 25;
const patienceMs = 30_000;
const recoveryMs = 600_000;

/** The server that runs on this folder, once it accepts connections; undefined when there is none or it ends. */
export async function findRunningPostmaster(folder: string, pgCtl: string): Promise<Postmaster | undefined> {
  const deadline = Date.now() + patienceMs;
  for (let lock = readLockFile(folder); lock !== undefined; lock = readLockFile(folder)) {
    if (!isServerOf(folder, lock.pid)) {
      // The number belongs to another program now, which would keep PostgreSQL from starting.
      if (processExists(lock.pid)) rmSync(join(clusterPath(folder), "postmaster.pid"), { force: true });
      return undefined;
    }
    if (lock.status === "ready") return { pid: lock.pid, port: lock.port };
    if (Date.now() > deadline) {
      await stopPostmaster(folder, lock.pid, pgCtl);
      return undefined;
    }
    await pause(pollMs);
  }
  return undefined;
}

/** Starts a server and waits until it accepts connections. Throws with the end of its log when it does not. */
export async function startPostmaster(
  folder: string,
  binaries: ServerBinaries,
  account: ServerAccount,
  options: { ephemeral: boolean; signal: AbortSignal },
): Promise<Postmaster> {
  const deadline = Date.now() + patienceMs;
  let lastPort = getClusterState(folder).port;
  for (;;) {
    const port = await findFreePort(lastPort);
    const logged = logSize(folder);
    const pid = spawnPostmaster(folder, binaries, account, port, options.ephemeral);
    if (await becomesReady(folder, pid, options.signal)) {
      saveClusterState(folder, { ...getClusterState(folder), port });
      return { pid, port };
    }
    if (options.signal.aborted) {
      await stopPostmaster(folder, pid, binaries.pgCtl);
      options.signal.throwIfAborted();
    }
    const log = readFileSync(logPath(folder)).subarray(logged).toString();
    if (/Address already in use|could not bind/.test(log)) lastPort = undefined;
    // Backends of a server that was killed need a moment to notice.
    else if (!/shared memory block|lock file "postmaster.pid" already exists/.test(log))
      throw startError(log);
    if (Date.now() > deadline) throw startError(log);
    await pause(pollMs * 4);
  }
}

/** Ends the server: fast shutdown, after 5 s an immediate one, after 5 s more a kill. Its data stay safe in each. */
export async function stopPostmaster(folder: string, pid: number, pgCtl: string): Promise<void> {
  if (process.platform === "win32") {
    execFileSync(pgCtl, ["stop", "-D", clusterPath(folder), "-m", "fast"], { stdio: "ignore" });
    return;
  }
  // During the re-initialisation after a crash PostgreSQL can miss a SIGINT.
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (!isServerOf(folder, pid)) return;
    process.kill(pid, signal);
    const deadline = Date.now() + 5000;
    while (isServerOf(folder, pid) && Date.now() < deadline) await pause(pollMs);
  }
}

/** Resolves when the server's process is gone, or at the signal. */
export async function untilGone(folder: string, pid: number, signal: AbortSignal): Promise<void> {
  while (isServerOf(folder, pid) && !signal.aborted) {
    await pause(250, undefined, { signal }).catch(() => undefined);
  }
}

function spawnPostmaster(
  folder: string,
  { postgres }: ServerBinaries,
  account: ServerAccount,
  port: number,
  ephemeral: boolean,
): number {
  const cluster = clusterPath(folder);
  const args = ["-D", cluster, ...settings(port, ephemeral).flatMap((setting) => ["-c", setting])];
  const [command = postgres, ...rest] = [...account.prefix, postgres, ...args];
  const { uid, gid } = account;
  const log = openSync(logPath(folder), "a", 0o600);
  const child = spawn(command, rest, {
    stdio: ["ignore", log, log],
    cwd: "/",
    detached: true,
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
  closeSync(log);
  if (child.pid === undefined) throw new Error(`${postgres} could not be run.`);
  child.unref();
  return child.pid;
}

function settings(port: number, ephemeral: boolean): string[] {
  const always = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    "jit=off",
    // Statements and details of an error may hold what is known about a person.
    "log_min_error_statement=panic",
    "log_error_verbosity=terse",
  ];
  const durable = ["shared_buffers=256MB", "max_wal_size=2GB"];
  const fast = [
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
  ];
  return [...always, ...(ephemeral ? fast : durable)];
}

async function becomesReady(folder: string, pid: number, signal: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + recoveryMs;
  while (!signal.aborted && Date.now() < deadline) {
    const lock = readLockFile(folder);
    if (lock?.pid === pid && lock.status === "ready") return true;
    if (!isRunning(pid)) return false;
    await pause(pollMs);
  }
  return false;
}

// Its lines: process, data folder, start time, port, socket folder, address, shared memory, status.
function readLockFile(folder: string): LockFile | undefined {
  let text: string;
  try {
    text = readFileSync(join(clusterPath(folder), "postmaster.pid"), "utf8");
  } catch {
    return undefined;
  }
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? "" };
}

function isServerOf(folder: string, pid: number): boolean {
  if (!isRunning(pid)) return false;
  if (process.platform === "linux") {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterPath(folder));
    } catch {
      return false;
    }
  }
  if (process.platform === "win32") return true;
  return execFileSync("ps", ["-o", "command=", "-p", String(pid)])
    .toString()
    .includes(clusterPath(folder));
}

function isRunning(pid: number): boolean {
  if (!processExists(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    return status.slice(status.lastIndexOf(")") + 2, status.lastIndexOf(")") + 3) !== "Z";
  } catch {
    return false;
  }
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function findFreePort(wanted: number | undefined): Promise<number> {
  if (wanted !== undefined && (await canListen(wanted)) === wanted) return wanted;
  return canListen(0);
}

function canListen(port: number): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(-1));
    probe.listen({ port, host: "127.0.0.1" }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : -1));
    });
  });
}

function logSize(folder: string): number {
  return statSync(logPath(folder), { throwIfNoEntry: false })?.size ?? 0;
}

function startError(log: string): Error {
  if (/No space left on device/.test(log)) return new Error("No space is left on the disk of DATA_DIR.");
  if (/Permission denied/.test(log)) {
    return new Error("This account may not use the database in DATA_DIR, which another account made.");
  }
  return new Error(`The database did not start: ${log.trim().split("\n").slice(-3).join(" ")}`);
}

import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startEmbedded } from "./embedded.ts";
import { watcherSocket } from "./embedded-protocol.ts";

const holderProgram = fileURLToPath(new URL("../../test/hold-database.ts", import.meta.url));
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const patience = { timeout: 60_000, interval: 50 };
/** Longer than any wait inside a test, so that what fails is the wait and says what it waited for. */
const testTimeout = 90_000;

let dataDir: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(realpathSync(tmpdir()), "embedded-"));
  chmodSync(dataDir, 0o755);
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGTERM");
  await untilNothingRuns().finally(() => processesOf(dataDir).forEach(killIfAlive));
  rmSync(dataDir, { recursive: true, force: true });
}, testTimeout);

type Holder = { child: ChildProcess; url: string; error: string };

async function startHolder(options: { uid?: number; path?: string } = {}): Promise<Holder> {
  const child = spawn(process.execPath, [holderProgram, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_OPTIONS: "", ...(options.path === undefined ? {} : { PATH: options.path }) },
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  });
  children.push(child);
  const output = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(output, "line"), once(output, "close")])) as [string?];
  if (line === undefined) throw new Error("The program ended before it had the database.");
  const { url = "", error = "" } = JSON.parse(line) as { url?: string; error?: string };
  return { child, url, error };
}

async function kill(holder: Holder): Promise<void> {
  holder.child.kill("SIGKILL");
  await once(holder.child, "exit");
}

async function query<T extends object>(url: string, statement: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(statement)).rows;
  } finally {
    await client.end();
  }
}

function postmasterPid(): number {
  return Number(readFileSync(join(dataDir, "pg18", "postmaster.pid"), "utf8").split("\n")[0]);
}

/** The processes that work on a data folder: the server's by their working directory, the watcher by its arguments. */
function processesOf(folder: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      const command = readOrNothing(`/proc/${pid}/cmdline`);
      const state = readOrNothing(`/proc/${pid}/stat`).split(") ")[1]?.[0];
      return state !== "Z" && command.includes(folder);
    })
    .map(Number);
}

function watcherPid(): number {
  const pid = processesOf(dataDir).find((id) =>
    readOrNothing(`/proc/${id}/cmdline`).includes("embedded-watcher"),
  );
  if (pid === undefined) throw new Error("no watcher");
  return pid;
}

/** How many ends of connections the kernel keeps for the folder's watcher, accepted or not. */
function watcherConnections(): number {
  const socket = watcherSocket(dataDir);
  return readOrNothing("/proc/net/unix")
    .split("\n")
    .filter((line) => line.endsWith(` ${socket}`)).length;
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Starts, asks for an answer and stops. */
async function answerOfNewStart(): Promise<unknown> {
  const database = await startEmbedded({ dataDir });
  const rows = await query(database.url, "select 1 as one");
  await database.stop();
  return rows[0];
}

function untilNothingRuns(): Promise<void> {
  return vi.waitFor(() => {
    const left = processesOf(dataDir);
    if (left.length > 0) throw new Error(`still running: ${left.join(", ")}`);
  }, patience);
}

describe.runIf(process.platform === "linux")("embedded database", { timeout: testTimeout }, () => {
  test("keeps its data between two starts and leaves no process", async () => {
    const first = await startEmbedded({ dataDir });
    await query(first.url, "create table kept as select 42 as answer");
    await first.stop();
    expect(processesOf(dataDir)).toEqual([]);

    const second = await startEmbedded({ dataDir });
    expect(await query(second.url, "select answer from kept")).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  test("listens on loopback only, with a password that only its owner can read", async () => {
    const database = await startEmbedded({ dataDir });
    expect(statSync(join(dataDir, "pg18.json")).mode & 0o777).toBe(0o600);
    const [settings] = await query(
      database.url,
      `select current_setting('listen_addresses') as address, current_setting('unix_socket_directories') as socket,
              current_setting('server_encoding') as encoding, current_setting('fsync') as fsync`,
    );
    expect(settings).toEqual({ address: "127.0.0.1", socket: "", encoding: "UTF8", fsync: "on" });
    const withoutPassword = new URL(database.url);
    withoutPassword.password = "wrong";
    await expect(query(withoutPassword.href, "select 1")).rejects.toThrow(/password authentication failed/);
    await database.stop();
  });

  test("is shared by two programs and ends with the last", async () => {
    const first = await startHolder();
    const second = await startHolder();
    expect(second.url).toBe(first.url);
    first.child.kill("SIGTERM");
    await once(first.child, "exit");
    expect(await query(second.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("ends when its user is killed", async () => {
    const holder = await startHolder();
    await kill(holder);
    await untilNothingRuns();
    expect(await answerOfNewStart()).toEqual({ one: 1 });
  });

  test("is taken over when its user and its watcher were killed", async () => {
    const holder = await startHolder();
    const pid = postmasterPid();
    process.kill(watcherPid(), "SIGKILL");
    await kill(holder);
    await vi.waitFor(() => expect(processesOf(dataDir)).toContain(pid), patience);

    const next = await startHolder();
    expect(next.url).toBe(holder.url);
    expect(postmasterPid()).toBe(pid);
  });

  test("gets a new watcher when only the watcher was killed", async () => {
    const holder = await startHolder();
    const killed = watcherPid();
    process.kill(killed, "SIGKILL");
    await vi.waitFor(() => expect(watcherPid()).not.toBe(killed), patience);
    expect(await query(holder.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("ends also when it is stopped before it has got a new watcher", async () => {
    const database = await startEmbedded({ dataDir });
    const killed = watcherPid();
    process.kill(killed, "SIGKILL");
    await vi.waitFor(() => expect(watcherPid()).not.toBe(killed), { ...patience, interval: 5 });
    await database.stop();
    expect(processesOf(dataDir)).toEqual([]);
  });

  test("survives a watcher that is killed before it has heard its new user", async () => {
    await startHolder();
    const killed = watcherPid();
    process.kill(killed, "SIGSTOP");
    const connected = watcherConnections();
    const second = startHolder();
    await vi.waitFor(() => expect(watcherConnections()).toBeGreaterThan(connected), patience);
    process.kill(killed, "SIGKILL");
    expect(await query((await second).url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("comes back at the same address with every committed row when the server was killed", async () => {
    const holder = await startHolder();
    await query(holder.url, "create table kept as select 42 as answer");
    const killed = postmasterPid();
    process.kill(killed, "SIGKILL");
    const rows = await vi.waitFor(() => query(holder.url, "select answer from kept"), patience);
    expect(rows).toEqual([{ answer: 42 }]);
    expect(postmasterPid()).not.toBe(killed);
  });

  test("starts after everything was killed at once", async () => {
    const holder = await startHolder();
    await query(holder.url, "create table kept as select 42 as answer");
    for (const pid of [holder.child.pid ?? 0, ...processesOf(dataDir)]) killIfAlive(pid);
    const next = await startHolder();
    expect(await query(next.url, "select answer from kept")).toEqual([{ answer: 42 }]);
  });

  test("starts after it was killed while the cluster was being made", async () => {
    const holder = startHolder().catch(() => undefined);
    await vi.waitFor(
      () => {
        const draft = readdirSync(dataDir).find((name) => name.startsWith("pg18.init-"));
        expect(existsSync(join(dataDir, draft ?? "", "base"))).toBe(true);
      },
      { timeout: 15_000, interval: 2 },
    );
    for (const pid of processesOf(dataDir)) killIfAlive(pid);
    await Promise.race([holder, vi.waitFor(() => expect(children[0]?.signalCode).toBe("SIGKILL"), patience)]);
    expect(existsSync(join(dataDir, "pg18"))).toBe(false);

    expect(await answerOfNewStart()).toEqual({ one: 1 });
    expect(readdirSync(dataDir).sort()).toEqual(["pg18", "pg18.json", "postgresql.log"]);
  });

  test("starts when the number in a stale lock file is another program's now", async () => {
    await answerOfNewStart();
    const lock = [process.pid, join(dataDir, "pg18"), 1, 5432, "", "127.0.0.1", " 1 1", "ready"];
    writeFileSync(join(dataDir, "pg18", "postmaster.pid"), `${lock.join("\n")}\n`);
    expect(await answerOfNewStart()).toEqual({ one: 1 });
  });

  test("refuses data of another version and says which", async () => {
    mkdirSync(join(dataDir, "pg17"));
    await expect(startEmbedded({ dataDir })).rejects.toThrow(/pg17 holds data of another version/);
  });

  test("leaves nothing of an ephemeral server", async () => {
    const database = await startEmbedded({ ephemeral: true });
    const [{ folder } = { folder: "" }] = await query<{ folder: string }>(
      database.url,
      "select current_setting('data_directory') as folder",
    );
    expect(existsSync(folder)).toBe(true);
    await database.stop();
    expect(existsSync(dirname(folder))).toBe(false);
  });
});

const isLinuxRoot = process.platform === "linux" && isRoot;
describe.runIf(isLinuxRoot)("embedded database under other accounts", { timeout: testTimeout }, () => {
  test("an ordinary user runs it as itself", async () => {
    chownSync(dataDir, nobody, nobody);
    const holder = await startHolder({ uid: nobody });
    expect(holder.error).toBe("");
    expect(statSync(`/proc/${postmasterPid()}`).uid).toBe(nobody);
    await kill(holder);
    await untilNothingRuns();
    const next = await startHolder({ uid: nobody });
    expect(next.error).toBe("");
  });

  test("an ordinary user who may not write in the folder is told so", async () => {
    const holder = await startHolder({ uid: nobody });
    expect(holder.error).toMatch(/may not write in .*Set DATA_DIR/);
  });

  test("root runs it as a service account where user namespaces are missing", async () => {
    const holder = await startHolder({ path: "/nonexistent" });
    expect(holder.error).toBe("");
    expect(statSync(`/proc/${postmasterPid()}`).uid).not.toBe(0);
  });

  test("root says which folder the service account cannot enter", async () => {
    chmodSync(dataDir, 0o700);
    const closed = join(dataDir, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const outer = dataDir;
    dataDir = join(closed, "data");
    const holder = await startHolder({ path: "/nonexistent" });
    dataDir = outer;
    expect(holder.error).toContain(`cannot enter ${closed}`);
  });
});

function killIfAlive(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself in the meantime.
  }
}

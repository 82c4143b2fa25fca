import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ServerAccount } from "./embedded-account.ts";
import { assertWritable, chooseAccount, handOver } from "./embedded-account.ts";
import { postgresMajor } from "./embedded-binaries.ts";

/** What is kept beside the cluster: the superuser's password and the port it had last. */
export type ClusterState = { password: string; port?: number };

/** The server's data folder below the application's folder. */
export function clusterPath(folder: string): string {
  return join(folder, `pg${postgresMajor}`);
}

export function logPath(folder: string): string {
  return join(folder, "postgresql.log");
}

function statePath(folder: string): string {
  return join(folder, `pg${postgresMajor}.json`);
}

/** Throws when there is no state file: without it nobody knows the password. */
export function getClusterState(folder: string): ClusterState {
  return JSON.parse(readFileSync(statePath(folder), "utf8")) as ClusterState;
}

export function saveClusterState(folder: string, state: ClusterState): void {
  const draft = `${statePath(folder)}.new`;
  writeFileSync(draft, JSON.stringify(state), { mode: 0o600 });
  renameSync(draft, statePath(folder));
}

/** Makes the application's data folder. Throws an Error that says what to change when it cannot be used. */
export function openDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new Error(`The data folder ${folder} cannot be made. Set DATA_DIR to another one.`, { cause });
  }
  assertWritable(folder);
}

/**
 * Makes the cluster when there is none and answers the account that runs its server.
 * A folder interrupted while it was being made is thrown away: it gets its name only when complete.
 */
export async function prepareCluster(
  folder: string,
  initdb: string,
  options: { ephemeral: boolean; signal: AbortSignal },
): Promise<ServerAccount> {
  const cluster = clusterPath(folder);
  assertVersion(folder);
  const account = chooseAccount(cluster);
  if (existsSync(cluster)) {
    assertWritable(cluster);
    getClusterState(folder);
    handOver(cluster, account);
    return account;
  }
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`pg${postgresMajor}.init-`))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
  const state: ClusterState = { password: randomBytes(24).toString("base64url") };
  saveClusterState(folder, state);
  await initialise(folder, initdb, account, state.password, options);
  return account;
}

function assertVersion(folder: string): void {
  const cluster = clusterPath(folder);
  if (existsSync(cluster)) {
    const version = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
    if (version !== String(postgresMajor)) {
      throw new Error(`${cluster} holds data of PostgreSQL ${version}, not ${postgresMajor}.`);
    }
    return;
  }
  const other = readdirSync(folder).find((name) => /^pg\d+$/.test(name));
  if (other === undefined) return;
  throw new Error(
    `${join(folder, other)} holds data of another version of PostgreSQL; this program runs version ${postgresMajor}. ` +
      "Move the data over with a dump of the old version, or set DATA_DIR to an empty folder.",
  );
}

async function initialise(
  folder: string,
  initdb: string,
  account: ServerAccount,
  password: string,
  { ephemeral, signal }: { ephemeral: boolean; signal: AbortSignal },
): Promise<void> {
  const draft = `${clusterPath(folder)}.init-${process.pid}`;
  const passwordFile = `${draft}.password`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account.uid !== undefined) chmodSync(folder, 0o711);
    handOver(draft, account);
    handOver(passwordFile, account);
    await runInitdb(initdb, account, signal, [
      `--pgdata=${draft}`,
      "--username=postgres",
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      ephemeral ? "--no-sync" : "--no-instructions",
    ]);
    renameSync(draft, clusterPath(folder));
    if (!ephemeral && process.platform !== "win32") syncFolder(folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

// pg_trgm splits words by the library's idea of a letter: with LC_CTYPE "C" a Chinese name has no letters at all
// and fuzzy search finds nothing. Not every system knows the same UTF-8 locale.
async function runInitdb(
  initdb: string,
  account: ServerAccount,
  signal: AbortSignal,
  args: string[],
): Promise<void> {
  const letters = process.platform === "win32" ? ["C"] : ["C.UTF-8", "en_US.UTF-8", "zh_CN.UTF-8", "C"];
  for (const locale of letters) {
    const { code, output } = await runToEnd(initdb, account, signal, [...args, `--lc-ctype=${locale}`]);
    if (code === 0) return;
    if (/invalid locale name/.test(output) && locale !== letters.at(-1)) continue;
    if (/No space left on device/.test(output)) throw new Error("No space is left on the disk of DATA_DIR.");
    throw new Error(
      `The database could not be made in DATA_DIR: ${output.trim().split("\n").slice(-4).join(" ")}`,
    );
  }
}

async function runToEnd(
  program: string,
  account: ServerAccount,
  signal: AbortSignal,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  const [command = program, ...rest] = [...account.prefix, program, ...args];
  const { uid, gid } = account;
  const child = spawn(command, rest, {
    stdio: ["ignore", "pipe", "pipe"],
    cwd: "/",
    signal,
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
  let output = "";
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  return { code, output };
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

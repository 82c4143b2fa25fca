import { createHash } from "node:crypto";
import { accessSync, constants, lstatSync, mkdirSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a watcher is told at its start. */
export type WatcherOptions = { folder: string; socket: string; ephemeral: boolean };

/** The lines that a watcher sends to everyone who holds a connection to it. */
export type WatcherAnswer = { state: "ready"; port: number } | { state: "failed"; message: string };

/** Where the watcher of a data folder listens: a short path, since a socket's may have about 100 characters. */
export function watcherSocket(folder: string): string {
  const name = createHash("sha256").update(realpathSync(folder)).digest("hex").slice(0, 16);
  if (process.platform === "win32") return `\\\\.\\pipe\\community-rehab-${name}`;
  return join(privateFolder(), name);
}

function privateFolder(): string {
  const account = process.getuid?.() ?? 0;
  const folder = join(temporaryFolder(), `community-rehab-${account}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== account || (found.mode & 0o077) !== 0) {
    throw new Error(`${folder} belongs to another account or is open to others. Remove it and start again.`);
  }
  return folder;
}

// Not TMPDIR where it can be helped: two commands with different ones must meet at the same socket.
function temporaryFolder(): string {
  try {
    accessSync("/tmp", constants.W_OK | constants.X_OK);
    return "/tmp";
  } catch {
    return tmpdir();
  }
}

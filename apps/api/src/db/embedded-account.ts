import { spawnSync } from "node:child_process";
import { accessSync, chownSync, constants, lchownSync, lstatSync, readFileSync, readdirSync } from "node:fs";
import { statSync } from "node:fs";
import { dirname, join } from "node:path";

/** How a server program is run: a command in front of it, or another account. */
export type ServerAccount = { prefix: string[]; uid?: number; gid?: number };

const namespace = ["unshare", "--user", "--map-user=65534", "--map-group=65534"];

/**
 * PostgreSQL refuses to run as root. Root runs it in a user namespace, where it looks like an ordinary user and
 * the files stay root's; where namespaces are forbidden, as the account `postgres` or `nobody`, which then owns
 * the folder. Any other user runs it directly.
 */
export function chooseAccount(cluster: string): ServerAccount {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { prefix: [], uid: owner.uid, gid: owner.gid };
  if (spawnSync(namespace[0] ?? "", [...namespace.slice(1), "true"]).status === 0)
    return { prefix: namespace };
  return serviceAccount();
}

/** Makes sure that the account can reach and owns what is under the path. Throws an Error that says what blocks. */
export function handOver(path: string, account: ServerAccount): void {
  if (account.uid === undefined || account.gid === undefined) return;
  for (let parent = dirname(path); parent !== dirname(parent); parent = dirname(parent)) {
    if ((statSync(parent).mode & constants.S_IXOTH) === 0) {
      throw new Error(
        `PostgreSQL does not run as root, and the account it would run as cannot enter ${parent}. ` +
          "Start as an ordinary user, set DATA_DIR to a folder that others may enter, or chmod o+x that folder.",
      );
    }
  }
  chownAll(path, account.uid, account.gid);
}

/** Throws an Error with advice when this process may not write in the folder. */
export function assertWritable(folder: string): void {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new Error(`This account may not write in ${folder}. Set DATA_DIR to a folder it may write in.`, {
      cause,
    });
  }
}

function serviceAccount(): ServerAccount {
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const fields = accounts.map((line) => line.split(":")).find(([account]) => account === name);
    if (fields) return { prefix: [], uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error(
    "PostgreSQL does not run as root, and there is no account postgres or nobody. Start as another user.",
  );
}

function chownAll(path: string, uid: number, gid: number): void {
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (entry === undefined) return;
  if (entry.isSymbolicLink()) lchownSync(path, uid, gid);
  else if (entry.uid !== uid) chownSync(path, uid, gid);
  if (entry.isDirectory()) for (const name of readdirSync(path)) chownAll(join(path, name), uid, gid);
}

import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createOutsideDatabase } from "./outside-database.ts";

/** The application as it really runs, with data of its own. Its settings are those for a command on the same data. */
export type AppServer = { url: string; settings: Record<string, string>; stop: () => Promise<void> };

const root = fileURLToPath(new URL("..", import.meta.url));

/** Starts the application on a free port with an empty database. Throws with its output when it does not start. */
export async function startApp(settings: Record<string, string>): Promise<AppServer> {
  const dataDir = mkdtempSync(join(tmpdir(), "rehab-e2e-"));
  const database = await createOutsideDatabase();
  const allSettings = { ...settings, ...database?.settings, DATA_DIR: dataDir };
  const child = spawnProgram("apps/api/src/main.ts", [], {
    ...allSettings,
    PORT: "0",
    HOST: "127.0.0.1",
    LOG_LEVEL: "warn",
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return { url: await announcedAddress(child), settings: allSettings, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs one of the application's commands on an application's data, answering what it printed. Throws when it fails. */
export async function runCommand(
  program: string,
  args: string[],
  settings: Record<string, string>,
  input = "",
): Promise<string> {
  const child = spawnProgram(program, args, settings);
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stdin?.end(input);
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${output}`);
  return output;
}

function spawnProgram(program: string, args: string[], settings: Record<string, string>): ChildProcess {
  const lifeline = join(root, "scripts", "lib", "lifeline.mjs");
  return spawn(process.execPath, ["--import", lifeline, join(root, program), ...args], {
    cwd: root,
    env: { ...environmentWithoutSettings(), ...settings },
    stdio: ["pipe", "pipe", "pipe", "ipc"],
  });
}

/** This machine's environment without what would point the application at somebody's data. */
function environmentWithoutSettings(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG, SystemRoot } = process.env;
  return { PATH, HOME, TMPDIR, LANG, SystemRoot };
}

async function announcedAddress(child: ChildProcess): Promise<string> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error("the application's output is not piped");
  const output: string[] = [];
  stderr.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  return new Promise((resolve, reject) => {
    createInterface({ input: stdout }).on("line", (line) => {
      output.push(`${line}\n`);
      const port = /^\s*http:\/\/\S+?:(\d+)\s*$/.exec(line)?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    });
    child.once("exit", () => reject(new Error(`The application did not start:\n${output.join("")}`)));
  });
}

import { spawn } from "node:child_process";
import { delimiter } from "node:path";
import { constants } from "node:os";
import { fromRoot } from "./paths.mjs";

/** The environment of every child: the workspace's own tools, its Node among them, come first. */
export function childEnvironment() {
  const bin = fromRoot("node_modules", ".bin");
  return { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` };
}

/**
 * Runs a program in the foreground and answers its exit code, 128 + the signal's number when a signal ended it.
 * Signals to this process go on to the child. With `lifeline` the child also learns when this process is killed.
 */
export function run(command, args, { cwd = fromRoot(), env = childEnvironment(), lifeline = false } = {}) {
  const stdio = lifeline ? ["inherit", "inherit", "inherit", "ipc"] : "inherit";
  const child = spawn(command, args, { cwd, env, stdio });
  const stopForwarding = forwardSignals((signal) => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", (error) => {
      stopForwarding();
      reject(new Error(`Could not run ${command}: ${error.message}`));
    });
    child.once("exit", (code, signal) => {
      stopForwarding();
      resolve(exitCode(code, signal));
    });
  });
}

export function exitCode(code, signal) {
  return code ?? 128 + (signal === null ? 0 : (constants.signals[signal] ?? 0));
}

/** Hands SIGTERM, SIGHUP and SIGINT to `send`, and SIGTERM when npm, which started this process, was killed. */
export function forwardSignals(send) {
  const forward = (signal) => {
    // A Ctrl-C in a terminal reaches the whole foreground group: the child has it already.
    if (signal === "SIGINT" && process.stdin.isTTY) return;
    send(signal);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, forward);

  const parent = process.ppid;
  const startedByNpm = process.env.npm_lifecycle_event !== undefined;
  const parentCheck = setInterval(() => {
    if (startedByNpm && process.ppid !== parent) send("SIGTERM");
  }, 1000);
  parentCheck.unref();

  return () => {
    clearInterval(parentCheck);
    for (const signal of signals) process.off(signal, forward);
  };
}

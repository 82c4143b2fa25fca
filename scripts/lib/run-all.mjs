import { spawn } from "node:child_process";
import { fromRoot } from "./paths.mjs";
import { childEnvironment, exitCode, forwardSignals } from "./process.mjs";

/** Runs long-lived programs side by side; when one ends, the others are asked to end too. */
export async function runAll(programs) {
  const env = childEnvironment();
  const children = programs.map(({ command, args, cwd }) =>
    spawn(command, args, { cwd: cwd ?? fromRoot(), env, stdio: "inherit" }),
  );
  const stopAll = (signal) => children.forEach((child) => child.kill(signal));
  const stopForwarding = forwardSignals(stopAll);
  const codes = await Promise.all(
    children.map(
      (child) =>
        new Promise((resolve) => {
          const end = (code) => {
            stopAll("SIGTERM");
            resolve(code);
          };
          child.once("error", () => end(1));
          child.once("exit", (code, signal) => end(exitCode(code, signal)));
        }),
    ),
  );
  stopForwarding();
  return Math.max(...codes);
}

import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** Asks twice on a terminal, without showing what is typed; otherwise takes the first line of standard input. */
export async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return readFirstLine();
  const password = await ask("Password: ");
  if ((await ask("Once more: ")) !== password)
    throw new Error("the two passwords differ: nothing was created");
  return password;
}

async function readFirstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  throw new Error("no password on standard input");
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question("");
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}

import { Agent, get } from "node:http";

/** A browser that keeps its connections. */
export interface Asker {
  /** Asks and gives the milliseconds until the whole answer is there. Throws when it is no success. */
  ask(path: string): Promise<number>;
  close(): void;
}

/** Asks the server on a port of this machine, each time with the next of the cookies. */
export function createAsker(port: number, cookies: readonly string[], atOnce: number): Asker {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  let asked = 0;
  return {
    ask: (path) =>
      new Promise((resolve, reject) => {
        asked += 1;
        const cookie = cookies[asked % cookies.length] ?? "";
        const begun = performance.now();
        const request = get({ agent, host: "127.0.0.1", port, path, headers: { cookie } }, (response) => {
          response.on("data", () => undefined);
          response.once("error", reject);
          response.once("end", () => {
            if (response.statusCode === 200) resolve(performance.now() - begun);
            else reject(new Error(`${path} answers ${response.statusCode}`));
          });
        });
        request.once("error", reject);
      }),
    close: () => agent.destroy(),
  };
}

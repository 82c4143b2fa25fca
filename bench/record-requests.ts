import { buildApp } from "@rehab/api/app";
import type { Services } from "@rehab/api/core/use-case";
import type { MeasuredRequest } from "./measured-requests.ts";
import { recordStatements } from "./statement-recorder.ts";
import type { Statement } from "./statement-recorder.ts";

/** What one request asks of the database, and what it is answered. */
export interface Recording {
  readonly path: string;
  readonly statements: readonly Statement[];
  readonly answer: unknown;
}

/** Makes each request once on the real application and records it. */
export async function recordRequests(
  services: Services,
  requests: readonly MeasuredRequest[],
  cookie: string,
): Promise<Recording[]> {
  const app = await buildApp({
    services,
    lifetime: { idleMinutes: 30, absoluteHours: 12 },
    logLevel: "silent",
    trustProxy: false,
  });
  const recordings: Recording[] = [];
  for (const path of requests.flatMap(({ paths }) => paths)) {
    const [response, statements] = await recordStatements(() =>
      app.inject({ url: path, headers: { cookie } }),
    );
    if (response.statusCode !== 200) throw new Error(`${path} answers ${response.statusCode}`);
    recordings.push({ path, statements, answer: response.json() });
  }
  await app.close();
  return recordings;
}

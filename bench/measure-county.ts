import type { BareTask } from "./bare-server.ts";
import { startServer } from "./child-server.ts";
import { compare } from "./compare.ts";
import type { Comparison, Effort } from "./compare.ts";
import { openServices } from "./county-services.ts";
import type { CountyAccess } from "./county-services.ts";
import { measuredRequests } from "./measured-requests.ts";
import { recordRequests } from "./record-requests.ts";
import { signIn } from "./sign-in.ts";

export const concurrencies = [1, 8];

/** One kind of request in one county, asked by so many at once. */
export interface Measurement extends Comparison {
  readonly request: string;
  readonly atOnce: number;
  /** Statements that one request sends, `begin` and `commit` included. */
  readonly statements: number;
  readonly answerBytes: number;
}

/** Measures every kind of request in one county. */
export async function measureCounty(access: CountyAccess, effort: Effort): Promise<Measurement[]> {
  const services = openServices(access);
  const cookies = await signIn(services);
  const requests = await measuredRequests(services);
  const recordings = await recordRequests(services, requests, cookies[0] ?? "");
  await services.db.close();

  const bareTask: BareTask = { appUrl: access.appUrl, countyCode: access.county.code, recordings };
  const api = await startServer("api-server.ts", access);
  const bare = await startServer("bare-server.ts", bareTask);
  const sides = { apiPort: api.port, barePort: bare.port, cookies };
  const measurements: Measurement[] = [];
  try {
    for (const { name, paths } of requests) {
      const first = recordings.find(({ path }) => path === paths[0]);
      for (const atOnce of concurrencies) {
        measurements.push({
          request: name,
          atOnce,
          statements: first?.statements.length ?? 0,
          answerBytes: Buffer.byteLength(JSON.stringify(first?.answer)),
          ...(await compare(paths, atOnce, sides, effort)),
        });
      }
    }
  } finally {
    await api.stop();
    await bare.stop();
  }
  return measurements;
}

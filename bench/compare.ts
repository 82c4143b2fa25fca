import { createAsker } from "./ask.ts";
import type { Asker } from "./ask.ts";

/** Median milliseconds of the application and of the same statements behind a bare Fastify. */
export interface Comparison {
  readonly api: number;
  readonly bare: number;
}

export interface Effort {
  readonly rounds: number;
  /** A round ends after so many requests, or after so long. */
  readonly requestsPerRound: number;
  readonly roundMs: number;
}

interface Sides {
  readonly apiPort: number;
  readonly barePort: number;
  readonly cookies: readonly string[];
}

/**
 * Asks both sides for the same, in short rounds that take turns, so that whatever else the machine does
 * meanwhile falls on both.
 */
export async function compare(
  paths: readonly string[],
  atOnce: number,
  sides: Sides,
  effort: Effort,
): Promise<Comparison> {
  const api = { asker: createAsker(sides.apiPort, sides.cookies, atOnce), took: [] as number[] };
  const bare = { asker: createAsker(sides.barePort, sides.cookies, atOnce), took: [] as number[] };
  await warmUp(api.asker, bare.asker, paths, atOnce, effort);
  for (let round = 0; round < effort.rounds; round += 1) {
    const order = round % 2 === 0 ? [api, bare] : [bare, api];
    for (const side of order) side.took.push(...(await askRound(side.asker, paths, atOnce, effort)));
  }
  api.asker.close();
  bare.asker.close();
  return { api: medianOf(api.took), bare: medianOf(bare.took) };
}

async function warmUp(
  api: Asker,
  bare: Asker,
  paths: readonly string[],
  atOnce: number,
  effort: Effort,
): Promise<void> {
  await askRound(api, paths, atOnce, effort);
  await askRound(bare, paths, atOnce, effort);
}

/** Asks by so many at once; the addresses take turns. */
async function askRound(
  asker: Asker,
  paths: readonly string[],
  atOnce: number,
  { requestsPerRound, roundMs }: Effort,
): Promise<number[]> {
  const end = performance.now() + roundMs;
  const took: number[] = [];
  let next = 0;
  const askOn = async () => {
    while (next < requestsPerRound && (performance.now() < end || took.length === 0)) {
      const path = paths[next % paths.length] ?? "/";
      next += 1;
      took.push(await asker.ask(path));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, askOn));
  return took;
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

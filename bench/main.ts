// `npm run bench`: the application against the same statements behind a bare Fastify, in a small and in a big
// county. `--quick` takes a smaller big county; `--import` measures instead how long an import takes and how much
// memory it needs.
import { parseArgs } from "node:util";
import { startEmbedded } from "@rehab/api/db/embedded";
import { plainDate } from "@rehab/domain/time/plain-date";
import type { Effort } from "./compare.ts";
import { measureCounty } from "./measure-county.ts";
import { measureImport } from "./measure-import.ts";
import { measureRollover } from "./measure-rollover.ts";
import type { Rollover } from "./measure-rollover.ts";
import { prepareCounty } from "./prepare-county.ts";
import { growthTable, ratioTable } from "./report.ts";
import type { MeasuredCounty } from "./report.ts";

const today = plainDate("2021-12-31");
const effort: Effort = { rounds: 8, requestsPerRound: 400, roundMs: 500 };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { quick: { type: "boolean", default: false }, import: { type: "boolean", default: false } },
  });
  const server = await startEmbedded({ ephemeral: true });
  const stop = () => void server.stop().then(() => process.exit(130));
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    if (values.import) await measureImports(server.url);
    else await measureRequests(server.url, values.quick ? [210, 5000] : [210, 100_000]);
  } finally {
    await server.stop();
  }
}

async function measureRequests(serverUrl: string, sizes: readonly number[]): Promise<void> {
  const counties: MeasuredCounty[] = [];
  const rollovers: (Rollover & { readonly registered: number })[] = [];
  for (const registered of sizes) {
    say(`loading a county of ${registered.toLocaleString("en")} registered …`);
    const access = await prepareCounty(serverUrl, registered, today);
    say(`measuring …`);
    counties.push({ registered, measurements: await measureCounty(access, effort) });
    rollovers.push({ registered, ...(await measureRollover(access)) });
  }
  console.log(`\nMedian time of a request, the API and the same statements behind a bare Fastify:\n`);
  console.log(ratioTable(counties));
  console.log(`\nGrowth of the API's time with the county:\n`);
  console.log(growthTable(counties));
  console.log(`\nA day passes:\n`);
  for (const { registered, lines, changed, seconds } of rollovers) {
    console.log(`${registered} registered: ${changed} of ${lines} lines changed, ${seconds.toFixed(2)} s`);
  }
}

async function measureImports(serverUrl: string): Promise<void> {
  for (const registered of [1000, 10_000]) {
    say(`importing a register of ${registered.toLocaleString("en")} people …`);
    const { rows, recorded, seconds, peakMegabytes } = await measureImport(serverUrl, registered, today);
    console.log(
      `${rows} rows (${recorded} new) in ${seconds.toFixed(1)} s, ${peakMegabytes.toFixed(0)} MB at the most`,
    );
  }
}

function say(line: string): void {
  console.log(`[${(performance.now() / 1000).toFixed(0).padStart(3)} s] ${line}`);
}

await main();

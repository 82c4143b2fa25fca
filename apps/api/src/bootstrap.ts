import { resolve } from "node:path";
import { plainDate } from "@rehab/domain/time/plain-date";
import { trainingCounty } from "@rehab/testkit/training-county";
import type { Config } from "./config.ts";
import { createValueCipher } from "./core/cipher.ts";
import { MovableClock, startOfWork, systemClock } from "./core/clock.ts";
import type { Clock } from "./core/clock.ts";
import { CountyLaw } from "./core/county-law.ts";
import type { CountySettings } from "./core/county-settings.ts";
import { loadKeyring } from "./core/keyring-file.ts";
import type { Services } from "./core/use-case.ts";
import { openDatabase } from "./db/client.ts";
import type { Database } from "./db/client.ts";
import { startEmbedded } from "./db/embedded.ts";
import { prepareEmbeddedDatabase } from "./db/embedded-urls.ts";
import { migrate } from "./db/migrate.ts";
import { ensureCounty } from "./modules/county/ensure-county.ts";
import { refreshLaw } from "./modules/law/load-versions.ts";

/** The running services and how to let go of them. */
export interface Runtime {
  readonly services: Services;
  close(): Promise<void>;
}

/** Invented people and real ones never share a database, not even in one data folder. */
const databaseNames = { training: "rehab_training", production: "rehab" } as const;

/** Starts what the configuration asks for: database, schema, keys, county and clock. */
export async function bootstrap(config: Config, onDatabaseLost?: (error: Error) => void): Promise<Runtime> {
  const embedded =
    config.database === null
      ? await startEmbedded({
          dataDir: resolve(config.dataDir),
          ...(onDatabaseLost === undefined ? {} : { onLost: onDatabaseLost }),
        })
      : null;
  try {
    const urls =
      config.database ?? (await prepareEmbeddedDatabase(embedded?.url ?? "", databaseNames[config.mode]));
    await migrate(urls);
    const county: CountySettings = { ...config.county, mode: config.mode };
    const keyring = loadKeyring(config.keysFile ?? resolve(config.dataDir, "keys.json"));
    const db = openDatabase(urls.appUrl, { countyCode: county.code });
    const clock = await clockOf(db, county);
    const cipher = createValueCipher(keyring, config.cipher);
    const services: Services = { db, clock, county, cipher, law: new CountyLaw() };
    await refreshLaw(services);
    return {
      services,
      close: async () => {
        await db.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

async function clockOf(db: Database, county: CountySettings): Promise<Clock> {
  if (county.mode === "production") {
    await ensureCounty(db, county, systemClock.now());
    return systemClock;
  }
  const firstMoment = startOfWork(plainDate(trainingCounty.firstDay));
  return new MovableClock((await ensureCounty(db, county, firstMoment)) ?? firstMoment);
}

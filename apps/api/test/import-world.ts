import { readFileSync } from "node:fs";
import { NATIONAL_LAW } from "@rehab/domain/law/law";
import { FolderDecisions } from "@rehab/schema/imports";
import { fixtureFolder } from "@rehab/testkit/fixture-folder";
import { createKeyring, createValueCipher } from "../src/core/cipher.ts";
import { MovableClock } from "../src/core/clock.ts";
import type { Services } from "../src/core/use-case.ts";
import { openDatabase } from "../src/db/client.ts";
import { ensureCounty } from "../src/modules/county/ensure-county.ts";
import { createTestDatabase } from "./test-database.ts";
import type { TestDatabase } from "./test-database.ts";

/** An empty production county on a database of its own. */
export interface ImportWorld {
  readonly services: Services;
  readonly database: TestDatabase;
  close(): Promise<void>;
}

export const fixtureDecisions = FolderDecisions.parse(
  JSON.parse(readFileSync(`${fixtureFolder}/decisions.json`, "utf8")),
);

/** `today` is long after the year of the records by default, as it is for a county that catches up. */
export async function createImportWorld(
  options: { code?: string; name?: string; today?: string } = {},
): Promise<ImportWorld> {
  const { code = "430624", name = "湘阴县", today = "2024-03-15" } = options;
  const database = await createTestDatabase();
  const county = { code, name, mode: "production" as const };
  const services: Services = {
    db: openDatabase(database.url, { countyCode: code }),
    clock: new MovableClock(new Date(`${today}T09:00:00+08:00`)),
    cipher: createValueCipher(createKeyring(), "aes-256-gcm"),
    county,
    law: NATIONAL_LAW,
  };
  await ensureCounty(services.db, county);
  return {
    services,
    database,
    close: async () => {
      await services.db.close();
      await database.drop();
    },
  };
}

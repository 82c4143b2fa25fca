import { createKeyring } from "@rehab/api/core/cipher";
import { prepareEmbeddedDatabase } from "@rehab/api/db/embedded-urls";
import { migrate } from "@rehab/api/db/migrate";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { bigCounty } from "@rehab/testkit/big-county";
import { openServices } from "./county-services.ts";
import type { CountyAccess } from "./county-services.ts";
import { loadCounty } from "./load-county.ts";

/** Makes a database on the server and fills it with an invented county of so many registered people. */
export async function prepareCounty(
  serverUrl: string,
  registered: number,
  today: PlainDate,
): Promise<CountyAccess> {
  const databaseName = `bench_${registered}`;
  const urls = await prepareEmbeddedDatabase(serverUrl, databaseName);
  await migrate(urls);
  const county = bigCounty({ registered, today });
  const access: CountyAccess = {
    appUrl: urls.appUrl,
    keyring: createKeyring(),
    county: { code: county.code, name: county.name, mode: "training" },
    today,
  };
  const services = openServices(access);
  const url = new URL(serverUrl);
  url.pathname = `/${databaseName}`;
  await loadCounty(services, county, url.href);
  await services.db.close();
  return access;
}

import { startOfWork } from "@rehab/api/core/clock";
import type { MovableClock } from "@rehab/api/core/clock";
import { tables } from "@rehab/api/db/client";
import { rollRegister } from "@rehab/api/modules/enrollees/roll-register";
import { addDays } from "@rehab/domain/time/plain-date";
import { openServices } from "./county-services.ts";
import type { CountyAccess } from "./county-services.ts";

/** What the passing of one day costs a county. */
export interface Rollover {
  /** Everybody with a line in the register. */
  readonly lines: number;
  /** Those whom the day changes. */
  readonly changed: number;
  readonly seconds: number;
}

/** Lets one day pass and brings the register to it, as the running application does at night. */
export async function measureRollover(access: CountyAccess): Promise<Rollover> {
  const services = openServices(access);
  const scope = { countyCode: services.county.code, people: { kind: "county" as const } };
  try {
    const lines = await services.db.read(scope, (tx) => tx.$count(tables.registerEntry));
    (services.clock as MovableClock).set(startOfWork(addDays(access.today, 1)));
    const start = performance.now();
    const changed = await rollRegister(services);
    return { lines, changed, seconds: (performance.now() - start) / 1000 };
  } finally {
    await services.db.close();
  }
}

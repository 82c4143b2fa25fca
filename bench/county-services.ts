import { createValueCipher } from "@rehab/api/core/cipher";
import type { Keyring } from "@rehab/api/core/cipher";
import { MovableClock, startOfWork } from "@rehab/api/core/clock";
import type { CountySettings } from "@rehab/api/core/county-settings";
import type { Services } from "@rehab/api/core/use-case";
import { openDatabase } from "@rehab/api/db/client";
import { NATIONAL_LAW } from "@rehab/domain/law/law";
import type { PlainDate } from "@rehab/domain/time/plain-date";

/** What every process of the benchmark needs to open the same county; it can be sent to another process. */
export interface CountyAccess {
  readonly appUrl: string;
  readonly keyring: Keyring;
  readonly county: CountySettings;
  readonly today: PlainDate;
}

export const connections = 10;

/** The application's services on the county's database. */
export function openServices({ appUrl, keyring, county, today }: CountyAccess): Services {
  return {
    db: openDatabase(appUrl, { countyCode: county.code, maxConnections: connections }),
    clock: new MovableClock(startOfWork(today)),
    cipher: createValueCipher(keyring, "aes-256-gcm"),
    county,
    law: NATIONAL_LAW,
  };
}

import { type PlainDate, isPlainDate } from "@rehab/domain/time/plain-date";

import type { DateSystem } from "./workbook.ts";

const DAY_MS = 86_400_000;
const DAYS_BETWEEN_SYSTEMS = 1_462;
const LAST_SERIAL = 2_958_465; // 9999-12-31

/**
 * The day of an Excel serial; the time of day is dropped. Undefined outside 1900-01-01 … 9999-12-31
 * and for serial 60, the 1900-02-29 that Excel knows and the calendar does not.
 */
export function dateOfSerial(serial: number, dateSystem: DateSystem): PlainDate | undefined {
  const days = Math.floor(serial) + (dateSystem === 1904 ? DAYS_BETWEEN_SYSTEMS : 0);
  if (!(days >= 1 && days <= LAST_SERIAL) || days === 60) return undefined;
  const epoch = Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const text = new Date(epoch + days * DAY_MS).toISOString().slice(0, 10);
  return isPlainDate(text) ? text : undefined;
}

import { plainDate } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";

/** The only place that knows the time and the time zone. */
export interface Clock {
  now(): Date;
  /** Today in China. */
  today(): PlainDate;
}

/** China has kept eight hours before UTC, without summer time, since 1991: nothing is recorded before. */
const aheadOfUtcMs = 8 * 3_600_000;

/** The calendar day in China at `moment`. */
export function dayOf(moment: Date): PlainDate {
  return plainDate(inChina(moment).slice(0, 10));
}

/** `2021-12-31 10:05`, in China. */
export function momentInChina(moment: Date): string {
  return inChina(moment).slice(0, 16).replace("T", " ");
}

/** As ISO 8601 writes it, with the clocks of China. */
function inChina(moment: Date): string {
  return new Date(moment.getTime() + aheadOfUtcMs).toISOString();
}

/** Nine in the morning in China, when offices open. */
export function startOfWork(day: PlainDate): Date {
  return new Date(`${day}T09:00:00+08:00`);
}

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => dayOf(new Date()),
};

/** Training's clock: runs on from the moment it was last set to. */
export class MovableClock implements Clock {
  #setTo: Date;
  #setAt = process.hrtime.bigint();

  constructor(setTo: Date) {
    this.#setTo = setTo;
  }

  now(): Date {
    const elapsedMs = Number((process.hrtime.bigint() - this.#setAt) / 1_000_000n);
    return new Date(this.#setTo.getTime() + elapsedMs);
  }

  today(): PlainDate {
    return dayOf(this.now());
  }

  set(moment: Date): void {
    this.#setTo = moment;
    this.#setAt = process.hrtime.bigint();
  }
}

import type { PlainDate } from "@rehab/domain/time/plain-date";
import { ProblemError } from "./problem-error.ts";

/**
 * Refuses days that have not come yet: what is recorded has happened. `days` by the pointer of their field.
 * Throws `invalid_input` that names each of them.
 */
export function refuseFutureDay(
  today: PlainDate,
  days: Readonly<Record<string, PlainDate | null | undefined>>,
): void {
  const errors = Object.entries(days)
    .filter(([, day]) => day !== null && day !== undefined && day > today)
    .map(([pointer]) => ({ pointer, detail: "日期晚于今天" }));
  if (errors.length > 0) throw new ProblemError("invalid_input", { errors });
}

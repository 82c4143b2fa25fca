import type { PlainDate } from "@rehab/domain/time/plain-date";
import { ProblemError } from "./problem-error.ts";

/** Throws `invalid_input` at the field for a day that has not come yet: what is recorded has happened. */
export function refuseFutureDay(day: PlainDate | null | undefined, today: PlainDate, pointer: string): void {
  if (day === null || day === undefined || day <= today) return;
  throw new ProblemError("invalid_input", { errors: [{ pointer, detail: "日期不能晚于今天" }] });
}

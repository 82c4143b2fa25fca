import type { PlainDate } from "@rehab/domain/time/plain-date";
import { ProblemError } from "./problem-error.ts";

/** Nothing is recorded of a day that has not come yet. `pointer` names the field: `/happenedOn`. */
export function refuseFutureDay(day: PlainDate | null, today: PlainDate, pointer: string): void {
  if (day === null || day <= today) return;
  throw new ProblemError("invalid_input", { errors: [{ pointer, detail: "日期不能晚于今天" }] });
}

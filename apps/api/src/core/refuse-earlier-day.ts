import type { PlainDate } from "@rehab/domain/time/plain-date";
import { ProblemError } from "./problem-error.ts";

/** Refuses a day before the one that must come first. Throws `invalid_input` with `detail` under the field. */
export function refuseEarlierDay(
  { pointer, day }: { readonly pointer: string; readonly day: PlainDate | null | undefined },
  first: PlainDate | null | undefined,
  detail: string,
): void {
  if (day === null || day === undefined || first === null || first === undefined || day >= first) return;
  throw new ProblemError("invalid_input", { errors: [{ pointer, detail }] });
}

import type { Transfer } from "@rehab/schema/transfers";
import type { Tone } from "../../ui/status-tag.tsx";

/** What the progress of a transfer means for the work. */
export function toneOf({ state, isLate }: Pick<Transfer, "state" | "isLate">): Tone {
  if (isLate) return "overdue";
  return ({ requested: "dueSoon", sent: "running", received: "done", cancelled: "idle" } as const)[state];
}

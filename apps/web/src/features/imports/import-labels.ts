import type { ImportBatch, RowVerdict } from "@rehab/schema/imports";
import type { Tone } from "../../ui/status-tag.tsx";

export const verdicts: readonly RowVerdict[] = ["new", "changed", "matched", "held", "waiting", "rejected"];

export const verdictTones: Record<RowVerdict, Tone> = {
  new: "done",
  changed: "running",
  matched: "idle",
  held: "dueSoon",
  waiting: "running",
  rejected: "overdue",
};

export const stateTones: Record<ImportBatch["state"], Tone> = {
  planning: "running",
  planned: "dueSoon",
  applying: "running",
  applied: "done",
  failed: "overdue",
  undone: "idle",
};

/** Whether the server still works on the batch. */
export function isBusy(batch: ImportBatch): boolean {
  return batch.state === "planning" || batch.state === "applying";
}

/** Whether any of the batch's files could be read. */
export function isUsable(batch: ImportBatch): boolean {
  return batch.files.some(({ problem }) => problem === null);
}

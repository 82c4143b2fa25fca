import { z } from "zod";
import { Day } from "./common.ts";

/** One step of the way to a date. */
export const DeadlineStep = z.object({
  kind: z.enum(["trigger", "count", "deduct", "roll", "stop"]),
  on: Day,
  note: z.string(),
});

/** A computed date with its answer to why: the rule that counted, each step, and what may still move it. */
export const DeadlineView = z.object({
  date: Day,
  ruleId: z.string(),
  title: z.string(),
  citation: z.string(),
  says: z.string(),
  steps: z.array(DeadlineStep),
  /** Years on the way whose holidays are not published. */
  unknownYears: z.array(z.number().int()),
});
export type DeadlineView = z.infer<typeof DeadlineView>;

import { attemptRecording } from "../matters/attempts.ts";
import { noShowMatter } from "./no-show-matter.ts";
import { requirePossible } from "./possible-actions.ts";

/** Records how the person was sought and what came of it. */
export const recordAttempt = attemptRecording(noShowMatter, "recordAttempt", (context, record) =>
  requirePossible(context, record, "recordAttempt"),
);

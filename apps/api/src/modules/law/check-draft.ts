import type { Law } from "@rehab/domain/law/law";
import { versionFaults } from "@rehab/domain/law/law-version";
import { isYearKnown } from "@rehab/domain/time/working-day";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { LawVersionDraft } from "@rehab/schema/law-version";
import type { FieldError } from "../../core/problem-error.ts";
import { ProblemError } from "../../core/problem-error.ts";

/** Throws `invalid_input` at the fields of a draft that cannot be the next version under `law`. */
export function refuseFaultyDraft(draft: LawVersionDraft, law: Law): void {
  refuse(versionFaults(draft, law).map(({ field, says }) => ({ pointer: field, detail: says })));
}

/**
 * Throws `invalid_input` for a version that begins in the past without a reason. The first notice of a year's
 * holidays needs none: it says what has held all along.
 */
export function refuseUnexplainedPast(draft: LawVersionDraft, law: Law, today: PlainDate): void {
  if (draft.inForceFrom >= today || draft.lateReason !== null) return;
  if (draft.subject === "holidays" && !isYearKnown(draft.content.year, law.calendar)) return;
  refuse([{ pointer: "/lateReason", detail: "起始日已过：须写明为什么从过去的日期起算，以及改变了什么" }]);
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new ProblemError("invalid_input", { errors });
}

import { daysBetween } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { CaseView, EnrolleeFile } from "@rehab/schema/enrollees";

/** Something that is to be done about a person. */
export type Attention =
  | {
      readonly kind: "overdueReport" | "pendingReport" | "overdueAtNewPlace" | "pendingAtNewPlace";
      readonly due: PlainDate;
      readonly days: number;
    }
  | { readonly kind: "expired"; readonly end: PlainDate }
  | { readonly kind: "lostContact" | "leaveOverdue" | "noAgreement" | "provisional" };

/** What the file's present state asks for on this day; nothing when all is in order. */
export function attentionOf(file: EnrolleeFile, today: PlainDate): readonly Attention[] {
  const present = file.cases[0];
  const found: Attention[] = [];
  if (file.provisional) found.push({ kind: "provisional" });
  if (present !== undefined) found.unshift(...attentionOfCase(present, today));
  return found;
}

function attentionOfCase(present: CaseView, today: PlainDate): Attention[] {
  const { state, reportDueOn, reportedOn, controlReason, term } = present;
  // Whoever reported in once and has to again comes to a new place of execution.
  const isMoving = reportedOn !== null;
  const found: Attention[] = [];
  if ((state === "overdue_report" || state === "no_show_referred") && reportDueOn !== null) {
    const kind = isMoving ? "overdueAtNewPlace" : "overdueReport";
    found.push({ kind, due: reportDueOn, days: daysBetween(reportDueOn, today) });
  }
  if (state === "pending_report" && reportDueOn !== null) {
    const kind = isMoving ? "pendingAtNewPlace" : "pendingReport";
    found.push({ kind, due: reportDueOn, days: daysBetween(today, reportDueOn) });
  }
  if (state === "missing") found.push({ kind: "lostContact" });
  if (controlReason === "leave_overdue") found.push({ kind: "leaveOverdue" });
  if (state === "expired" && term !== null) found.push({ kind: "expired", end: term.endOn });
  if (state === "reported") found.push({ kind: "noAgreement" });
  return found;
}

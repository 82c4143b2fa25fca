import { CASE_END_KINDS } from "@rehab/domain/supervision/case-event";
import type { CaseEventKind } from "@rehab/domain/supervision/case-event";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { FormKind } from "@rehab/spreadsheet/forms/forms";
import { importOrder } from "../kinds.ts";
import type { SourceFile, SourceRow } from "../source-row.ts";
import { findCheckOfList } from "./check-of-list.ts";
import { correctRow } from "./correct-row.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { planTest, planVisit } from "./plan-contacts.ts";
import type { PlanContext } from "./plan-context.ts";
import { planFile } from "./plan-file.ts";
import { planHandoff } from "./plan-handoff.ts";
import { planLeave } from "./plan-leave.ts";
import type { Plan, PlannedRow } from "./planned-row.ts";
import { planExpense, planMeeting, planPublicity } from "./plan-office.ts";
import { planRegister } from "./plan-register.ts";
import { planReportIn } from "./plan-report-in.ts";
import { planStaff } from "./plan-staff.ts";
import { planStatusChange } from "./plan-status-change.ts";

type Planner<Kind extends FormKind> = (source: SourceRow<Kind>, ctx: PlanContext) => PlannedRow;

const planners: { readonly [Kind in FormKind]: Planner<Kind> } = {
  stations_staff: planStaff,
  register: planRegister,
  handoff_list: planHandoff,
  report_ins: planReportIn,
  status_changes: planStatusChange,
  tests: planTest,
  visits: planVisit,
  leaves: planLeave,
  funds: planExpense,
  publicity: planPublicity,
  meetings: planMeeting,
};

/**
 * What a set of rows would do, one after the other in the order in which they must run: what a row records is
 * known to the rows behind it, and a held row blocks nothing but what tells about its own person.
 */
export function planBatch(
  files: readonly SourceFile[],
  rows: readonly SourceRow[],
  options: Omit<PlanContext, "endsInFiles">,
): Plan {
  const ctx: PlanContext = { ...options, endsInFiles: findEnds(rows) };
  const plannedFiles = files.map((file) => planFile(file, ctx));
  const planned = rows.toSorted(byImportOrder).map((row) => planRow(row, ctx));
  return { files: plannedFiles, rows: planned };
}

function planRow(source: SourceRow, ctx: PlanContext): PlannedRow {
  const { decision } = source;
  if (decision === null) return planUndecided(source, ctx);
  switch (decision.action) {
    case "reject":
      return leftOut(source, "rejected", "按决定不导入");
    case "return_to_police":
      return leftOut(source, "rejected", "按决定退回公安机关");
    case "same_order":
      return leftOut(source, "matched", "按决定认定为同一文号，不重复建立案件");
    default:
      return dispatch(decision.set === undefined ? source : correctRow(source, decision.set, ctx.today), ctx);
  }
}

/** A row that an earlier import has: what a person decided of it stands, and what still waits waits once. */
function planUndecided(source: SourceRow, ctx: PlanContext): PlannedRow {
  const { earlier } = ctx.world;
  const twin = earlier.size === 0 ? undefined : earlier.get(fingerprintOf(source));
  if (twin === undefined) return dispatch(source, ctx);
  if (twin.state === "decided") {
    return { ...leftOut(source, "matched", "相同的一行以前已按决定处理"), earlier: twin };
  }
  const planned = dispatch(source, ctx);
  if (planned.verdict === "new" || planned.verdict === "changed") return { ...planned, closes: twin.rowId };
  return { ...leftOut(source, "matched", "相同的一行已在以前的批次中等待决定"), earlier: twin };
}

function dispatch(source: SourceRow, ctx: PlanContext): PlannedRow {
  const planner = planners[source.kind] as Planner<FormKind>;
  return planner(source, ctx);
}

function leftOut(source: SourceRow, verdict: "rejected" | "matched", effect: string): PlannedRow {
  return {
    source,
    verdict,
    effect,
    issues: [],
    candidates: [],
    enrolleeId: null,
    writes: [],
    earlier: null,
    closes: null,
  };
}

/** By kind; lists by the day of their check; then as the files came and as the rows stand on paper. */
function byImportOrder(a: SourceRow, b: SourceRow): number {
  return (
    importOrder(a.kind) - importOrder(b.kind) ||
    compare(findCheckOfList(a.file.facts)?.on ?? "", findCheckOfList(b.file.facts)?.on ?? "") ||
    compare(a.file.name, b.file.name) ||
    a.row.rowNumber - b.row.rowNumber
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const endKinds: readonly CaseEventKind[] = CASE_END_KINDS;

function findEnds(rows: readonly SourceRow[]): Map<string, PlainDate[]> {
  const ends = new Map<string, PlainDate[]>();
  for (const source of rows) {
    if (source.kind !== "status_changes") continue;
    const { idNumber, change, changedOn } = source.row.cells;
    const kind = change?.value;
    if (idNumber?.value === undefined || changedOn?.value === undefined || kind === undefined) continue;
    if (kind === "transferred_in" || !endKinds.includes(kind)) continue;
    ends.set(idNumber.value, [...(ends.get(idNumber.value) ?? []), changedOn.value]);
  }
  return ends;
}

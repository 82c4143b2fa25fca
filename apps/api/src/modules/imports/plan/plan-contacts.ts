import { zhOf } from "@rehab/domain/code-list";
import { TEST_METHODS, TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { VISIT_METHODS } from "@rehab/domain/visit/visit";
import type { SourceRow } from "../source-row.ts";
import { holdDayBeyondLedger } from "./check-day.ts";
import { identify } from "./identify.ts";
import { factKey } from "./known-facts.ts";
import type { PlanContext } from "./plan-context.ts";
import type { PlannedRow } from "./planned-row.ts";
import { RowDraft } from "./row-draft.ts";
import type { WorldCase } from "./world-person.ts";
import { endOf } from "./world-person.ts";

/** One test, also one that was refused or missed. */
export function planTest(source: SourceRow<"tests">, ctx: PlanContext): PlannedRow {
  const draft = new RowDraft(source);
  const { cells } = source.row;
  const on = draft.required(cells.testedOn, "testedOn");
  const result = draft.required(cells.result, "result");
  const method = draft.optional(cells.method, "method") ?? "urine";
  const place = draft.optional(cells.place, "place");
  holdDayBeyondLedger(draft, "testedOn", on, ctx.today);
  const found = identify(draft, cells, on, ctx);
  if (found === undefined || draft.isHeld || on === undefined || result === undefined) return draft.held();

  const { person, record, writes } = found;
  const copy = findCopy(draft, factKey("test", person.id, on, method, place), result, "testedOn", ctx);
  if (draft.isHeld) return draft.held();
  if (copy === "known") return draft.matched("检测已记录", person);
  noteAfterEnd(draft, record, on, "testedOn");
  const test = {
    op: "add_test",
    person,
    caseId: record.id,
    happenedOn: on,
    method,
    place,
    result,
    tester: draft.optional(cells.tester, "tester"),
    secondTester: draft.optional(cells.secondTester, "secondTester"),
    note: draft.optional(cells.notes, "notes"),
  } as const;
  const effect = `记录 ${on} ${zhOf(TEST_METHODS, method)}，${zhOf(TEST_RESULTS, result)}`;
  return draft.records("new", effect, [...writes, test], person);
}

/** One visit, interview, call or video talk. */
export function planVisit(source: SourceRow<"visits">, ctx: PlanContext): PlannedRow {
  const draft = new RowDraft(source);
  const { cells } = source.row;
  const on = draft.required(cells.visitedOn, "visitedOn");
  const written = draft.required(cells.method, "method");
  const place = draft.optional(cells.place, "place");
  holdDayBeyondLedger(draft, "visitedOn", on, ctx.today);
  const found = identify(draft, cells, on, ctx);
  if (found === undefined || draft.isHeld || on === undefined || written === undefined) return draft.held();

  const { person, record, writes } = found;
  // A message is contact without meeting, as a call is.
  const method = written === "message" ? "phone" : written;
  const copy = findCopy(draft, factKey("visit", person.id, on, method, place), "", "visitedOn", ctx);
  if (draft.isHeld) return draft.held();
  if (copy === "known") return draft.matched("走访谈话已记录", person);
  noteAfterEnd(draft, record, on, "visitedOn");
  const visit = {
    op: "add_visit",
    person,
    caseId: record.id,
    happenedOn: on,
    method,
    place,
    stateOfMind: draft.optional(cells.mentalState, "mentalState"),
    content: draft.optional(cells.content, "content"),
    interviewer: draft.optional(cells.interviewer, "interviewer"),
    note: draft.optional(cells.notes, "notes") ?? (written === "message" ? "以信息方式联系" : null),
  } as const;
  return draft.records("new", `记录 ${on} ${zhOf(VISIT_METHODS, method)}`, [...writes, visit], person);
}

/** Whether the same is recorded; a second copy within one file holds the row, as does one that says otherwise. */
export function findCopy(
  draft: RowDraft,
  key: string,
  detail: string,
  field: string,
  { world: { facts } }: PlanContext,
): "known" | "none" {
  const { file } = draft.source;
  const known = facts.find(key);
  if (known === undefined) {
    facts.add(key, { fileId: file.id, detail });
    return "none";
  }
  if (known.detail !== detail) draft.hold("conflicting_fact", field, ["accept"]);
  else if (known.fileId === file.id) draft.hold("duplicate_row", field);
  else return draft.source.decision?.action === "accept" ? "none" : "known";
  return "none";
}

function noteAfterEnd(draft: RowDraft, record: WorldCase, on: PlainDate, field: string): void {
  const end = endOf(record);
  if (end !== undefined && end.on < on) draft.note("after_end", field);
}

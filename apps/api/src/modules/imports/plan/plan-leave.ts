import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { SourceRow } from "../source-row.ts";
import { holdDayBeyondLedger, holdFutureDay } from "./check-day.ts";
import { identify } from "./identify.ts";
import { factKey } from "./known-facts.ts";
import type { KnownFact } from "./known-facts.ts";
import type { PlanContext } from "./plan-context.ts";
import type { PlannedRow } from "./planned-row.ts";
import { RowDraft } from "./row-draft.ts";
import type { WorldPerson } from "./world-person.ts";

/** A reported absence; without a day of return the person is still away. */
export function planLeave(source: SourceRow<"leaves">, ctx: PlanContext): PlannedRow {
  const draft = new RowDraft(source);
  const { cells } = source.row;
  const leftOn = draft.required(cells.leftOn, "leftOn");
  const dueBackOn = draft.required(cells.dueBackOn, "dueBackOn");
  const returnedOn = draft.optionalDay(cells.returnedOn, "returnedOn");
  holdDayBeyondLedger(draft, "leftOn", leftOn, ctx.today);
  holdFutureDay(draft, "returnedOn", returnedOn, ctx.today);
  if (leftOn !== undefined && dueBackOn !== undefined && dueBackOn < leftOn)
    draft.hold("dates_reversed", "dueBackOn");
  if (leftOn !== undefined && returnedOn !== null && returnedOn < leftOn)
    draft.hold("dates_reversed", "returnedOn");
  const found = identify(draft, cells, leftOn, ctx);
  if (found === undefined || draft.isHeld || leftOn === undefined || dueBackOn === undefined)
    return draft.held();

  const { person, record, writes } = found;
  const { facts } = ctx.world;
  const key = factKey("leave", person.id, leftOn);
  const known = facts.find(key);
  if (known !== undefined) return planKnownLeave(draft, person, known, dueBackOn, returnedOn);
  const id = ctx.newId();
  facts.add(key, { fileId: source.file.id, detail: dueBackOn, leave: { id, returnedOn } });
  const leave = {
    op: "add_leave",
    id,
    person,
    caseId: record.id,
    leftOn,
    dueBackOn,
    returnedOn,
    destination: draft.optional(cells.destination, "destination"),
    reason: draft.optional(cells.reason, "reason"),
    approver: draft.optional(cells.approver, "approver"),
    note: draft.optional(cells.notes, "notes"),
  } as const;
  const back = returnedOn === null ? "尚未销假" : `${returnedOn} 销假`;
  return draft.records(
    "new",
    `记录 ${leftOn} 外出，应于 ${dueBackOn} 返回，${back}`,
    [...writes, leave],
    person,
  );
}

function planKnownLeave(
  draft: RowDraft,
  person: WorldPerson,
  known: KnownFact,
  dueBackOn: PlainDate,
  returnedOn: PlainDate | null,
): PlannedRow {
  const returnKnown = known.leave?.returnedOn ?? null;
  const isSame = known.detail === dueBackOn && (returnedOn === null || returnKnown === returnedOn);
  if (isSame && known.fileId === draft.source.file.id) draft.hold("duplicate_row", "leftOn", []);
  else if (
    known.detail !== dueBackOn ||
    (returnedOn !== null && returnKnown !== null && returnKnown !== returnedOn)
  ) {
    draft.hold("conflicting_fact", "dueBackOn");
  }
  if (draft.isHeld) return draft.held();
  if (isSame || returnedOn === null || known.leave === undefined) return draft.matched("请假已记录", person);
  known.leave.returnedOn = returnedOn;
  return draft.records(
    "changed",
    `补记 ${returnedOn} 销假`,
    [{ op: "close_leave", leaveId: known.leave.id, returnedOn }],
    person,
  );
}

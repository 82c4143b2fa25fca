import { zhOf } from "@rehab/domain/code-list";
import { CASE_END_KINDS, CASE_EVENT_KINDS } from "@rehab/domain/supervision/case-event";
import type { CaseEventKind } from "@rehab/domain/supervision/case-event";
import type { SourceRow } from "../source-row.ts";
import { holdDayBeyondLedger } from "./check-day.ts";
import { identify } from "./identify.ts";
import { factKey } from "./known-facts.ts";
import type { PlanContext } from "./plan-context.ts";
import type { PlannedRow } from "./planned-row.ts";
import { recordEvent } from "./record-event.ts";
import { RowDraft } from "./row-draft.ts";
import { endOf } from "./world-person.ts";

const endKinds: readonly CaseEventKind[] = CASE_END_KINDS;

/** Release, termination, transfer, death, loss of contact, suspension or resumption. */
export function planStatusChange(source: SourceRow<"status_changes">, ctx: PlanContext): PlannedRow {
  const draft = new RowDraft(source);
  const { cells } = source.row;
  const on = draft.required(cells.changedOn, "changedOn");
  const change = draft.required(cells.change, "change");
  holdDayBeyondLedger(draft, "changedOn", on, ctx.today);
  const found = identify(draft, cells, on, ctx);
  if (change === "transferred_in") {
    if (found !== undefined && !draft.isHeld) return draft.matched("转入人员已在册", found.person);
    draft.hold("change_unsupported", "change");
  }
  if (
    found === undefined ||
    draft.isHeld ||
    on === undefined ||
    change === undefined ||
    change === "transferred_in"
  ) {
    return draft.held();
  }

  const { person, record, writes } = found;
  const { facts } = ctx.world;
  const key = factKey("event", record.id, change, on);
  const isRecorded = record.events.some((event) => event.kind === change && event.on === on);
  if (isRecorded) {
    if (facts.find(key)?.fileId === source.file.id) draft.hold("duplicate_row", "changedOn", []);
    return draft.isHeld ? draft.held() : draft.matched("异动已记录", person);
  }
  const end = endOf(record);
  if (end !== undefined && (end.on <= on || endKinds.includes(change))) {
    draft.hold("already_ended", "changedOn");
    draft.suggest(person);
    return draft.held();
  }
  const reason = draft.optional(cells.reason, "reason");
  const note = [cells.documentNumber?.value, cells.destination?.value, cells.notes?.value]
    .filter((text) => text !== undefined)
    .join("；");
  facts.add(key, { fileId: source.file.id, detail: "" });
  const event = recordEvent(person, record, change, on, {
    ground: groundOf(change, reason ?? ""),
    reason,
    note: note === "" ? null : note,
  });
  return draft.records("new", `记录 ${on} ${zhOf(CASE_EVENT_KINDS, change)}`, [...writes, event], person);
}

/** The ground in a written reason (戒毒条例 第二十四条). */
function groundOf(change: CaseEventKind, reason: string): string | null {
  if (change === "suspended") {
    if (reason.includes("拘留")) return "detained";
    return reason.includes("逮捕") ? "arrested" : null;
  }
  if (change !== "terminated") return null;
  if (/强制隔离|强戒/u.test(reason)) return "compulsory_isolation";
  if (/收监|刑/u.test(reason)) return "imprisoned";
  return /强制性教育/u.test(reason) ? "coercive_education" : "other";
}

import { getChoiceLabel } from "@rehab/spreadsheet/values/choices";
import type { SourceRow } from "../source-row.ts";
import { holdDayBeyondLedger } from "./check-day.ts";
import { factKey } from "./known-facts.ts";
import { findCopy } from "./plan-contacts.ts";
import type { PlanContext } from "./plan-context.ts";
import type { PlannedRow } from "./planned-row.ts";
import { RowDraft } from "./row-draft.ts";

const uncategorised = "未分类";

/** One payment from the earmarked fund. */
export function planExpense(source: SourceRow<"funds">, ctx: PlanContext): PlannedRow {
  const draft = new RowDraft(source);
  const { cells } = source.row;
  const on = draft.required(cells.spentOn, "spentOn");
  const amount = draft.required(cells.amount, "amount");
  holdDayBeyondLedger(draft, "spentOn", on, ctx.today);
  if (draft.isHeld || on === undefined || amount === undefined) return draft.held();

  const amountFen = Math.round(amount * 100);
  const category = draft.optional(cells.category, "category") ?? uncategorised;
  const summary = draft.optional(cells.summary, "summary");
  const voucher = draft.optional(cells.voucher, "voucher");
  const key = factKey("expense", on, amountFen, voucher ?? `${category} ${summary ?? ""}`);
  const copy = findCopy(draft, key, "", "spentOn", ctx);
  if (draft.isHeld) return draft.held();
  if (copy === "known") return draft.matched("支出已记录");
  const expense = {
    op: "add_expense",
    happenedOn: on,
    category,
    summary,
    amountFen,
    voucher,
    handledBy: draft.optional(cells.handler, "handler"),
    note: draft.optional(cells.notes, "notes"),
  } as const;
  return draft.records("new", `记录 ${on} 支出 ${amount.toFixed(2)} 元，${category}`, [expense]);
}

/** One publicity event (禁毒宣传). */
export function planPublicity(source: SourceRow<"publicity">, ctx: PlanContext): PlannedRow {
  const draft = new RowDraft(source);
  const { cells } = source.row;
  const on = draft.required(cells.heldOn, "heldOn");
  const name = draft.required(cells.title, "title");
  holdDayBeyondLedger(draft, "heldOn", on, ctx.today);
  if (draft.isHeld || on === undefined || name === undefined) return draft.held();

  const copy = findCopy(draft, factKey("publicity", on, name), "", "heldOn", ctx);
  if (draft.isHeld) return draft.held();
  if (copy === "known") return draft.matched("宣传活动已记录");
  const event = {
    op: "add_publicity",
    happenedOn: on,
    name,
    form: draft.optional(cells.form, "form"),
    place: draft.optional(cells.place, "place"),
    audience: wholeOrNull(draft.optional(cells.audience, "audience")),
    booklets: wholeOrNull(draft.optional(cells.leaflets, "leaflets")),
    boards: wholeOrNull(draft.optional(cells.boards, "boards")),
    vehicles: wholeOrNull(draft.optional(cells.vehicles, "vehicles")),
    note: draft.optional(cells.notes, "notes"),
  } as const;
  return draft.records("new", `记录 ${on} 宣传活动`, [event]);
}

/** One joint meeting (联席会议) with what it resolved. */
export function planMeeting(source: SourceRow<"meetings">, ctx: PlanContext): PlannedRow {
  const draft = new RowDraft(source);
  const { cells } = source.row;
  const on = draft.required(cells.heldOn, "heldOn");
  const name = draft.required(cells.title, "title");
  holdDayBeyondLedger(draft, "heldOn", on, ctx.today);
  if (draft.isHeld || on === undefined || name === undefined) return draft.held();

  const resolution = draft.optional(cells.resolution, "resolution");
  // A meeting with several resolutions stands on several rows.
  const copy = findCopy(draft, factKey("meeting", on, name, resolution), "", "heldOn", ctx);
  if (draft.isHeld) return draft.held();
  if (copy === "known") return draft.matched("会议已记录");
  const completion = draft.optional(cells.completion, "completion");
  const meeting = {
    op: "add_meeting",
    happenedOn: on,
    name,
    host: draft.optional(cells.host, "host"),
    attendees: draft.optional(cells.participants, "participants")?.join("、") ?? null,
    resolution,
    responsible: draft.optional(cells.responsibleUnit, "responsibleUnit"),
    dueOn: draft.optional(cells.dueOn, "dueOn"),
    completion: completion === null ? null : getChoiceLabel("completion", completion),
    note: draft.optional(cells.notes, "notes"),
  } as const;
  return draft.records("new", `记录 ${on} 会议`, [meeting]);
}

function wholeOrNull(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}

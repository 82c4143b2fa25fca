import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { ParsedCell } from "@rehab/spreadsheet/parse-form";
import { getChoiceLabel } from "@rehab/spreadsheet/values/choices";
import type { SourceRow } from "../source-row.ts";
import { holdDayBeyondLedger } from "./check-day.ts";
import { factKey } from "./known-facts.ts";
import { findCopy } from "./plan-contacts.ts";
import type { PlanContext } from "./plan-context.ts";
import type { PlannedRow } from "./planned-row.ts";
import { RowDraft } from "./row-draft.ts";
import type { Write } from "./writes.ts";

const uncategorised = "未分类";

/** One payment from the earmarked fund. */
export function planExpense(source: SourceRow<"funds">, ctx: PlanContext): PlannedRow {
  const { cells } = source.row;
  return planDated(source, ctx, {
    day: ["spentOn", cells.spentOn],
    what: ["amount", cells.amount],
    known: "支出已记录",
    read: (draft, on, amount) => {
      const amountFen = Math.round(amount * 100);
      const category = draft.optional(cells.category, "category") ?? uncategorised;
      const summary = draft.optional(cells.summary, "summary");
      const voucher = draft.optional(cells.voucher, "voucher");
      return {
        key: factKey("expense", on, amountFen, voucher ?? `${category} ${summary ?? ""}`),
        effect: `记录 ${on} 支出 ${amount.toFixed(2)} 元，${category}`,
        write: () => ({
          op: "add_expense",
          happenedOn: on,
          category,
          summary,
          amountFen,
          voucher,
          handledBy: draft.optional(cells.handler, "handler"),
          note: draft.optional(cells.notes, "notes"),
        }),
      };
    },
  });
}

/** One publicity event (禁毒宣传). */
export function planPublicity(source: SourceRow<"publicity">, ctx: PlanContext): PlannedRow {
  const { cells } = source.row;
  return planDated(source, ctx, {
    day: ["heldOn", cells.heldOn],
    what: ["title", cells.title],
    known: "宣传活动已记录",
    read: (draft, on, name) => ({
      key: factKey("publicity", on, name),
      effect: `记录 ${on} 宣传活动`,
      write: () => ({
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
      }),
    }),
  });
}

/** One joint meeting (联席会议) with what it resolved. */
export function planMeeting(source: SourceRow<"meetings">, ctx: PlanContext): PlannedRow {
  const { cells } = source.row;
  return planDated(source, ctx, {
    day: ["heldOn", cells.heldOn],
    what: ["title", cells.title],
    known: "会议已记录",
    read: (draft, on, name) => {
      const resolution = draft.optional(cells.resolution, "resolution");
      return {
        // A meeting with several resolutions stands on several rows.
        key: factKey("meeting", on, name, resolution),
        effect: `记录 ${on} 会议`,
        write: () => {
          const completion = draft.optional(cells.completion, "completion");
          return {
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
          };
        },
      };
    },
  });
}

interface DatedRow<T> {
  readonly day: readonly [field: string, cell: ParsedCell<PlainDate> | undefined];
  /** What a row cannot do without beside its day. */
  readonly what: readonly [field: string, cell: ParsedCell<T> | undefined];
  /** What is said of a row that an earlier one recorded. */
  readonly known: string;
  readonly read: (
    draft: RowDraft,
    on: PlainDate,
    what: T,
  ) => {
    /** Rows of one key tell of one and the same thing. */
    readonly key: string;
    readonly effect: string;
    readonly write: () => Write;
  };
}

/** A row of the office's own ledgers: about no person, with a day that its ledger can hold, and recorded once. */
function planDated<T>(
  source: SourceRow,
  ctx: PlanContext,
  { day, what, known, read }: DatedRow<T>,
): PlannedRow {
  const draft = new RowDraft(source);
  const [dayField, dayCell] = day;
  const [whatField, whatCell] = what;
  const on = draft.required(dayCell, dayField);
  const told = draft.required(whatCell, whatField);
  holdDayBeyondLedger(draft, dayField, on, ctx.today);
  if (draft.isHeld || on === undefined || told === undefined) return draft.held();

  const { key, effect, write } = read(draft, on, told);
  const copy = findCopy(draft, key, "", dayField, ctx);
  if (draft.isHeld) return draft.held();
  return copy === "known" ? draft.matched(known) : draft.records("new", effect, [write()]);
}

function wholeOrNull(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}

import type { DecisionAction } from "@rehab/schema/imports";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { ParsedCell } from "@rehab/spreadsheet/parse-form";
import type { SourceRow } from "../source-row.ts";
import { cellsOf } from "../source-row.ts";
import { definitionOf } from "./issue-codes.ts";
import type { RowIssueCode } from "./issue-codes.ts";
import type { PlannedRow, RowIssue } from "./planned-row.ts";
import type { WorldPerson } from "./world-person.ts";
import type { Write } from "./writes.ts";

/** Collects what there is to say about a row while it is planned. */
export class RowDraft {
  readonly source: SourceRow;
  readonly issues: RowIssue[] = [];
  readonly #candidates = new Set<string>();
  readonly #accepted: boolean;

  constructor(source: SourceRow) {
    this.source = source;
    this.#accepted = source.decision?.action === "accept";
  }

  /** Says something without holding the row. */
  note(code: RowIssueCode, field?: string): void {
    this.#add(code, field, false, []);
  }

  /** Holds the row, unless a person accepted it and the issue can be accepted. */
  hold(
    code: RowIssueCode,
    field?: string,
    actions: readonly DecisionAction[] = definitionOf(code).actions,
  ): void {
    this.#add(code, field, !(this.#accepted && actions.includes("accept")), actions);
  }

  suggest(...people: readonly WorldPerson[]): void {
    for (const { id } of people) this.#candidates.add(id);
  }

  get isHeld(): boolean {
    return this.issues.some(({ holds }) => holds);
  }

  /** The value of a cell that the row cannot do without; holds the row where there is none. */
  required<T>(
    cell: ParsedCell<T> | undefined,
    field: string,
    whenMissing: RowIssueCode = "value_missing",
  ): T | undefined {
    const code = cell?.issue?.code;
    if (code !== undefined && code !== "value_missing") {
      this.hold(code, field);
      return code === "name_unreadable" ? cell?.value : undefined;
    }
    if (cell?.value === undefined) this.hold(whenMissing, field);
    return cell?.value;
  }

  /** A value that may be missing; one that cannot be read is noted and left out. */
  optional<T>(cell: ParsedCell<T> | undefined, field: string): T | null {
    if (cell?.issue !== undefined && cell.issue.code !== "value_missing") {
      this.note(cell.issue.code, field);
      return null;
    }
    return cell?.value ?? null;
  }

  /** A day that may be missing; one that cannot be read is left out only when a person says so. */
  optionalDay(cell: ParsedCell<PlainDate> | undefined, field: string): PlainDate | null {
    if (cell?.issue !== undefined && cell.issue.code !== "value_missing") {
      this.hold(cell.issue.code, field, ["accept"]);
      return null;
    }
    return cell?.value ?? null;
  }

  held(): PlannedRow {
    const isWaiting = this.issues.some(({ code }) => code === "waits_for_row");
    return this.#planned(isWaiting ? "waiting" : "held", {
      effect: isWaiting ? "等所属人员的那一行决定" : "等待决定",
    });
  }

  matched(effect: string, person: WorldPerson | null = null): PlannedRow {
    return this.#planned("matched", { effect, person });
  }

  records(
    verdict: "new" | "changed",
    effect: string,
    writes: readonly Write[],
    person: WorldPerson | null = null,
  ): PlannedRow {
    return this.#planned(verdict, { effect, writes, person });
  }

  #planned(
    verdict: PlannedRow["verdict"],
    {
      effect,
      writes = [],
      person = null,
    }: { effect: string; writes?: readonly Write[]; person?: WorldPerson | null },
  ): PlannedRow {
    return {
      source: this.source,
      verdict,
      effect,
      issues: this.issues,
      candidates: [...this.#candidates],
      enrolleeId: person?.id ?? null,
      writes,
      earlier: null,
      closes: null,
    };
  }

  #add(
    code: RowIssueCode,
    field: string | undefined,
    holds: boolean,
    actions: readonly DecisionAction[],
  ): void {
    const cell = field === undefined ? undefined : cellsOf(this.source.row)[field];
    const text = cell?.issue?.code === code ? cell.issue.sentence : definitionOf(code).zh;
    this.issues.push({ code, cell: cell?.address ?? null, field: field ?? null, text, holds, actions });
  }
}

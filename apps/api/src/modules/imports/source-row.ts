import type { HandoffSource } from "@rehab/domain/handoff/handoff-record";
import type { DecisionAction } from "@rehab/schema/imports";
import type { FormKind } from "@rehab/spreadsheet/forms/forms";
import type { ParsedCell, ParsedRow } from "@rehab/spreadsheet/parse-form";
import type { TitleFacts } from "@rehab/spreadsheet/title-facts";

/** A recognised sheet, as far as its rows depend on it. */
export interface SourceFile {
  readonly id: string;
  readonly name: string;
  readonly kind: FormKind;
  readonly facts: TitleFacts;
  /** The paper says that there was nobody to hand over. */
  readonly isZeroList: boolean;
  /** Data rows on the paper. */
  readonly listed: number;
  /** The year that a ledger covers, from its title or from nearly all of its dates. */
  readonly ledgerYear: number | null;
}

/** Values that a person set right on a row. */
export interface RowCorrections {
  readonly name?: string | undefined;
  readonly idNumber?: string | undefined;
  readonly receivedOn?: string | undefined;
  readonly happenedOn?: string | undefined;
  readonly township?: string | undefined;
}

export interface RowDecision {
  /** Null where a value was set right, which raised another question that is still open. */
  readonly action: DecisionAction | null;
  readonly set?: RowCorrections | undefined;
}

/** What a person who typed a hand-off says beside the cells of its row. */
export interface TypedFacts {
  readonly source: Exclude<HandoffSource, "list">;
  /** Somebody on the books whom a person recognised. */
  readonly enrolleeId: string | null;
  readonly deductedDays: number;
}

interface SourceRowOf<Kind extends FormKind> {
  readonly id: string;
  readonly batchId: string;
  readonly file: SourceFile;
  readonly kind: Kind;
  readonly row: ParsedRow<Kind>;
  readonly decision: RowDecision | null;
  /** Only of a hand-off that was typed outside a list. */
  readonly typed?: TypedFacts;
}

/** One data row of a file, typed by its kind. */
export type SourceRow<Kind extends FormKind = FormKind> = { [K in Kind]: SourceRowOf<K> }[Kind];

/** What `import_row.cells_cipher` holds. */
export type StoredCells = Pick<ParsedRow<FormKind>, "cells" | "extra">;

/** The cells of a row whatever its kind. */
export function cellsOf(
  row: Pick<ParsedRow<FormKind>, "cells">,
): Readonly<Record<string, ParsedCell<unknown>>> {
  return row.cells;
}

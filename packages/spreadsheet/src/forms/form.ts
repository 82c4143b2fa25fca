import type { IdNumber, IdSex } from "@rehab/domain/identity/id-number";
import type { PlainDate } from "@rehab/domain/time/plain-date";

import type { Choice, CHOICES } from "../values/choices.ts";

/** What a cell of each column type becomes. */
export interface ColumnValues {
  text: string;
  name: string;
  id_number: IdNumber;
  order_number: string;
  phone: string;
  date: PlainDate;
  number: number;
  /** Yuan, at most two decimals. */
  money: number;
  list: readonly string[];
  sex: IdSex;
  measure: Choice<typeof CHOICES.measure>;
  risk: Choice<typeof CHOICES.risk>;
  test_method: Choice<typeof CHOICES.test_method>;
  test_result: Choice<typeof CHOICES.test_result>;
  visit_method: Choice<typeof CHOICES.visit_method>;
  status_change: Choice<typeof CHOICES.status_change>;
  completion: Choice<typeof CHOICES.completion>;
}

export type ColumnType = keyof ColumnValues;

/** One column of a paper form. */
export interface Column {
  readonly field: string;
  readonly type: ColumnType;
  /** The header that exports and messages use. */
  readonly label: string;
  /** The column must be in the file and its cells filled. */
  readonly required?: true;
  /** Other headers that counties give the column. */
  readonly synonyms: readonly string[];
}

/** One kind of paper that a county keeps. */
export interface Form {
  readonly label: string;
  /** Words of a title, sheet name or file name that speak for this kind. */
  readonly titleHints: readonly string[];
  /** In order of precedence where two columns share a synonym. */
  readonly columns: readonly Column[];
}

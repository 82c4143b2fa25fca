import type { ColumnValues, Form } from "./form.ts";
import { FUNDS, MEETINGS, PUBLICITY, STATIONS_STAFF } from "./office-forms.ts";
import { HANDOFF_LIST, REGISTER, REPORT_INS } from "./people-forms.ts";
import { LEAVES, STATUS_CHANGES, TESTS, VISITS } from "./supervision-forms.ts";

/** Every kind of paper that can be imported, in the order in which an import must run. */
export const FORMS = {
  stations_staff: STATIONS_STAFF,
  register: REGISTER,
  handoff_list: HANDOFF_LIST,
  report_ins: REPORT_INS,
  status_changes: STATUS_CHANGES,
  tests: TESTS,
  visits: VISITS,
  leaves: LEAVES,
  funds: FUNDS,
  publicity: PUBLICITY,
  meetings: MEETINGS,
} as const satisfies Record<string, Form>;

export type FormKind = keyof typeof FORMS;

export const FORM_KINDS = Object.keys(FORMS) as readonly FormKind[];

type ColumnOf<Kind extends FormKind> = (typeof FORMS)[Kind]["columns"][number];

/** The field names of one kind, such as `testedOn` of `tests`. */
export type FieldOf<Kind extends FormKind> = ColumnOf<Kind>["field"];

/** The type of a field's value in one kind. */
export type ValueOf<Kind extends FormKind, Field extends FieldOf<Kind>> = ColumnValues[Extract<
  ColumnOf<Kind>,
  { readonly field: Field }
>["type"]];

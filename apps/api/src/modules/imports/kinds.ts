import { FORMS, FORM_KINDS } from "@rehab/spreadsheet/forms/forms";
import type { FormKind } from "@rehab/spreadsheet/forms/forms";

/** Kinds in the order in which they must run: what others refer to comes first. */
export function importOrder(kind: FormKind): number {
  return FORM_KINDS.indexOf(kind);
}

/** Chinese name of a kind, as the screen says it. */
export function kindLabelOf(kind: FormKind): string {
  return FORMS[kind].label;
}

import type { IdNumber } from "@rehab/domain/identity/id-number";
import type { ParsedCell } from "@rehab/spreadsheet/parse-form";
import type { PlanContext } from "./plan-context.ts";
import type { RowDraft } from "./row-draft.ts";
import type { WorldPerson } from "./world-person.ts";
import type { Write } from "./writes.ts";

interface Cells {
  readonly name?: ParsedCell<string>;
  readonly idNumber?: ParsedCell<IdNumber>;
}

/** Holds a row whose order is known, when name or number say that it is about somebody else. */
export function holdOtherPerson(draft: RowDraft, cells: Cells, person: WorldPerson, ctx: PlanContext): void {
  const { people } = ctx.world;
  const name = cells.name?.value;
  const idNumber = cells.idNumber?.value;
  if (name !== undefined && name !== person.name) {
    draft.hold("order_of_other", "name");
    draft.suggest(person, ...people.named(name));
  } else if (idNumber !== undefined && person.idKey !== null && people.idKeyOf(idNumber) !== person.idKey) {
    draft.hold("name_id_mismatch", "idNumber");
    draft.suggest(person);
  }
}

/** The number of a person who was taken over without one, now that a paper with the same order has it. */
export function completeIdNumber(
  draft: RowDraft,
  idNumber: IdNumber | undefined,
  person: WorldPerson,
  ctx: PlanContext,
): Write[] {
  const { people } = ctx.world;
  if (idNumber === undefined || person.idKey !== null) return [];
  const owner = people.findByIdNumber(idNumber);
  if (owner !== undefined) {
    draft.hold("name_id_mismatch", "idNumber");
    draft.suggest(person, owner);
    return [];
  }
  return people.change(person, { idNumber, provisional: false });
}

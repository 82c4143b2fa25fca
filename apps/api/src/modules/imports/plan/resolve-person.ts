import type { IdNumber } from "@rehab/domain/identity/id-number";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { PersonCells } from "./person-cells.ts";
import type { PlanContext } from "./plan-context.ts";
import type { RowDraft } from "./row-draft.ts";
import type { WorldPerson } from "./world-person.ts";
import { endOf } from "./world-person.ts";

export interface ResolvedPerson {
  readonly name: string | undefined;
  /** Undefined for a provisional person, and while the number is wrong. */
  readonly idNumber: IdNumber | undefined;
  /** Somebody who is known already. */
  readonly known: WorldPerson | undefined;
}

/**
 * Whom a row with a new order is about. Holds the row where number or name leave a doubt that only a person can
 * settle: no number, a wrong one, one of somebody else, an earlier enrollee.
 */
export function resolvePerson(
  draft: RowDraft,
  cells: PersonCells,
  receivedOn: PlainDate | undefined,
  ctx: PlanContext,
): ResolvedPerson {
  const { people } = ctx.world;
  const name = draft.required(cells.name, "name");
  const idNumber = readIdCell(draft, cells.idNumber);
  const byNumber = idNumber === undefined ? undefined : people.findByIdNumber(idNumber);
  const recognised = findRecognised(draft, ctx);
  const known = recognised ?? byNumber;
  if (known === undefined) {
    if (idNumber === undefined && name !== undefined) draft.suggest(...people.named(name));
    return { name, idNumber, known };
  }
  const isOther = recognised !== undefined && isNumberOfOther(recognised, idNumber, byNumber, ctx);
  if (isOther || (name !== undefined && name !== known.name)) {
    draft.hold("name_id_mismatch", "idNumber");
    draft.suggest(known, ...people.named(name ?? known.name));
  } else {
    draft.hold(
      hasLiveCase(known, idNumber, receivedOn, ctx) ? "two_live_orders" : "returning_person",
      "idNumber",
    );
    draft.suggest(known);
  }
  return { name, idNumber, known };
}

/** The person whom somebody recognised when the hand-off was typed. */
function findRecognised({ source }: RowDraft, { world: { people } }: PlanContext): WorldPerson | undefined {
  const id = source.typed?.enrolleeId ?? null;
  return id === null ? undefined : people.findById(id);
}

function isNumberOfOther(
  recognised: WorldPerson,
  idNumber: IdNumber | undefined,
  byNumber: WorldPerson | undefined,
  { world: { people } }: PlanContext,
): boolean {
  if (idNumber === undefined) return false;
  if (byNumber !== undefined) return byNumber !== recognised;
  return recognised.idKey !== null && recognised.idKey !== people.idKeyOf(idNumber);
}

/** Holds a newcomer of whose name somebody with another number is on the books already. */
export function holdSameName(
  draft: RowDraft,
  { name, idNumber, known }: ResolvedPerson,
  ctx: PlanContext,
): void {
  if (name === undefined || idNumber === undefined || known !== undefined) return;
  const namesakes = ctx.world.people.named(name);
  if (namesakes.length === 0) return;
  draft.hold("same_name", "name");
  draft.suggest(...namesakes);
}

function readIdCell(draft: RowDraft, cell: PersonCells["idNumber"]): IdNumber | undefined {
  const code = cell?.issue?.code;
  if (cell === undefined || (cell.value === undefined && code === undefined)) {
    draft.hold("missing_id", "idNumber");
    return undefined;
  }
  if (code !== undefined) draft.hold(code, "idNumber");
  return cell.value;
}

function hasLiveCase(
  person: WorldPerson,
  idNumber: IdNumber | undefined,
  receivedOn: PlainDate | undefined,
  { today, endsInFiles }: PlanContext,
): boolean {
  const day = receivedOn ?? today;
  const endsOnPaper = endsInFiles.get(idNumber ?? "") ?? [];
  return person.cases.some((record) => {
    const end = endOf(record)?.on;
    if (end !== undefined) return end > day;
    return !endsOnPaper.some((on) => on <= day && on >= (record.receivedOn ?? on));
  });
}

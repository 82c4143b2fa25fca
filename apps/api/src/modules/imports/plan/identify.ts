import type { IdNumber } from "@rehab/domain/identity/id-number";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { ParsedCell } from "@rehab/spreadsheet/parse-form";
import { completeIdNumber, holdOtherPerson } from "./known-order.ts";
import type { PlanContext } from "./plan-context.ts";
import type { RowDraft } from "./row-draft.ts";
import type { WorldCase, WorldPerson } from "./world-person.ts";
import { caseOn } from "./world-person.ts";
import type { Write } from "./writes.ts";

/** The columns by which a ledger names a person. */
export interface NamingCells {
  readonly name?: ParsedCell<string>;
  readonly idNumber?: ParsedCell<IdNumber>;
  readonly orderNumber?: ParsedCell<string>;
}

export interface IdentifiedCase {
  readonly person: WorldPerson;
  readonly record: WorldCase;
  /** What naming the person completes: a number that was missing. */
  readonly writes: readonly Write[];
}

/**
 * The case that a ledger row tells about: by order number, else by ID number together with the name, else by the
 * name of the only person whom it can mean. Undefined and held where that leaves a doubt.
 */
export function identify(
  draft: RowDraft,
  cells: NamingCells,
  on: PlainDate | undefined,
  ctx: PlanContext,
): IdentifiedCase | undefined {
  const { people, waiting } = ctx.world;
  const name = cells.name?.value;
  const idNumber = cells.idNumber?.value;
  const orderNumber = cells.orderNumber?.value;
  const byOrder = orderNumber === undefined ? undefined : people.findByOrder(orderNumber);
  if (byOrder !== undefined) {
    holdOtherPerson(draft, cells, byOrder.person, ctx);
    const writes = draft.isHeld ? [] : completeIdNumber(draft, idNumber, byOrder.person, ctx);
    return draft.isHeld ? undefined : { ...byOrder, writes };
  }

  const byNumber = idNumber === undefined ? undefined : people.findByIdNumber(idNumber);
  if (waiting.has({ name, idNumber, orderNumber, isKnown: byNumber !== undefined }, on)) {
    draft.hold("waits_for_row", "name");
    return undefined;
  }
  const found =
    idNumber === undefined
      ? findByName(draft, cells, ctx)
      : findByNumber(draft, name, idNumber, byNumber, ctx);
  if (found === undefined || on === undefined) return undefined;
  const record = caseOn(found.person, on);
  if (record === undefined) draft.hold("before_case");
  return record === undefined ? undefined : { ...found, record };
}

interface Found {
  readonly person: WorldPerson;
  readonly writes: readonly Write[];
}

function findByNumber(
  draft: RowDraft,
  name: string | undefined,
  idNumber: IdNumber,
  person: WorldPerson | undefined,
  ctx: PlanContext,
): Found | undefined {
  const { people } = ctx.world;
  const namesakes = name === undefined ? [] : people.named(name);
  if (person !== undefined) {
    if (name === undefined || name === person.name) return { person, writes: [] };
    draft.hold("name_id_mismatch", "idNumber");
    draft.suggest(person, ...namesakes);
    return undefined;
  }
  const provisional = namesakes.filter(({ idKey }) => idKey === null);
  const [only] = provisional;
  draft.suggest(...namesakes);
  if (only === undefined || provisional.length > 1) {
    draft.hold("unknown_person", "idNumber");
    return undefined;
  }
  draft.hold("provisional_person", "idNumber");
  return draft.isHeld
    ? undefined
    : { person: only, writes: people.change(only, { idNumber, provisional: false }) };
}

function findByName(draft: RowDraft, cells: NamingCells, ctx: PlanContext): Found | undefined {
  const name = cells.name?.value;
  const namesakes = name === undefined ? [] : ctx.world.people.named(name);
  const code = cells.idNumber?.issue?.code;
  draft.suggest(...namesakes);
  if (name === undefined) {
    draft.hold("unknown_person", "name");
    return undefined;
  }
  if (code !== undefined && code !== "missing_id") {
    draft.hold(code, "idNumber", ["correct"]);
    return undefined;
  }
  const provisional = namesakes.filter(({ idKey }) => idKey === null);
  const isOnlyOne = namesakes.length === 1;
  const [person] = provisional.length === 1 ? provisional : namesakes;
  if (person === undefined) {
    draft.hold("unknown_person", "name");
    return undefined;
  }
  if (provisional.length === 1 && isOnlyOne) return { person, writes: [] };
  const hasNoNumbers = cells.idNumber === undefined;
  if (hasNoNumbers && isOnlyOne) draft.note("matched_by_name", "name");
  else draft.hold("missing_id", "idNumber", isOnlyOne ? ["accept", "correct"] : ["correct"]);
  return draft.isHeld ? undefined : { person, writes: [] };
}

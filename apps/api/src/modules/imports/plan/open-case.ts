import type { HandoffSource } from "@rehab/domain/handoff/handoff-record";
import type { Measure } from "@rehab/domain/supervision/measure";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { ParsedCell } from "@rehab/spreadsheet/parse-form";
import type { Place } from "./find-place.ts";
import { factKey } from "./known-facts.ts";
import type { Order } from "./order-cells.ts";
import type { PlanContext } from "./plan-context.ts";
import type { ResolvedPerson } from "./resolve-person.ts";
import type { RowDraft } from "./row-draft.ts";
import type { WorldCase, WorldPerson } from "./world-person.ts";
import type { Write } from "./writes.ts";

/** What a row must tell to open a case: an order with its day of receipt, whose it is, and where it is carried out. */
export interface CaseOpening {
  readonly order: Order & { readonly measure: Measure; readonly receivedOn: PlainDate };
  readonly orderNumber: string | null;
  readonly resolved: ResolvedPerson & { readonly name: string };
  readonly place: Place;
}

/**
 * The opening that a row tells; undefined when something is missing or held. What other rows tell about its person
 * waits then.
 */
export function readOpening(
  draft: RowDraft,
  told: {
    readonly order: Order;
    readonly orderNumber: string | null;
    readonly resolved: ResolvedPerson;
    readonly place: Place | undefined;
  },
  ctx: PlanContext,
): CaseOpening | undefined {
  const { order, orderNumber, resolved, place } = told;
  const { measure, receivedOn } = order;
  const { name, idNumber = null } = resolved;
  if (
    draft.isHeld ||
    measure === undefined ||
    receivedOn === undefined ||
    place === undefined ||
    name === undefined
  ) {
    ctx.world.waiting.add({ name: name ?? null, idNumber, orderNumber, receivedOn: receivedOn ?? null });
    return undefined;
  }
  return {
    order: { ...order, measure, receivedOn },
    orderNumber,
    resolved: { ...resolved, name },
    place,
  };
}

/** What a paper tells about the order that opens a case. */
interface OpenedOrder {
  readonly measure: Measure;
  readonly orderNumber: string | null;
  readonly orderOrgan: string | null;
  readonly orderedOn: PlainDate | null;
  readonly receivedOn: PlainDate;
  readonly handedOffOn: PlainDate | null;
  readonly termMonths: number;
  readonly drug: string | null;
  readonly policeStation: string | null;
  /** Days served in 强制隔离戒毒 that shorten the term. */
  readonly deductedDays: number;
  /** How the case came from the police; null for one that a register had already. */
  readonly handoffSource: HandoffSource | null;
}

/** The cells about an order that every paper which opens a case has. */
interface OrderedCells {
  readonly drug?: ParsedCell<string>;
  readonly policeStation?: ParsedCell<string>;
}

/** What only the paper of the police tells: who ordered, when and how it came, and what was served before. */
type HandedOver = Pick<OpenedOrder, "orderOrgan" | "handedOffOn" | "handoffSource" | "deductedDays">;

const notHandedOver: HandedOver = {
  orderOrgan: null,
  handedOffOn: null,
  handoffSource: null,
  deductedDays: 0,
};

/**
 * Opens a case for a person. The same order twice in one file is a doubled row. A case that the police hand over is
 * assigned to the person's station with it.
 */
export function openCase(
  draft: RowDraft,
  cells: OrderedCells,
  {
    person,
    opening,
    handedOver = notHandedOver,
  }: {
    readonly person: WorldPerson;
    readonly opening: CaseOpening;
    readonly handedOver?: HandedOver;
  },
  ctx: PlanContext,
): { readonly record: WorldCase; readonly writes: Write[] } {
  const { measure, receivedOn, orderedOn, termMonths } = opening.order;
  const { orderNumber } = opening;
  const { handedOffOn } = handedOver;
  const order: OpenedOrder = {
    measure,
    orderNumber,
    receivedOn,
    orderedOn,
    termMonths,
    drug: draft.optional(cells.drug, "drug"),
    policeStation: draft.optional(cells.policeStation, "policeStation"),
    ...handedOver,
  };
  const record: WorldCase = {
    id: ctx.newId(),
    sequence: Math.max(0, ...person.cases.map(({ sequence }) => sequence)) + 1,
    measure,
    orderNumber,
    receivedOn,
    handedOffOn,
    orderedOn,
    events: [],
  };
  const factKind = order.handoffSource === null ? "register" : "handoff";
  ctx.world.people.addCase(person, record);
  ctx.world.facts.add(factKey(factKind, record.id), { fileId: draft.source.file.id, detail: "" });
  const writes: Write[] = [{ op: "add_case", ...order, id: record.id, sequence: record.sequence, person }];
  if (order.handoffSource !== null) {
    writes.push({
      op: "add_event",
      person,
      caseId: record.id,
      kind: "assigned",
      happenedOn: handedOffOn ?? receivedOn,
      ground: null,
      reason: null,
      note: null,
    });
  }
  return { record, writes };
}

import type { HandoffSource } from "@rehab/domain/handoff/handoff-record";
import type { Measure } from "@rehab/domain/supervision/measure";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { SourceRow } from "../source-row.ts";
import { factKey } from "./known-facts.ts";
import type { PlanContext } from "./plan-context.ts";
import type { WorldCase, WorldPerson } from "./world-person.ts";
import type { Write } from "./writes.ts";

/** What a paper tells about the order that opens a case. */
export interface OpenedOrder {
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

/**
 * Opens a case for a person. `factKind` is the kind of paper: the same order twice in one file is a doubled row.
 * A case that the police hand over is assigned to the person's station with it.
 */
export function openCase(
  source: SourceRow,
  person: WorldPerson,
  order: OpenedOrder,
  factKind: "handoff" | "register",
  ctx: PlanContext,
): { readonly record: WorldCase; readonly writes: Write[] } {
  const { measure, orderNumber, receivedOn, handedOffOn, orderedOn } = order;
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
  ctx.world.people.addCase(person, record);
  ctx.world.facts.add(factKey(factKind, record.id), { fileId: source.file.id, detail: "" });
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

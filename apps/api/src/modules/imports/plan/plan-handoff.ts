import { zhOf } from "@rehab/domain/code-list";
import { reportDeadline } from "@rehab/domain/report-in/report-deadline";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { SourceRow } from "../source-row.ts";
import { findCheckOfList } from "./check-of-list.ts";
import { findPlace } from "./find-place.ts";
import { factKey } from "./known-facts.ts";
import { completeIdNumber, holdOtherPerson } from "./known-order.ts";
import { openCase, readOpening } from "./open-case.ts";
import type { CaseOpening } from "./open-case.ts";
import { readOrder } from "./order-cells.ts";
import type { Order } from "./order-cells.ts";
import { addPerson, findCaseworker, formerNamesIn, personFieldsOf } from "./person-cells.ts";
import type { PlanContext } from "./plan-context.ts";
import type { PlannedRow } from "./planned-row.ts";
import { holdSameName, resolvePerson } from "./resolve-person.ts";
import { RowDraft } from "./row-draft.ts";
import type { WorldCase, WorldPerson } from "./world-person.ts";
import type { Write } from "./writes.ts";

type HandoffRow = SourceRow<"handoff_list">;
type HandoffCells = HandoffRow["row"]["cells"];

/** One person whom the police hand over: opens a case, for a new person or one who was here before. */
export function planHandoff(source: HandoffRow, ctx: PlanContext): PlannedRow {
  const draft = new RowDraft(source);
  const { cells } = source.row;
  const check = findCheckOfList(source.file.facts);
  const checkedOn = cells.handedOffOn?.value ?? check?.on ?? null;
  const orderNumber = draft.required(cells.orderNumber, "orderNumber", "missing_order_number") ?? null;
  const known = orderNumber === null ? undefined : ctx.world.people.findByOrder(orderNumber);
  if (known !== undefined) return planKnownOrder(draft, cells, known, checkedOn, ctx);

  const order = readOrder(draft, cells, ctx);
  const resolved = resolvePerson(draft, cells, order.receivedOn, ctx);
  holdSameName(draft, resolved, ctx);
  const place = findPlace(draft, cells, ctx.world.structure);
  // A case that another county carried was not handed over late.
  if (source.typed?.source !== "transfer") {
    holdLateHandoff(draft, cells, order, check?.isDayKnown === false ? null : checkedOn, ctx);
  }

  const opening = readOpening(draft, { order, orderNumber, resolved, place }, ctx);
  if (opening === undefined) return draft.held();
  const { person, writes } = takeOver(draft, cells, opening, ctx);
  const handedOver = {
    orderOrgan: draft.optional(cells.policeUnit, "policeUnit"),
    handedOffOn: checkedOn,
    handoffSource: source.typed?.source ?? ("list" as const),
    deductedDays: source.typed?.deductedDays ?? 0,
  };
  writes.push(...openCase(draft, cells, { person, opening, handedOver }, ctx).writes);
  const { measure, receivedOn } = opening.order;
  const due = reportDeadline({ measure, receivedOn }, ctx.law).date;
  const who = resolved.known === undefined ? "新增人员并建立案件" : "为原有人员建立新的案件";
  const station = ctx.world.structure.stationName(opening.place.stationId);
  return draft.records(
    "new",
    `${who}：${zhOf(MEASURES, measure)}，${receivedOn} 送达，应于 ${due} 前报到，由${station}承办`,
    writes,
    person,
  );
}

/** The same order again: on the same list it is known, on another one a person says that it is the same. */
function planKnownOrder(
  draft: RowDraft,
  cells: HandoffCells,
  { person, record }: { person: WorldPerson; record: WorldCase },
  checkedOn: PlainDate | null,
  ctx: PlanContext,
): PlannedRow {
  holdOtherPerson(draft, cells, person, ctx);
  const { facts } = ctx.world;
  const key = factKey("handoff", record.id);
  if (facts.find(key)?.fileId === draft.source.file.id) draft.hold("duplicate_row", "orderNumber");
  else if (record.handedOffOn !== null && record.handedOffOn !== checkedOn) {
    draft.hold("already_handed_off", "orderNumber");
    draft.suggest(person);
  }
  if (draft.isHeld) return draft.held();

  const writes: Write[] = completeIdNumber(draft, cells.idNumber?.value, person, ctx);
  if (draft.isHeld) return draft.held();
  if (record.handedOffOn === null && checkedOn !== null) {
    record.handedOffOn = checkedOn;
    writes.push({ op: "note_handoff", caseId: record.id, handedOffOn: checkedOn });
  }
  if (writes.length === 0) return draft.matched("决定书已在册", person);
  return draft.records("changed", "补充已有案件的移交日期或证件号", writes, person);
}

function holdLateHandoff(
  draft: RowDraft,
  cells: HandoffCells,
  { measure, receivedOn }: Order,
  checkedOn: PlainDate | null,
  ctx: PlanContext,
): void {
  if (measure === undefined || receivedOn === undefined) return;
  const due = reportDeadline({ measure, receivedOn }, ctx.law).date;
  if (checkedOn !== null && due < checkedOn) draft.hold("handed_off_after_deadline", "receivedOn");
  const printed = cells.reportDueOn?.value;
  if (printed !== undefined && printed !== due) draft.note("report_due_differs", "reportDueOn");
}

/** Takes the person on at a station, with what the list tells about them. */
function takeOver(
  draft: RowDraft,
  cells: HandoffCells,
  { resolved: { name, idNumber, known }, place }: CaseOpening,
  ctx: PlanContext,
): { person: WorldPerson; writes: Write[] } {
  const { village: _, ...told } = personFieldsOf(draft, cells, idNumber, ctx.today);
  const keepsCaseworker = known?.fields.stationId === place.stationId && known.fields.caseworkerId !== null;
  const caseworkerId = keepsCaseworker
    ? known.fields.caseworkerId
    : findCaseworker(draft, null, place.stationId, ctx).id;
  if (known === undefined) {
    const fields = { ...told, village: null, riskLevel: null, caseworkerId };
    const person = addPerson(ctx, name, fields, place);
    return { person, writes: [{ op: "add_person", person }, ...formerNamesIn(draft, cells, person)] };
  }
  const { phone, residence, registeredAddress } = told;
  const news = Object.fromEntries(
    Object.entries({ phone, residence, registeredAddress }).filter(([, value]) => value !== null),
  );
  ctx.world.structure.moveLoad(known.fields.caseworkerId, caseworkerId);
  const completed = completeIdNumber(draft, idNumber, known, ctx);
  const changed = ctx.world.people.change(known, { ...news, ...place, caseworkerId });
  return { person: known, writes: [...completed, ...changed, ...formerNamesIn(draft, cells, known)] };
}

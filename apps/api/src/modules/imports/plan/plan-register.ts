import { zhOf } from "@rehab/domain/code-list";
import { reportDeadline } from "@rehab/domain/report-in/report-deadline";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { SourceRow } from "../source-row.ts";
import { holdFutureDay } from "./check-day.ts";
import { findPlace } from "./find-place.ts";
import { factKey } from "./known-facts.ts";
import { completeIdNumber, holdOtherPerson } from "./known-order.ts";
import { openCase, readOpening } from "./open-case.ts";
import { readOrder } from "./order-cells.ts";
import { addPerson, findCaseworker, formerNamesIn, missingOf, personFieldsOf } from "./person-cells.ts";
import type { PlanContext } from "./plan-context.ts";
import type { PlannedRow } from "./planned-row.ts";
import { recordReport } from "./record-event.ts";
import { resolvePerson } from "./resolve-person.ts";
import { RowDraft } from "./row-draft.ts";
import type { WorldCase, WorldPerson } from "./world-person.ts";
import type { Write } from "./writes.ts";

type RegisterRow = SourceRow<"register">;
type RegisterCells = RegisterRow["row"]["cells"];

/** One line of the register: the person with case, report-in, agreement, risk level and caseworker. */
export function planRegister(source: RegisterRow, ctx: PlanContext): PlannedRow {
  const draft = new RowDraft(source);
  const { cells } = source.row;
  const orderNumber = draft.optional(cells.orderNumber, "orderNumber");
  const known = findKnownCase(cells, orderNumber, ctx);
  if (known !== undefined) return planKnownCase(draft, cells, known, ctx);

  const order = readOrder(draft, cells, ctx);
  const resolved = resolvePerson(draft, cells, order.receivedOn, ctx);
  const place = findPlace(draft, cells, ctx.world.structure);
  const reported = readReport(draft, cells, order.receivedOn, ctx);
  const opening = readOpening(draft, { order, orderNumber, resolved, place }, ctx);
  if (opening === undefined) return draft.held();

  const caseworker = findCaseworker(
    draft,
    draft.optional(cells.caseworker, "caseworker"),
    opening.place.stationId,
    ctx,
  );
  const fields = {
    ...personFieldsOf(draft, cells, resolved.idNumber, ctx.today),
    riskLevel: draft.optional(cells.risk, "risk"),
    caseworkerId: caseworker.id,
  };
  const person = resolved.known ?? addPerson(ctx, opening.resolved.name, fields, opening.place);
  const writes: Write[] = resolved.known === undefined ? [{ op: "add_person", person }] : [];
  writes.push(...formerNamesIn(draft, cells, person));
  const { record, writes: opened } = openCase(draft, cells, { person, opening }, ctx);
  writes.push(...opened, ...recordReport(draft, person, record, reported));
  const report = reported.reportedOn === null ? "尚未报到" : `${reported.reportedOn} 报到`;
  const assigned = caseworker.isAssigned ? "，专干按名下人数最少指派" : "";
  return draft.records(
    "new",
    `新增人员并建立案件：${zhOf(MEASURES, opening.order.measure)}，${opening.order.receivedOn} 送达，${report}${assigned}`,
    writes,
    person,
  );
}

function findKnownCase(
  cells: RegisterCells,
  orderNumber: string | null,
  { world: { people } }: PlanContext,
): { person: WorldPerson; record: WorldCase } | undefined {
  if (orderNumber !== null) return people.findByOrder(orderNumber);
  // Without an order number the same person with the same day of receipt is the same case.
  const person =
    cells.idNumber?.value === undefined ? undefined : people.findByIdNumber(cells.idNumber.value);
  const record = person?.cases.find(
    ({ receivedOn }) => receivedOn !== null && receivedOn === cells.receivedOn?.value,
  );
  return person === undefined || record === undefined ? undefined : { person, record };
}

function planKnownCase(
  draft: RowDraft,
  cells: RegisterCells,
  { person, record }: { person: WorldPerson; record: WorldCase },
  ctx: PlanContext,
): PlannedRow {
  const { facts, people } = ctx.world;
  holdOtherPerson(draft, cells, person, ctx);
  const key = factKey("register", record.id);
  if (facts.find(key)?.fileId === draft.source.file.id) draft.hold("duplicate_row", "orderNumber");
  const reported = readReport(draft, cells, record.receivedOn ?? undefined, ctx);
  if (draft.isHeld) return draft.held();

  const writes: Write[] = [
    ...completeIdNumber(draft, cells.idNumber?.value, person, ctx),
    ...recordReport(draft, person, record, reported),
  ];
  if (draft.isHeld) return draft.held();
  const told = personFieldsOf(draft, cells, cells.idNumber?.value, ctx.today);
  const { idNumber: _id, provisional: _provisional, ...others } = told;
  const riskLevel = draft.optional(cells.risk, "risk");
  writes.push(...people.change(person, missingOf(person, { ...others, riskLevel })));
  facts.add(key, { fileId: draft.source.file.id, detail: "" });
  if (writes.length === 0) return draft.matched("人员和案件已在册", person);
  return draft.records("changed", "补充已有人员缺少的内容", writes, person);
}

function readReport(
  draft: RowDraft,
  cells: RegisterCells,
  receivedOn: PlainDate | undefined,
  ctx: PlanContext,
): { reportedOn: PlainDate | null; agreementSignedOn: PlainDate | null } {
  const reportedOn = draft.optionalDay(cells.reportedOn, "reportedOn");
  const agreementSignedOn = draft.optionalDay(cells.agreementSignedOn, "agreementSignedOn");
  holdFutureDay(draft, "reportedOn", reportedOn, ctx.today);
  holdFutureDay(draft, "agreementSignedOn", agreementSignedOn, ctx.today);
  if (receivedOn !== undefined && reportedOn !== null && reportedOn < receivedOn) {
    draft.hold("dates_reversed", "reportedOn", ["accept"]);
  }
  const measure = cells.measure?.value;
  const printed = cells.reportDueOn?.value;
  if (receivedOn !== undefined && measure !== undefined && printed !== undefined) {
    const due = reportDeadline({ measure, receivedOn }, ctx.law).date;
    if (printed !== due) draft.note("report_due_differs", "reportDueOn");
  }
  return { reportedOn, agreementSignedOn };
}

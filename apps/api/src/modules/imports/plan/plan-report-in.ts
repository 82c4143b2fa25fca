import type { SourceRow } from "../source-row.ts";
import { holdFutureDay } from "./check-day.ts";
import { identify } from "./identify.ts";
import { factKey } from "./known-facts.ts";
import type { PlanContext } from "./plan-context.ts";
import type { PlannedRow } from "./planned-row.ts";
import { recordReport } from "./record-event.ts";
import { RowDraft } from "./row-draft.ts";
import type { PersonFields, WorldPerson } from "./world-person.ts";
import type { Write } from "./writes.ts";

type ReportRow = SourceRow<"report_ins">;

/** Report-in and agreement of a person who was handed over. */
export function planReportIn(source: ReportRow, ctx: PlanContext): PlannedRow {
  const draft = new RowDraft(source);
  const { cells } = source.row;
  const reportedOn = draft.required(cells.reportedOn, "reportedOn") ?? null;
  const agreementSignedOn = draft.optionalDay(cells.agreementSignedOn, "agreementSignedOn");
  holdFutureDay(draft, "reportedOn", reportedOn, ctx.today);
  holdFutureDay(draft, "agreementSignedOn", agreementSignedOn, ctx.today);
  const found = identify(draft, cells, reportedOn ?? undefined, ctx);
  if (found === undefined || draft.isHeld) return draft.held();

  const { person, record } = found;
  if (record.receivedOn !== null && reportedOn !== null && reportedOn < record.receivedOn) {
    draft.hold("dates_reversed", "reportedOn", ["accept"]);
  }
  const { facts } = ctx.world;
  const key = factKey("report", record.id);
  if (facts.find(key)?.fileId === source.file.id) draft.hold("duplicate_row", "reportedOn");
  if (draft.isHeld) return draft.held();
  const isNew = !record.events.some(({ kind }) => kind === "reported");
  const note = draft.optional(cells.notes, "notes");
  const writes: Write[] = recordReport(draft, person, record, { reportedOn, agreementSignedOn, note });
  if (draft.isHeld) return draft.held();
  facts.add(key, { fileId: source.file.id, detail: "" });
  writes.push(...found.writes);
  if (writes.length > 0) writes.push(...takeOnLedger(draft, source, person, isNew, ctx));
  if (writes.length === 0) return draft.matched("报到和协议已记录", person);
  return draft.records(
    isNew ? "new" : "changed",
    `${isNew ? `记录 ${reportedOn} 报到` : "补充"}${agreementSignedOn === null ? "" : `，${agreementSignedOn} 签订协议`}`,
    writes,
    person,
  );
}

/** The ledger of the report-in names caseworker and risk level; later ones are set elsewhere and stay. */
function takeOnLedger(
  draft: RowDraft,
  { row: { cells } }: ReportRow,
  person: WorldPerson,
  isNew: boolean,
  { world: { structure, people } }: PlanContext,
): Write[] {
  const named = draft.optional(cells.caseworker, "caseworker");
  const member = named === null ? undefined : structure.findStaff(named, person.fields.stationId);
  if (named !== null && member === undefined) draft.note("staff_unknown", "caseworker");
  const riskLevel = draft.optional(cells.risk, "risk");
  const set: Partial<PersonFields> = {};
  if (member !== undefined && (isNew || person.fields.caseworkerId === null)) {
    structure.moveLoad(person.fields.caseworkerId, member.id);
    set.caseworkerId = member.id;
  }
  if (riskLevel !== null && (isNew || person.fields.riskLevel === null)) set.riskLevel = riskLevel;
  return people.change(person, set);
}

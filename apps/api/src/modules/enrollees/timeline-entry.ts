import type { PlainDate } from "@rehab/domain/time/plain-date";
import { STATES_OF_MIND } from "@rehab/domain/visit/visit";
import type { TimelineEntry } from "@rehab/schema/enrollees";
import type { caseEvent, drugTest, leave, visit } from "../../db/schema/case-facts.ts";
import type { caseRecord } from "../../db/schema/enrollee.ts";
import type { PersonImport } from "../imports/person-imports.ts";
import { wordsOfDetails } from "./event-details.ts";

type Detail = TimelineEntry["details"][number];

/** A timeline entry before its recorder and source are named. */
export interface TimelineDraft extends Pick<TimelineEntry, "id" | "kind" | "code" | "details"> {
  readonly happenedOn: PlainDate;
  readonly provenance: Provenance;
}

export interface Provenance {
  readonly recordedAt: Date;
  readonly recordedBy: string | null;
  readonly importRowId: string | null;
  readonly annulledAt: Date | null;
  readonly annulmentReason: string | null;
}

/** Order, receipt and hand-off of a case. */
export function entriesOfCase(row: typeof caseRecord.$inferSelect): TimelineDraft[] {
  const order = detailsOf(["决定书文号", row.orderNumber], ["决定机关", row.orderOrgan]);
  const steps = [
    { kind: "ordered", happenedOn: row.orderedOn },
    { kind: "received", happenedOn: row.receivedOn },
    { kind: "handed_off", happenedOn: row.handedOffOn },
  ] as const;
  return steps.flatMap(({ kind, happenedOn }) =>
    happenedOn === null
      ? []
      : [{ id: `${row.id}-${kind}`, kind, happenedOn, code: row.measure, details: order, provenance: row }],
  );
}

export function entryOfEvent(row: typeof caseEvent.$inferSelect): TimelineDraft {
  return {
    id: row.id,
    kind: kindOfEvent(row.kind),
    happenedOn: row.happenedOn,
    code: row.kind,
    details: detailsOfEvent(row),
    provenance: row,
  };
}

/** What an event's form asked, why, and what was noted. */
export function detailsOfEvent(
  row: Pick<typeof caseEvent.$inferSelect, "kind" | "details" | "reason" | "note">,
): Detail[] {
  return detailsOf(...wordsOfDetails(row.kind, row.details), ["原因", row.reason], ["备注", row.note]);
}

export function entryOfTest(row: typeof drugTest.$inferSelect): TimelineDraft {
  const testers = [row.tester, row.secondTester].filter((name) => name !== null).join("、");
  return {
    id: row.id,
    kind: "test",
    happenedOn: row.happenedOn,
    code: row.result,
    details: detailsOf(["地点", row.place], ["检测人", testers], ["备注", row.note]),
    provenance: row,
  };
}

export function entryOfVisit(row: typeof visit.$inferSelect): TimelineDraft {
  return {
    id: row.id,
    kind: "visit",
    happenedOn: row.happenedOn,
    code: row.method,
    details: detailsOf(
      ["地点", row.place],
      ["思想状况", mindWord(row.stateOfMind)],
      ["内容", row.content],
      ["谈话人", row.interviewer],
      ["备注", row.note],
    ),
    provenance: row,
  };
}

/** A word of the list, or what was written. */
function mindWord(mind: string | null): string | null {
  return STATES_OF_MIND.find(({ code }) => code === mind)?.zh ?? mind;
}

/** Leaving, and coming back when that is known. */
export function entriesOfLeave(row: typeof leave.$inferSelect): TimelineDraft[] {
  const details = detailsOf(
    ["应返回", row.kind === "unreported" ? null : row.dueBackOn],
    ["目的地", row.destination],
    ["事由", row.reason],
    ["批准人", row.approver],
    ["备注", row.note],
  );
  const left: TimelineDraft = {
    id: row.id,
    kind: "leave",
    happenedOn: row.leftOn,
    code: row.kind,
    details,
    provenance: row,
  };
  if (row.returnedOn === null) return [left];
  const back: TimelineDraft = {
    id: `${row.id}-return`,
    kind: "leave_return",
    happenedOn: row.returnedOn,
    code: row.returnedOn > row.dueBackOn ? "late" : "in_time",
    details: detailsOf(["应返回", row.dueBackOn]),
    provenance: row,
  };
  return [left, back];
}

/** That a paper replaced contact details on file, with what stood there before. */
export function entriesOfImport(row: PersonImport): TimelineDraft[] {
  if (row.replaced.length === 0) return [];
  const provenance: Provenance = {
    recordedAt: row.appliedAt,
    recordedBy: row.recordedBy,
    importRowId: row.rowId,
    annulledAt: row.undone?.at ?? null,
    annulmentReason: row.undone?.reason ?? null,
  };
  return [
    {
      id: `${row.rowId}-details`,
      kind: "details_changed",
      happenedOn: row.happenedOn,
      code: null,
      details: [...row.replaced],
      provenance,
    },
  ];
}

const timelineKinds: Readonly<Record<string, TimelineEntry["kind"]>> = {
  assigned: "assignment",
  acknowledged: "assignment",
  station_returned: "assignment",
  returned_to_police: "assignment",
  reported: "report_in",
  transfer_reported: "report_in",
  notice_given: "intake_step",
  team_formed: "intake_step",
  plan_made: "intake_step",
  agreement_signed: "agreement",
};

function kindOfEvent(kind: string): TimelineEntry["kind"] {
  return timelineKinds[kind] ?? "status_change";
}

/** Labels with what is known. */
export function detailsOf(...pairs: readonly (readonly [label: string, value: string | null])[]): Detail[] {
  return pairs.flatMap(([label, value]) => (value === null || value === "" ? [] : [{ label, value }]));
}

import type { HandoffSource } from "@rehab/domain/handoff/handoff-record";
import type { CaseEventKind } from "@rehab/domain/supervision/case-event";
import type { TestMethod, TestResult } from "@rehab/domain/testing/drug-test";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { VisitMethod } from "@rehab/domain/visit/visit";
import type { PersonFields, WorldPerson } from "./world-person.ts";

/** Everything that a row records, as an operation; nothing here knows of tables. */
export type Write =
  | ({ readonly op: "add_station" } & StationDraft)
  | ({ readonly op: "add_township" } & TownshipDraft)
  | ({ readonly op: "add_staff" } & StaffDraft)
  /** The person is shared with the world: later rows of the batch still complete the fields. */
  | { readonly op: "add_person"; readonly person: WorldPerson }
  | { readonly op: "change_person"; readonly personId: string; readonly set: Partial<PersonFields> }
  | { readonly op: "add_former_name"; readonly person: WorldPerson; readonly name: string }
  | ({ readonly op: "add_case" } & CaseDraft)
  | { readonly op: "note_handoff"; readonly caseId: string; readonly handedOffOn: PlainDate }
  | ({ readonly op: "add_event" } & EventDraft)
  | ({ readonly op: "add_test" } & TestDraft)
  | ({ readonly op: "add_visit" } & VisitDraft)
  | ({ readonly op: "add_leave" } & LeaveDraft)
  | { readonly op: "close_leave"; readonly leaveId: string; readonly returnedOn: PlainDate }
  | { readonly op: "add_weekly_check"; readonly check: WeeklyCheckDraft }
  | { readonly op: "add_budget"; readonly budget: { readonly year: number; readonly amountFen: number } }
  | ({ readonly op: "add_expense" } & ExpenseDraft)
  | ({ readonly op: "add_publicity" } & PublicityDraft)
  | ({ readonly op: "add_meeting" } & MeetingDraft);

export interface StationDraft {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly position: number;
}

export interface TownshipDraft {
  readonly id: string;
  readonly name: string;
  readonly stationId: string;
}

export interface StaffDraft {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  /** Null for staff of the bureau itself. */
  readonly stationId: string | null;
  readonly position: number;
}

export interface CaseDraft {
  readonly id: string;
  readonly person: WorldPerson;
  readonly sequence: number;
  readonly measure: "community_detox" | "community_rehab";
  readonly orderNumber: string | null;
  readonly orderOrgan: string | null;
  readonly orderedOn: PlainDate | null;
  readonly receivedOn: PlainDate | null;
  readonly handedOffOn: PlainDate | null;
  readonly termMonths: number;
  readonly deductedDays: number;
  readonly drug: string | null;
  readonly policeStation: string | null;
  readonly handoffSource: HandoffSource | null;
}

interface FactDraft {
  readonly person: WorldPerson;
  readonly caseId: string;
}

export interface EventDraft extends FactDraft {
  readonly kind: CaseEventKind;
  readonly happenedOn: PlainDate;
  readonly ground: string | null;
  readonly reason: string | null;
  readonly note: string | null;
}

export interface TestDraft extends FactDraft {
  readonly method: TestMethod;
  readonly happenedOn: PlainDate;
  readonly place: string | null;
  readonly result: TestResult;
  readonly tester: string | null;
  readonly secondTester: string | null;
  readonly note: string | null;
}

export interface VisitDraft extends FactDraft {
  readonly happenedOn: PlainDate;
  readonly method: VisitMethod;
  readonly place: string | null;
  readonly stateOfMind: string | null;
  readonly content: string | null;
  readonly interviewer: string | null;
  readonly note: string | null;
}

export interface LeaveDraft extends FactDraft {
  readonly id: string;
  readonly leftOn: PlainDate;
  readonly dueBackOn: PlainDate;
  readonly returnedOn: PlainDate | null;
  readonly destination: string | null;
  readonly reason: string | null;
  readonly approver: string | null;
  readonly note: string | null;
}

export interface WeeklyCheckDraft {
  readonly year: number;
  readonly week: number;
  readonly checkedOn: PlainDate;
  readonly people: number;
}

export interface ExpenseDraft {
  readonly happenedOn: PlainDate;
  readonly category: string;
  readonly summary: string | null;
  readonly amountFen: number;
  readonly voucher: string | null;
  readonly handledBy: string | null;
  readonly note: string | null;
}

export interface PublicityDraft {
  readonly happenedOn: PlainDate;
  readonly name: string;
  readonly form: string | null;
  readonly place: string | null;
  readonly audience: number | null;
  readonly booklets: number | null;
  readonly boards: number | null;
  readonly vehicles: number | null;
  readonly note: string | null;
}

export interface MeetingDraft {
  readonly happenedOn: PlainDate;
  readonly name: string;
  readonly host: string | null;
  readonly attendees: string | null;
  readonly resolution: string | null;
  readonly responsible: string | null;
  readonly dueOn: PlainDate | null;
  readonly completion: string | null;
  readonly note: string | null;
}

import type { CaseEventKind } from "@rehab/domain/supervision/case-event";
import { CASE_END_KINDS } from "@rehab/domain/supervision/case-event";
import type { Measure } from "@rehab/domain/supervision/measure";
import type { PlainDate } from "@rehab/domain/time/plain-date";

/** What is known of a person beside the name. Null where nothing is known. */
export interface PersonFields {
  stationId: string;
  townshipId: string | null;
  village: string | null;
  sex: string | null;
  ethnicity: string | null;
  birthDate: PlainDate | null;
  /** Whole number where this import brought it; of stored people only that there is one. */
  idNumber: string | null;
  phone: string | null;
  registeredAddress: string | null;
  residence: string | null;
  riskLevel: string | null;
  caseworkerId: string | null;
  provisional: boolean;
}

export interface WorldEvent {
  readonly kind: CaseEventKind;
  readonly on: PlainDate;
}

export interface WorldCase {
  readonly id: string;
  readonly sequence: number;
  readonly measure: Measure;
  readonly orderNumber: string | null;
  readonly receivedOn: PlainDate | null;
  handedOffOn: PlainDate | null;
  readonly orderedOn: PlainDate | null;
  readonly events: WorldEvent[];
}

/** A person as the planner knows them: from the database, or from an earlier row. */
export interface WorldPerson {
  readonly id: string;
  readonly name: string;
  /** Keyed form of the ID number; null for a provisional person. */
  idKey: string | null;
  /** Not in the database yet: fields can still be set without a change being recorded. */
  readonly isNew: boolean;
  readonly fields: PersonFields;
  readonly cases: WorldCase[];
}

const ends: ReadonlySet<CaseEventKind> = new Set(CASE_END_KINDS);

/** The day on which a case ended, as far as known. */
export function endOf(record: WorldCase): WorldEvent | undefined {
  return record.events.find(({ kind }) => ends.has(kind));
}

/** The day from which a case counts: receipt, else hand-off, else the order itself. */
export function enteredOn(record: WorldCase): PlainDate | null {
  return record.receivedOn ?? record.handedOffOn ?? record.orderedOn;
}

/** The case that a fact of a day belongs to: the latest that had begun by then. */
export function caseOn(person: WorldPerson, on: PlainDate): WorldCase | undefined {
  return person.cases
    .filter((record) => (enteredOn(record) ?? on) <= on)
    .toSorted((a, b) => ((enteredOn(a) ?? on) < (enteredOn(b) ?? on) ? -1 : 1))
    .at(-1);
}

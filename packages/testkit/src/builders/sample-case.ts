import type { Leave } from "@rehab/domain/leave/leave";
import type { CaseEvent } from "@rehab/domain/supervision/case-event";
import type { CaseHistory } from "@rehab/domain/supervision/case-history";
import type { Measure } from "@rehab/domain/supervision/measure";
import type { DrugTest } from "@rehab/domain/testing/drug-test";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { Visit } from "@rehab/domain/visit/visit";

/** One invented case as plain facts: what the order says, and what was recorded since. */
export interface SampleCase {
  readonly measure: Measure;
  readonly orderNumber: string;
  readonly orderedOn: PlainDate;
  readonly receivedOn: PlainDate;
  readonly handedOffOn: PlainDate;
  readonly termMonths: number;
  /** What was recorded after the order, in the order in which it happened. */
  readonly events: readonly CaseEvent[];
  readonly tests: readonly DrugTest[];
  readonly visits: readonly Visit[];
  readonly leaves: readonly Leave[];
}

/** The case as the rules of the domain read it. */
export function historyOf(sample: SampleCase): CaseHistory {
  const { measure, termMonths, orderedOn, receivedOn, handedOffOn, events } = sample;
  return {
    measure,
    termMonths,
    events: [
      { kind: "ordered", on: orderedOn },
      { kind: "received", on: receivedOn },
      { kind: "handed_off", on: handedOffOn },
      ...events,
    ],
  };
}

import type { Leave } from "@rehab/domain/leave/leave";
import type { CaseEvent, TerminationGround } from "@rehab/domain/supervision/case-event";
import type { Measure } from "@rehab/domain/supervision/measure";
import type { DrugTest } from "@rehab/domain/testing/drug-test";
import { addDays, addMonths, plainDate } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { Visit } from "@rehab/domain/visit/visit";
import type { SampleCase } from "./sample-case.ts";

export interface CaseStart {
  /** The day on which the named state holds. */
  readonly today: PlainDate;
  readonly measure: Measure;
  readonly orderNumber: string;
  readonly termMonths: number;
  /** The day on which the person received the order; each state has a fitting one when left out. */
  readonly receivedOn: PlainDate | undefined;
}

interface Recorded {
  readonly events: readonly CaseEvent[];
  readonly tests: readonly DrugTest[];
  readonly visits: readonly Visit[];
  readonly leaves: readonly Leave[];
}

const defaults: CaseStart = {
  today: plainDate("2021-12-31"),
  measure: "community_detox",
  orderNumber: "测公（禁）社戒决字〔2021〕1号",
  termMonths: 36,
  receivedOn: undefined,
};
const usualDaysServed = 200;
const daysUntilReport = 6;
const daysUntilAgreement = 7;

/**
 * An invented case, brought by one call to a named state that holds on `today`:
 * `aCase().lostContact().build()`. Days that matter to a test can be given; the others fit the state.
 */
export function aCase(start: Partial<CaseStart> = {}): CaseBuilder {
  return new CaseBuilder({ ...defaults, ...start }, { events: [], tests: [], visits: [], leaves: [] });
}

export class CaseBuilder {
  readonly #start: CaseStart;
  readonly #recorded: Recorded;

  constructor(start: CaseStart, recorded: Recorded) {
    this.#start = start;
    this.#recorded = recorded;
  }

  /** Has the order, and time left to report in. */
  inReportPeriod(): CaseBuilder {
    return this.#receivedBy(addDays(this.#start.today, -5));
  }

  /** Let the report deadline pass. */
  notReported(): CaseBuilder {
    return this.#receivedBy(addDays(this.#start.today, -60));
  }

  /** Reported in; the agreement is not signed yet. */
  reported(): CaseBuilder {
    const started = this.#receivedBy(addDays(this.#start.today, -usualDaysServed));
    return started.withEvents({ kind: "reported", on: started.#dayAfterReceipt(daysUntilReport) });
  }

  /** Reported in and signed: the measure is being carried out. */
  active(): CaseBuilder {
    const reported = this.reported();
    return reported.withEvents({
      kind: "agreement_signed",
      on: reported.#dayAfterReceipt(daysUntilAgreement),
    });
  }

  lostContact(on: PlainDate = addDays(this.#start.today, -20)): CaseBuilder {
    return this.active().withEvents({ kind: "lost_contact", on });
  }

  /** Was lost, and is back under control. */
  found(on: PlainDate = addDays(this.#start.today, -5)): CaseBuilder {
    return this.lostContact(addDays(on, -15)).withEvents({ kind: "found", on });
  }

  suspended(on: PlainDate = addDays(this.#start.today, -30)): CaseBuilder {
    return this.active().withEvents({ kind: "suspended", on, ground: "detained" });
  }

  /** Was in custody, and carries on. */
  resumed(on: PlainDate = addDays(this.#start.today, -10)): CaseBuilder {
    return this.suspended(addDays(on, -20)).withEvents({ kind: "resumed", on });
  }

  breachReferred(on: PlainDate = addDays(this.#start.today, -10)): CaseBuilder {
    return this.active().withEvents({ kind: "breach_referred", on });
  }

  inTransfer(on: PlainDate = addDays(this.#start.today, -10)): CaseBuilder {
    return this.active().withEvents({ kind: "transfer_started", on });
  }

  /** Away, and due back in some days. */
  onLeave(from: PlainDate = addDays(this.#start.today, -3)): CaseBuilder {
    return this.active().withLeaves({ from, dueBack: addDays(from, 10) });
  }

  /** Due back some days ago, and not returned. */
  leaveOverdue(dueBack: PlainDate = addDays(this.#start.today, -4)): CaseBuilder {
    return this.active().withLeaves({ from: addDays(dueBack, -10), dueBack });
  }

  /** Has served the term; the release is not recorded yet. */
  awaitingRelease(): CaseBuilder {
    return this.#receivedBy(addDays(this.#termAgo(), -30)).active();
  }

  /** Released on the day after the term. */
  released(): CaseBuilder {
    const served = this.#receivedBy(addDays(this.#termAgo(), -60)).active();
    const on = addMonths(served.#dayAfterReceipt(daysUntilReport), this.#start.termMonths);
    return served.withEvents({ kind: "released", on });
  }

  terminated(
    on: PlainDate = addDays(this.#start.today, -10),
    ground: TerminationGround = "compulsory_isolation",
  ): CaseBuilder {
    return this.active().withEvents({ kind: "terminated", on, ground });
  }

  transferredOut(on: PlainDate = addDays(this.#start.today, -10)): CaseBuilder {
    return this.inTransfer(addDays(on, -20)).withEvents({ kind: "transferred_out", on });
  }

  died(on: PlainDate = addDays(this.#start.today, -10)): CaseBuilder {
    return this.active().withEvents({ kind: "died", on });
  }

  withEvents(...events: readonly CaseEvent[]): CaseBuilder {
    return this.#adding({ events: [...this.#recorded.events, ...events] });
  }

  withTests(...tests: readonly DrugTest[]): CaseBuilder {
    return this.#adding({ tests: [...this.#recorded.tests, ...tests] });
  }

  withVisits(...visits: readonly Visit[]): CaseBuilder {
    return this.#adding({ visits: [...this.#recorded.visits, ...visits] });
  }

  withLeaves(...leaves: readonly Leave[]): CaseBuilder {
    return this.#adding({ leaves: [...this.#recorded.leaves, ...leaves] });
  }

  build(): SampleCase {
    const { measure, orderNumber, termMonths } = this.#start;
    const receivedOn = this.#dayAfterReceipt(0);
    return {
      measure,
      orderNumber,
      orderedOn: addDays(receivedOn, -1),
      receivedOn,
      handedOffOn: addDays(receivedOn, 2),
      termMonths,
      ...this.#recorded,
    };
  }

  #receivedBy(fitting: PlainDate): CaseBuilder {
    if (this.#start.receivedOn !== undefined) return this;
    return new CaseBuilder({ ...this.#start, receivedOn: fitting }, this.#recorded);
  }

  #dayAfterReceipt(days: number): PlainDate {
    return addDays(this.#start.receivedOn ?? addDays(this.#start.today, -usualDaysServed), days);
  }

  #termAgo(): PlainDate {
    return addMonths(this.#start.today, -this.#start.termMonths);
  }

  #adding(more: Partial<Recorded>): CaseBuilder {
    return new CaseBuilder(this.#start, { ...this.#recorded, ...more });
  }
}

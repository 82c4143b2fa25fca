import type { PlainDate } from "../time/plain-date.ts";
import { comparePlainDates } from "../time/plain-date.ts";
import type { CaseEndKind, CaseEvent, SuspensionGround } from "./case-event.ts";
import type { Measure } from "./measure.ts";

/** The facts of one case: what the order says, and what happened since. */
export interface CaseHistory {
  readonly measure: Measure;
  /** The length that the order sets, within rule T3 for 社区戒毒 and T4 for 社区康复. */
  readonly termMonths: number;
  /** Days already served that shorten the term (戒毒条例 第三十一条). */
  readonly deductedDays?: number;
  /** In any order; facts of one day in the order in which they happened. Annulled facts are left out. */
  readonly events: readonly CaseEvent[];
}

/** A time in which the measure stood still. `resumedOn` is the first day that counts again. */
export interface Suspension {
  readonly from: PlainDate;
  readonly ground: SuspensionGround;
  readonly resumedOn: PlainDate | undefined;
}

/** What a case's events up to a day add up to. A day is undefined when it did not happen or was undone. */
export interface CaseStanding {
  readonly orderedOn: PlainDate | undefined;
  readonly receivedOn: PlainDate | undefined;
  readonly handedOffOn: PlainDate | undefined;
  readonly noShowReferredOn: PlainDate | undefined;
  /** The day on which the case came to this county from another place of execution. */
  readonly transferredInOn: PlainDate | undefined;
  readonly reportedOn: PlainDate | undefined;
  /** The last change of the place of execution within or into the county, while the person has not reported there. */
  readonly transferToReportOn: PlainDate | undefined;
  readonly agreementSignedOn: PlainDate | undefined;
  readonly lostSince: PlainDate | undefined;
  readonly breachReferredOn: PlainDate | undefined;
  readonly suspendedSince: PlainDate | undefined;
  readonly transferStartedOn: PlainDate | undefined;
  readonly suspensions: readonly Suspension[];
  readonly ended: { readonly kind: CaseEndKind; readonly on: PlainDate } | undefined;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const NOTHING_YET: CaseStanding = {
  orderedOn: undefined,
  receivedOn: undefined,
  handedOffOn: undefined,
  noShowReferredOn: undefined,
  transferredInOn: undefined,
  reportedOn: undefined,
  transferToReportOn: undefined,
  agreementSignedOn: undefined,
  lostSince: undefined,
  breachReferredOn: undefined,
  suspendedSince: undefined,
  transferStartedOn: undefined,
  suspensions: [],
  ended: undefined,
};

/**
 * Replays the events up to and including `asOf`. What is dated after the end of the case has no effect, and a case
 * that came from another county is nothing here before the day on which it came.
 */
export function standingOn(history: CaseHistory, asOf: PlainDate): CaseStanding {
  const arrival = history.events.find(({ kind }) => kind === "transferred_in");
  if (arrival !== undefined && asOf < arrival.on) return NOTHING_YET;
  const standing: Mutable<CaseStanding> = { ...NOTHING_YET };
  const events = history.events
    .filter((event) => event.on <= asOf)
    .sort((a, b) => comparePlainDates(a.on, b.on));
  for (const event of events) {
    if (standing.ended !== undefined) break;
    apply(event, standing);
  }
  return standing;
}

/** Whether the case is on the register: the order was received, and the measure has not ended. */
export function isRegistered(standing: CaseStanding): boolean {
  return enteredOn(standing) !== undefined && standing.ended === undefined;
}

/**
 * The day from which the case is on the register: that of receipt, or of the transfer into the county. Someone who
 * reported in has received the order, even where the paper lacks the day.
 */
export function enteredOn(standing: CaseStanding): PlainDate | undefined {
  return standing.transferredInOn ?? standing.receivedOn ?? standing.reportedOn;
}

function apply(event: CaseEvent, standing: Mutable<CaseStanding>): void {
  switch (event.kind) {
    case "ordered":
      standing.orderedOn ??= event.on;
      break;
    case "received":
      standing.receivedOn ??= event.on;
      break;
    case "handed_off":
      standing.handedOffOn ??= event.on;
      break;
    case "no_show_referred":
      standing.noShowReferredOn = event.on;
      break;
    case "no_show_dismissed":
      standing.noShowReferredOn = undefined;
      break;
    case "reported":
      standing.reportedOn ??= event.on;
      standing.lostSince = undefined;
      break;
    case "agreement_signed":
      standing.agreementSignedOn = event.on;
      break;
    case "lost_contact":
      standing.lostSince ??= event.on;
      break;
    case "found":
      standing.lostSince = undefined;
      break;
    case "breach_referred":
      standing.breachReferredOn = event.on;
      break;
    case "breach_dismissed":
      standing.breachReferredOn = undefined;
      break;
    case "suspended":
      suspend(event, standing);
      break;
    case "resumed":
      resume(event.on, standing);
      break;
    case "transfer_started":
      standing.transferStartedOn = event.on;
      break;
    case "transfer_cancelled":
      standing.transferStartedOn = undefined;
      break;
    case "transferred_in":
      standing.transferredInOn = event.on;
      moveTo(event.on, standing);
      break;
    case "transferred_within":
      moveTo(event.on, standing);
      break;
    case "transfer_reported":
      standing.transferToReportOn = undefined;
      standing.lostSince = undefined;
      break;
    case "assigned":
    case "acknowledged":
    case "station_returned":
    case "notice_given":
    case "team_formed":
    case "plan_made":
    case "transfer_sent":
    case "dual_control_started":
    case "dual_control_ended":
    case "maintenance_started":
    case "maintenance_ended":
    case "hospitalised":
    case "discharged":
    case "risk_set":
      // overlays and steps of the work: they move no clock and no state
      break;
    case "transferred_out":
    case "released":
    case "terminated":
    case "died":
    case "returned_to_police":
      standing.ended = { kind: event.kind, on: event.on };
      break;
  }
}

/** A new place of execution wants a new report-in and a new agreement; the term runs on (戒毒条例 第二十二条). */
function moveTo(on: PlainDate, standing: Mutable<CaseStanding>): void {
  standing.transferStartedOn = undefined;
  standing.transferToReportOn = on;
  standing.noShowReferredOn = undefined;
  standing.agreementSignedOn = undefined;
}

function suspend({ on, ground }: CaseEvent, standing: Mutable<CaseStanding>): void {
  if (standing.suspendedSince !== undefined) return;
  standing.suspendedSince = on;
  const begun: Suspension = {
    from: on,
    ground: (ground as SuspensionGround | undefined) ?? "detained",
    resumedOn: undefined,
  };
  standing.suspensions = [...standing.suspensions, begun];
  // Whoever is in custody is no longer missing.
  standing.lostSince = undefined;
}

function resume(on: PlainDate, standing: Mutable<CaseStanding>): void {
  if (standing.suspendedSince === undefined) return;
  standing.suspensions = standing.suspensions.map((each) =>
    each.resumedOn === undefined ? { ...each, resumedOn: on } : each,
  );
  standing.suspendedSince = undefined;
}

import type { CaseEventKind } from "@rehab/domain/supervision/case-event";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { RowDraft } from "./row-draft.ts";
import type { WorldCase, WorldPerson } from "./world-person.ts";
import type { Write } from "./writes.ts";

interface EventText {
  readonly ground?: string | null;
  readonly reason?: string | null;
  readonly note?: string | null;
}

/** Adds an event to a case as later rows know it, and says what to write. */
export function recordEvent(
  person: WorldPerson,
  record: WorldCase,
  kind: CaseEventKind,
  happenedOn: PlainDate,
  { ground = null, reason = null, note = null }: EventText = {},
): Write {
  record.events.push({ kind, on: happenedOn });
  return { op: "add_event", person, caseId: record.id, kind, happenedOn, ground, reason, note };
}

/**
 * Report-in and agreement of a case: what is missing is recorded, what is known stays, and another day than the
 * recorded one holds the row.
 */
export function recordReport(
  draft: RowDraft,
  person: WorldPerson,
  record: WorldCase,
  days: {
    readonly reportedOn: PlainDate | null;
    readonly agreementSignedOn: PlainDate | null;
    readonly note?: string | null;
  },
): Write[] {
  const writes: Write[] = [];
  const steps = [
    { kind: "reported", field: "reportedOn", on: days.reportedOn },
    { kind: "agreement_signed", field: "agreementSignedOn", on: days.agreementSignedOn },
  ] as const;
  for (const { kind, field, on } of steps) {
    if (on === null) continue;
    const known = record.events.find((event) => event.kind === kind);
    if (known === undefined) {
      const note = kind === "reported" ? (days.note ?? null) : null;
      writes.push(recordEvent(person, record, kind, on, { note }));
    } else if (known.on !== on) {
      draft.hold("conflicting_fact", field);
    }
  }
  return writes;
}

import type { Tx } from "../db/client.ts";
import { preparedWrite } from "../db/prepared.ts";
import { auditEntry } from "../db/schema/audit.ts";
import type { Actor } from "./actor.ts";
import { newId } from "./ids.ts";

/** The version that a record has from now on: whoever holds an older one is told who saved this one. */
export interface SavedVersion {
  readonly id: string;
  readonly version: number;
}

/** What was done to which record. `change` holds codes, ids, counts and dates, never personal data. */
export interface AuditEvent {
  readonly action: string;
  readonly subjectType?: string;
  readonly subjectId?: string;
  readonly change?: Record<string, unknown>;
  readonly saved?: SavedVersion;
  readonly reason?: string;
  readonly outcome?: "done" | "denied";
}

/** Writes audit rows into the transaction of what they tell about: both are saved, or neither is. */
export async function recordAudit(
  tx: Tx,
  context: AuditContext,
  events: readonly AuditEvent[],
): Promise<void> {
  const rows = events.map((event) => auditRow(context, event));
  const [only] = rows;
  // Opening a file leaves one row, and somebody waits for the file.
  if (rows.length === 1 && only !== undefined) await insertOne(tx, only);
  else if (rows.length > 1) await tx.insert(auditEntry).values(rows);
}

interface AuditContext {
  readonly actor: Actor;
  readonly countyCode: string;
  readonly now: Date;
}

const insertOne = preparedWrite("audit_entry", (tx, row: ReturnType<typeof auditRow>) =>
  tx.insert(auditEntry).values(row),
);

function auditRow({ actor, countyCode, now }: AuditContext, event: AuditEvent) {
  return {
    id: newId(),
    countyCode,
    at: now,
    actorId: actor.accountId,
    actorName: actor.name,
    actorRoles: [...actor.roles],
    actorStationId: actor.stationId,
    action: event.action,
    outcome: event.outcome ?? "done",
    subjectType: event.subjectType ?? null,
    subjectId: event.subjectId ?? null,
    // left out rather than null, which a column of JSON would take for a value
    change: event.saved === undefined ? event.change : { ...event.change, saved: event.saved },
    reason: event.reason ?? null,
    requestId: actor.requestId,
  };
}

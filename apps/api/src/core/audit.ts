import type { Tx } from "../db/client.ts";
import { auditEntry } from "../db/schema/audit.ts";
import type { Actor } from "./actor.ts";
import { newId } from "./ids.ts";

/** What was done to which record. `change` holds codes, ids, counts and dates, never personal data. */
export interface AuditEvent {
  readonly action: string;
  readonly subjectType?: string;
  readonly subjectId?: string;
  readonly change?: Record<string, unknown>;
  readonly reason?: string;
  readonly outcome?: "done" | "denied";
}

/** Writes audit rows into the transaction of what they tell about: both are saved, or neither is. */
export async function recordAudit(
  tx: Tx,
  context: { actor: Actor; countyCode: string; now: Date },
  events: readonly AuditEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.insert(auditEntry).values(
    events.map((event) => ({
      id: newId(),
      countyCode: context.countyCode,
      at: context.now,
      actorId: context.actor.accountId,
      actorName: context.actor.name,
      actorRoles: [...context.actor.roles],
      actorStationId: context.actor.stationId,
      action: event.action,
      outcome: event.outcome ?? "done",
      subjectType: event.subjectType ?? null,
      subjectId: event.subjectId ?? null,
      change: event.change ?? null,
      reason: event.reason ?? null,
      requestId: context.actor.requestId,
    })),
  );
}

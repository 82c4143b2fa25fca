import type { AuditEntry } from "@rehab/schema/audit";
import { and, desc, eq, lt, or } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "../../core/cursor.ts";
import { query } from "../../core/use-case.ts";
import { auditEntry } from "../../db/schema/audit.ts";

interface Input {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly action?: string | undefined;
  readonly outcome?: "done" | "denied" | undefined;
}

interface AuditPage {
  rows: AuditEntry[];
  nextCursor: string | null;
  total: { count: number; exact: boolean };
}

/** The audit trail, newest first. */
export const listAuditEntries = query<Input, AuditPage>(
  async ({ tx }, { cursor, limit, action, outcome }) => {
    const filter = and(
      action === undefined ? undefined : eq(auditEntry.action, action),
      outcome === undefined ? undefined : eq(auditEntry.outcome, outcome),
    );
    const [at, id] = decodeCursor(cursor, 2);
    const after =
      at === undefined || id === undefined
        ? undefined
        : or(lt(auditEntry.at, new Date(at)), and(eq(auditEntry.at, new Date(at)), lt(auditEntry.id, id)));
    const rows = await tx
      .select()
      .from(auditEntry)
      .where(and(filter, after))
      .orderBy(desc(auditEntry.at), desc(auditEntry.id))
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      rows: page.map((row) => ({
        id: row.id,
        at: row.at.toISOString(),
        actorName: row.actorName === "" ? null : row.actorName,
        role: row.actorRoles.join(" "),
        action: row.action,
        subjectType: row.subjectType,
        subjectId: row.subjectId,
        outcome: row.outcome as AuditEntry["outcome"],
      })),
      nextCursor:
        rows.length > limit && last !== undefined ? encodeCursor([last.at.toISOString(), last.id]) : null,
      total: { count: page.length, exact: cursor === undefined && rows.length <= limit },
    };
  },
);

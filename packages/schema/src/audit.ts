import { z } from "zod";
import { Cursor, Id, Moment, pageOf } from "./common.ts";
import { endpoint } from "./endpoint.ts";

/** One line of the audit trail. It names records by id, never by personal data. */
export const AuditEntry = z.object({
  id: Id,
  at: Moment,
  actorName: z.string().nullable(),
  role: z.string().nullable(),
  action: z.string(),
  subjectType: z.string().nullable(),
  subjectId: z.string().nullable(),
  outcome: z.enum(["done", "denied"]),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const auditEndpoints = {
  list: endpoint({
    name: "audit.list",
    summary: "The audit trail, newest first",
    method: "GET",
    path: "/audit",
    access: ["list", "AuditTrail"],
    query: z.object({
      cursor: Cursor.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
      action: z.string().max(60).optional(),
      outcome: z.enum(["done", "denied"]).optional(),
    }),
    response: pageOf(AuditEntry),
    problems: [],
  }),
};

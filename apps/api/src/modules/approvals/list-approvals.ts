import type { approvalsEndpoints } from "@rehab/schema/approvals";
import type { QueryOf, ResponseOf } from "@rehab/schema/endpoint";
import { and, count, desc, eq, ne, sql } from "drizzle-orm";
import { decodeCursor, encodeCursor } from "../../core/cursor.ts";
import { query } from "../../core/use-case.ts";
import { approval } from "../../db/schema/handoff.ts";
import { viewApprovals } from "./approval-row.ts";

type Input = QueryOf<typeof approvalsEndpoints.list>;
type Page = ResponseOf<typeof approvalsEndpoints.list>;

/** What waits for a second person, or what was decided, latest first. */
export const listApprovals = query<Input, Page>(async (context, { state, cursor, limit }) => {
  const { tx, county } = context;
  const [proposedAt, id] = decodeCursor(cursor, 2);
  const conditions = and(
    eq(approval.countyCode, county.code),
    state === "open" ? eq(approval.state, "open") : ne(approval.state, "open"),
  );
  const found = await tx
    .select()
    .from(approval)
    .where(
      and(
        conditions,
        proposedAt === undefined || id === undefined
          ? undefined
          : sql`(${approval.proposedAt}, ${approval.id}) < (${proposedAt}::timestamptz, ${id}::uuid)`,
      ),
    )
    .orderBy(desc(approval.proposedAt), desc(approval.id))
    .limit(limit + 1);
  const [total] = await tx.select({ count: count() }).from(approval).where(conditions);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: await viewApprovals(context, page),
    nextCursor:
      found.length > limit && last !== undefined
        ? encodeCursor([last.proposedAt.toISOString(), last.id])
        : null,
    total: { count: total?.count ?? 0, exact: true },
  };
});

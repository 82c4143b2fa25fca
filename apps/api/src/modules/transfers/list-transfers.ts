import { TRANSFER_STATES, missingMaterials, whyNoTransfer } from "@rehab/domain/handoff/transfer";
import { stateOn } from "@rehab/domain/supervision/case-state";
import type { QueryOf, ResponseOf } from "@rehab/schema/endpoint";
import type { transfersEndpoints } from "@rehab/schema/transfers";
import { and, eq, isNull, sql } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { query } from "../../core/use-case.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { transfer } from "../../db/schema/handoff.ts";
import { loadCaseFacts } from "../enrollees/case-facts.ts";
import { isLateOn, loadTransfers, stateCondition, transferConditions } from "./load-transfers.ts";
import { contentsOf, viewTransfers } from "./view-transfers.ts";

type ListResult = ResponseOf<typeof transfersEndpoints.list>;
type PersonResult = ResponseOf<typeof transfersEndpoints.ofPerson>;

/** The transfers that the filter asks for, and how many of each state there are. */
export const listTransfers = query<QueryOf<typeof transfersEndpoints.list>, ListResult>(
  async (context, filter) => {
    const named = await loadTransfers(context.tx, transferConditions(context, filter));
    return { transfers: await viewTransfers(context, named), ...(await countStates(context)) };
  },
);

async function countStates(context: QueryContext): Promise<Pick<ListResult, "counts" | "late">> {
  const { tx } = context;
  const count = async (condition: ReturnType<typeof stateCondition>) => {
    const [found] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(transfer)
      .where(and(transferConditions(context, {}), isNull(transfer.annulledAt), condition));
    return found?.count ?? 0;
  };
  const counts: [string, number][] = [];
  for (const { code } of TRANSFER_STATES) counts.push([code, await count(stateCondition(code))]);
  return { counts: Object.fromEntries(counts) as ListResult["counts"], late: await count(isLateOn(context)) };
}

/** A person's transfers, the latest first, and whether the present case can move. */
export const transfersOfPerson = query<{ id: string }, PersonResult>(async (context, { id }) => {
  const { tx, today, law } = context;
  const [person] = await tx
    .select({ id: enrollee.id })
    .from(enrollee)
    .where(and(eq(enrollee.id, id), isNull(enrollee.annulledAt)));
  if (person === undefined) throw new ProblemError("not_found");
  const named = await loadTransfers(tx, eq(transfer.enrolleeId, id));
  const transfers = await viewTransfers(context, named);
  const present = (await loadCaseFacts(tx, [id])).at(-1);
  const state = present && stateOn(present.history, today, law)?.state;
  return {
    transfers: transfers.toSorted((a, b) => (a.requestedOn < b.requestedOn ? 1 : -1)),
    present:
      present === undefined || state === undefined
        ? null
        : {
            caseId: present.caseId,
            whyNot: whyNoTransfer(state) ?? null,
            wanted: missingMaterials([], contentsOf(present, today)),
          },
  };
});

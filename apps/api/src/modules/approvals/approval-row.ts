import { maskPersonName } from "@rehab/domain/identity/person-name";
import type { ApprovalRow } from "@rehab/schema/approvals";
import { eq, inArray } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { mayAtStation } from "../../core/require-at-station.ts";
import type { QueryContext, UseCaseContext } from "../../core/use-case.ts";
import { station } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import type { ApprovalRecord } from "../matters/rows.ts";
import { loadAccountNames } from "../matters/views.ts";
import { handlerOf } from "./approval-kinds.ts";
import type { ApprovalContent } from "./approval-handler.ts";

type Context = QueryContext | UseCaseContext;

interface Person {
  readonly id: string;
  readonly name: string;
  readonly stationName: string;
}

/** Approvals as the second person sees them: who, what, and what the papers say today. */
export async function viewApprovals(
  context: Context,
  approvals: readonly ApprovalRecord[],
): Promise<ApprovalRow[]> {
  const { tx } = context;
  const ids = [...new Set(approvals.map(({ enrolleeId }) => enrolleeId))];
  if (ids.length === 0) return [];
  const people = await tx
    .select({ id: enrollee.id, name: enrollee.name, stationName: station.name })
    .from(enrollee)
    .innerJoin(station, eq(station.id, enrollee.stationId))
    .where(inArray(enrollee.id, ids));
  const contents = await describeAll(context, approvals);
  const nameOf = await loadAccountNames(tx);
  return approvals.flatMap((row) => {
    const person = people.find(({ id }) => id === row.enrolleeId);
    const content = contents.get(row.id);
    return person === undefined || content === undefined
      ? []
      : [viewOf(context, row, { person, content, nameOf })];
  });
}

/** One approval. Throws `not_found`. */
export async function viewApproval(context: Context, row: ApprovalRecord): Promise<ApprovalRow> {
  const [view] = await viewApprovals(context, [row]);
  if (view === undefined) throw new ProblemError("not_found");
  return view;
}

async function describeAll(
  context: Context,
  approvals: readonly ApprovalRecord[],
): Promise<Map<string, ApprovalContent>> {
  const contents = new Map<string, ApprovalContent>();
  for (const [kind, proposals] of Map.groupBy(approvals, ({ kind }) => kind)) {
    for (const entry of await handlerOf(kind).describe(context, proposals)) contents.set(...entry);
  }
  return contents;
}

function viewOf(
  context: Context,
  row: ApprovalRecord,
  about: {
    readonly person: Person;
    readonly content: ApprovalContent;
    readonly nameOf: (accountId: string | null) => string | null;
  },
): ApprovalRow {
  const { person, nameOf } = about;
  const { obstacle, ...content } = about.content;
  return {
    id: row.id,
    kind: row.kind as ApprovalRow["kind"],
    state: row.state as ApprovalRow["state"],
    enrolleeId: row.enrolleeId,
    maskedName: maskPersonName(person.name),
    stationName: person.stationName,
    proposedAt: row.proposedAt.toISOString(),
    proposedBy: nameOf(row.proposedBy) ?? "",
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedBy: nameOf(row.decidedBy),
    reason: row.reason,
    ...content,
    version: row.version,
    actions: actionsOf(context, row, obstacle),
  };
}

function actionsOf(
  { actor }: Context,
  row: ApprovalRecord,
  obstacle: string | undefined,
): ApprovalRow["actions"] {
  const isOwn = row.proposedBy === actor.accountId;
  const settled = row.state === "open" ? undefined : "已经处理";
  const notOwn = mayAtStation(actor, "update", "Approval", row.stationId)
    ? isOwn
      ? "提出人不能复核自己提出的事项"
      : undefined
    : "由督查人员复核";
  const reasons = {
    confirm: settled ?? notOwn ?? obstacle,
    refuse: settled ?? notOwn,
    withdraw: settled ?? (isOwn ? undefined : "只有提出人可以撤回"),
  };
  return Object.entries(reasons).map(([action, reason]) => ({
    action,
    allowed: reason === undefined,
    reason: reason ?? null,
  }));
}

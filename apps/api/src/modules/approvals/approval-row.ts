import { isolationCautions, noShowPacket } from "@rehab/domain/handoff/no-show";
import { maskPersonName } from "@rehab/domain/identity/person-name";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { ApprovalRow } from "@rehab/schema/approvals";
import { eq, inArray } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { mayAtStation } from "../../core/require-at-station.ts";
import type { QueryContext, UseCaseContext } from "../../core/use-case.ts";
import { station } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { loadNoShows } from "../no-shows/load-no-shows.ts";
import type { ApprovalRecord, NoShowRecord } from "../no-shows/load-no-shows.ts";
import { loadAccountNames } from "../no-shows/no-show-file.ts";
import { ReferralProposal } from "../no-shows/referral-proposal.ts";

type Context = QueryContext | UseCaseContext;

interface Person {
  readonly id: string;
  readonly name: string;
  readonly sex: string | null;
  readonly birthDate: PlainDate | null;
  readonly stationName: string;
}

/** Approvals as the second person sees them: who, what, and what the packet says today. */
export async function viewApprovals(
  context: Context,
  approvals: readonly ApprovalRecord[],
): Promise<ApprovalRow[]> {
  const { tx } = context;
  const ids = [...new Set(approvals.map(({ enrolleeId }) => enrolleeId))];
  if (ids.length === 0) return [];
  const people = await tx
    .select({
      id: enrollee.id,
      name: enrollee.name,
      sex: enrollee.sex,
      birthDate: enrollee.birthDate,
      stationName: station.name,
    })
    .from(enrollee)
    .innerJoin(station, eq(station.id, enrollee.stationId))
    .where(inArray(enrollee.id, ids));
  const records = await loadNoShows(tx, ids);
  const nameOf = await loadAccountNames(tx);
  return approvals.flatMap((row) => {
    const person = people.find(({ id }) => id === row.enrolleeId);
    const record = records.get(row.enrolleeId);
    return person === undefined || record === undefined
      ? []
      : [viewOf(context, row, { person, record, nameOf })];
  });
}

/** One approval. Throws `not_found`. */
export async function viewApproval(context: Context, row: ApprovalRecord): Promise<ApprovalRow> {
  const [view] = await viewApprovals(context, [row]);
  if (view === undefined) throw new ProblemError("not_found");
  return view;
}

function viewOf(
  context: Context,
  row: ApprovalRecord,
  about: {
    readonly person: Person;
    readonly record: NoShowRecord;
    readonly nameOf: (accountId: string | null) => string | null;
  },
): ApprovalRow {
  const { person, record, nameOf } = about;
  const { today, law } = context;
  const packet = noShowPacket(record.facts, today, law);
  const { letterNumber, organ, note } = ReferralProposal.parse(row.proposal);
  const cautions = isolationCautions({ ...person, sex: person.sex as "male" | "female" | null }, today);
  return {
    id: row.id,
    kind: row.kind as ApprovalRow["kind"],
    state: row.state as ApprovalRow["state"],
    enrolleeId: row.enrolleeId,
    maskedName: maskPersonName(person.name),
    measure: record.caseRecord.measure as ApprovalRow["measure"],
    stationName: person.stationName,
    proposedAt: row.proposedAt.toISOString(),
    proposedBy: nameOf(row.proposedBy) ?? "",
    decidedAt: row.decidedAt?.toISOString() ?? null,
    decidedBy: nameOf(row.decidedBy),
    reason: row.reason,
    letterNumber,
    organ,
    note,
    items: [...packet.items],
    sentence: packet.basis.sentence,
    citation: packet.basis.citation,
    cautions,
    version: row.version,
    actions: actionsOf(context, row, packet.canRefer),
  };
}

function actionsOf({ actor }: Context, row: ApprovalRecord, canRefer: boolean): ApprovalRow["actions"] {
  const isOpen = row.state === "open";
  const isOwn = row.proposedBy === actor.accountId;
  const settled = isOpen ? undefined : "已经处理";
  const notOwn = mayAtStation(actor, "update", "Approval", row.stationId)
    ? isOwn
      ? "提出人不能复核自己提出的事项"
      : undefined
    : "由督查人员复核";
  const reasons = {
    confirm: settled ?? notOwn ?? (canRefer ? undefined : "材料已经不齐，或者本人已经报到"),
    refuse: settled ?? notOwn,
    withdraw: settled ?? (isOwn ? undefined : "只有提出人可以撤回"),
  };
  return Object.entries(reasons).map(([action, reason]) => ({
    action,
    allowed: reason === undefined,
    reason: reason ?? null,
  }));
}

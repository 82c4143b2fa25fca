import type { ApprovalKind } from "@rehab/domain/supervision/approval";
import { ProblemError } from "../../core/problem-error.ts";
import type { UseCaseContext } from "../../core/use-case.ts";
import { approval } from "../../db/schema/handoff.ts";
import type { SupervisedCase } from "../enrollees/supervision-facts.ts";
import type { Matter } from "../matters/matter.ts";
import { recording } from "../matters/recording.ts";
import type { RecordingInput } from "../matters/recording.ts";
import type { ApprovalRecord } from "../matters/rows.ts";

interface Proposing<R, I extends RecordingInput> {
  readonly action: string;
  readonly kind: ApprovalKind;
  /** What was proposed before, decided or not. */
  readonly known: (record: R) => readonly ApprovalRecord[];
  /** Throws for what cannot be proposed now. */
  readonly refuse: (context: UseCaseContext, record: R, input: I) => void;
  /** What the approval holds beside what was filled in. */
  readonly also?: (input: I, record: R) => Readonly<Record<string, unknown>>;
  readonly change?: (input: I) => Readonly<Record<string, unknown>>;
}

/**
 * The use case that puts a grave act before a second person. Nothing changes for the person it is about before that
 * one confirms it.
 */
export function proposing<R, F, I extends RecordingInput>(
  matter: Matter<R, F>,
  { action, kind, known, refuse, also, change }: Proposing<R, I>,
) {
  return recording<R, F, I>(matter, {
    action,
    subjectType: "approval",
    known,
    ...(change !== undefined && { change }),
    write: async (context, record, input) => {
      refuse(context, record, input);
      const { id, ...filledIn } = input.body;
      const proposal = { ...filledIn, ...also?.(input, record) };
      await insertProposal(context, matter.caseOf(record), { id, kind, proposal });
    },
  });
}

async function insertProposal(
  { tx, county, now, actor }: UseCaseContext,
  { stationId, enrolleeId, caseId }: Pick<SupervisedCase, "stationId" | "enrolleeId" | "caseId">,
  row: Pick<ApprovalRecord, "id" | "proposal"> & { readonly kind: ApprovalKind },
): Promise<void> {
  if (actor.accountId === null) throw new ProblemError("forbidden");
  await tx.insert(approval).values({
    ...row,
    countyCode: county.code,
    stationId,
    enrolleeId,
    caseId,
    proposedAt: now,
    proposedBy: actor.accountId,
  });
}

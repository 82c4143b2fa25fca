import type { ApprovalRow } from "@rehab/schema/approvals";
import type { QueryContext, UseCaseContext } from "../../core/use-case.ts";
import type { Matter } from "../matters/matter.ts";
import type { ApprovalRecord } from "../matters/rows.ts";

/** What the second person sees of a proposal of one kind. */
export interface ApprovalContent extends Pick<
  ApprovalRow,
  "measure" | "facts" | "items" | "sentence" | "citation" | "cautions"
> {
  /** Why it cannot be confirmed today, whoever asks; undefined when it can. */
  readonly obstacle: string | undefined;
}

/** A kind of grave act: how it is shown, and what is done once it is confirmed. */
export interface ApprovalHandler {
  /** The contents of some proposals by their id: a handful of statements, however many. */
  readonly describe: (
    context: QueryContext | UseCaseContext,
    proposals: readonly ApprovalRecord[],
  ) => Promise<Map<string, ApprovalContent>>;
  /** Throws `wrong_state` when the case no longer allows it. */
  readonly carryOut: (context: UseCaseContext, proposal: ApprovalRecord) => Promise<void>;
}

/** The handler of proposals that come from a matter, each described from the record of its person. */
export function handlerIn<R, F>(
  matter: Matter<R, F>,
  contentOf: (record: R, proposal: ApprovalRecord, context: QueryContext | UseCaseContext) => ApprovalContent,
  carryOut: ApprovalHandler["carryOut"],
): ApprovalHandler {
  return {
    describe: async (context, proposals) => {
      const ids = [...new Set(proposals.map(({ enrolleeId }) => enrolleeId))];
      const records = await matter.load(context, ids);
      const contents = new Map<string, ApprovalContent>();
      for (const proposal of proposals) {
        const record = records.get(proposal.enrolleeId);
        if (record !== undefined) contents.set(proposal.id, contentOf(record, proposal, context));
      }
      return contents;
    },
    carryOut,
  };
}

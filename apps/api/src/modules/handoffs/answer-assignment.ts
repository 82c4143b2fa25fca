import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { HandoffFile } from "@rehab/schema/handoffs";
import { useCase } from "../../core/use-case.ts";
import { handoffFileOf } from "./handoff-file.ts";
import { recordStep } from "./record-step.ts";

interface Acknowledgement {
  readonly caseId: string;
  readonly id: string;
  readonly note: string | null;
}

interface Return {
  readonly caseId: string;
  readonly id: string;
  readonly reason: string;
}

/** The station takes the case on. */
export const acknowledge = useCase<Acknowledgement, HandoffFile>(
  "handoffs.acknowledge",
  async (context, input) => {
    await recordStep(context, {
      ...input,
      action: "handoffs.acknowledge",
      step: "acknowledge",
      happenedOn: context.today,
    });
    return handoffFileOf(context, input.caseId);
  },
);

/** The station gives the assignment back. The case stays with it until the bureau decides: nobody is without a place. */
export const returnToBureau = useCase<Return, HandoffFile>(
  "handoffs.returnToBureau",
  async (context, input) => {
    await recordStep(context, {
      ...input,
      action: "handoffs.returnToBureau",
      step: "return_to_bureau",
      happenedOn: context.today,
    });
    return handoffFileOf(context, input.caseId);
  },
);

/** The bureau gives the case back to the police: it is not to be carried out in this county. */
export const returnToPolice = useCase<Return & { readonly happenedOn: PlainDate }, HandoffFile>(
  "handoffs.returnToPolice",
  async (context, input) => {
    await recordStep(context, { ...input, action: "handoffs.returnToPolice", step: "return_to_police" });
    return handoffFileOf(context, input.caseId);
  },
);

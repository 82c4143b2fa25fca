import { handlerIn } from "../approvals/approval-handler.ts";
import { restsOnEnd } from "./end-annul-obstacle.ts";
import { carryOutEndAnnulment } from "./end-annulment.ts";
import { EndAnnulmentProposal, factsOfProposal } from "./end-proposal.ts";
import { stateMatter } from "./state-matter.ts";

/** The annulment of a release or termination, as the second person sees it. */
export const endAnnulmentApproval = handlerIn(
  stateMatter,
  (person, row) => {
    const { eventId } = EndAnnulmentProposal.parse(row.proposal);
    const event = person.events.find(({ id }) => id === eventId);
    return {
      measure: person.facts.history.measure,
      facts: factsOfProposal(row),
      items: [],
      sentence:
        "撤销后案件回到解除、终止之前的状态，期限和应办事项重新计算；原登记和文书注明理由留存。只用于登记有误，公安机关的决定不因此改变。",
      citation: "",
      cautions: [],
      obstacle: event === undefined ? "本人已有新的案件" : restsOnEnd(event, person),
    };
  },
  carryOutEndAnnulment,
);

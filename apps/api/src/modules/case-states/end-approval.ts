import { zhOf } from "@rehab/domain/code-list";
import { isolationCautions } from "@rehab/domain/handoff/no-show";
import type { Law } from "@rehab/domain/law/law";
import { citationOf, ruleOn } from "@rehab/domain/law/rule";
import { canHappen } from "@rehab/domain/supervision/can-happen";
import { END_ITEMS } from "@rehab/domain/supervision/end-items";
import { endReadiness } from "@rehab/domain/supervision/end-of-term";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { handlerIn } from "../approvals/approval-handler.ts";
import type { ApprovalContent, ApprovalHandler } from "../approvals/approval-handler.ts";
import { EndProposal, factsOfProposal } from "./end-proposal.ts";
import type { StatePerson } from "./load-states.ts";
import { carryOutEnd, eventOf } from "./propose-end.ts";
import { stateMatter } from "./state-matter.ts";

/** A release or termination, as the second person sees it. */
function handler(
  kind: "release" | "termination",
  contentOf: (
    person: StatePerson,
    proposal: EndProposal,
    on: PlainDate,
    law: Law,
  ) => Partial<ApprovalContent>,
): ApprovalHandler {
  return handlerIn(
    stateMatter,
    (person, row, { today, law }) => {
      const proposal = EndProposal.parse(row.proposal);
      const { history } = person.facts;
      return {
        measure: history.measure,
        facts: factsOfProposal(row),
        items: [],
        sentence: "",
        citation: "",
        cautions: [],
        obstacle: canHappen(eventOf(kind, proposal), history, law)?.zh,
        ...contentOf(person, proposal, today, law),
      };
    },
    carryOutEnd,
  );
}

export const releaseApproval = handler("release", ({ facts }, _, today, law) => {
  const end = endReadiness(facts, today, law);
  const rule = ruleOn("T14", today, law.rules);
  return {
    items: (end?.items ?? []).map((item) => ({ ...item, label: zhOf(END_ITEMS, item.code) })),
    sentence: `${end === undefined ? "" : `期限至${end.endOn}届满。`}期满之日起解除，以公安机关的解除通知书为凭，不以评估结果为条件；未办妥的材料另行补齐。`,
    citation: citationOf(rule),
  };
});

export const terminationApproval = handler("termination", (person, { ground }, today, law) => {
  // 强制隔离戒毒 ends a measure by 禁毒法 第三十八条, custody of other kinds by 戒毒条例 第二十四条
  const isIsolation = ground === "compulsory_isolation";
  const rule = ruleOn(isIsolation ? "T10" : "T13", today, law.rules);
  return {
    sentence: "终止后不再执行，期限不再计算；请核对决定机关、文号和日期与文书一致。",
    citation: citationOf(rule),
    cautions: isIsolation ? isolationCautions(person, today, law) : [],
  };
});

import { EndDetails } from "@rehab/schema/case-event-details";
import { mayAtStation } from "../../core/require-at-station.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { holds } from "../enrollees/annulment.ts";
import { openProposalAmong } from "../matters/rows.ts";
import type { EventRow } from "../matters/rows.ts";
import type { StatePerson } from "./load-states.ts";
import { openProposal } from "./possible-actions.ts";

/** Whether an event is an end that two people carried out. */
export function isEnd({ kind }: Pick<EventRow, "kind">): boolean {
  return kind === "released" || kind === "terminated";
}

/** Why the annulment of an end cannot be carried out: what rests on it goes first; undefined when it can. */
export function restsOnEnd(row: EventRow, { receipts, documents }: StatePerson): string | undefined {
  if (!holds(row)) return "已经撤销";
  const paperId = endPaperOf(row);
  const paper = documents.find(({ id }) => id === paperId);
  const isServed = receipts.some((receipt) => receipt.documentId === paper?.id && holds(receipt));
  return isServed ? "通知书已登记送达，请先撤销送达回执" : undefined;
}

/** Why somebody cannot propose to annul an end; undefined when that is possible. */
export function endAnnulObstacle(
  { actor }: Pick<QueryContext, "actor">,
  row: EventRow,
  person: StatePerson,
): string | undefined {
  const rests = restsOnEnd(row, person);
  if (rests !== undefined) return rests;
  if (openProposalAmong(person.proposals) !== undefined) return openProposal;
  return mayAtStation(actor, "create", "Approval", row.stationId)
    ? undefined
    : "由所在工作站的专职工作人员提出撤销，由第二人复核";
}

/** The paper that went on file with an end; null where none did. */
export function endPaperOf({ details }: EventRow): string | null {
  return EndDetails.partial().safeParse(details ?? {}).data?.paperId ?? null;
}

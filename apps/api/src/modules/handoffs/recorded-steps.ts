import { zhOf } from "@rehab/domain/code-list";
import { restingOn } from "@rehab/domain/handoff/can-record";
import type { CaseEvent, CaseEventKind } from "@rehab/domain/supervision/case-event";
import { CASE_EVENT_KINDS } from "@rehab/domain/supervision/case-event";
import type { CaseHistory } from "@rehab/domain/supervision/case-history";
import type { RecordedStep } from "@rehab/schema/handoffs";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "../../core/actor.ts";
import type { ReadTx } from "../../db/client.ts";
import { account } from "../../db/schema/account.ts";
import { caseEvent } from "../../db/schema/case-facts.ts";
import { detailsOfEvent } from "../enrollees/timeline-entry.ts";

/** The kinds that a station records after the hand-off, and annuls when they were recorded wrongly. */
export const annullableKinds: readonly CaseEventKind[] = [
  "reported",
  "transfer_reported",
  "notice_given",
  "agreement_signed",
  "team_formed",
  "plan_made",
];

const shownKinds: readonly CaseEventKind[] = [
  "assigned",
  "acknowledged",
  "station_returned",
  "returned_to_police",
  ...annullableKinds,
];

/** The recorded steps of a case that hold, in the order in which they happened. */
export async function recordedSteps(
  tx: ReadTx,
  { caseId, history }: { readonly caseId: string; readonly history: CaseHistory },
  actor: Actor,
): Promise<RecordedStep[]> {
  const rows = await tx
    .select({ event: caseEvent, recorderName: account.displayName })
    .from(caseEvent)
    .leftJoin(account, eq(account.id, caseEvent.recordedBy))
    .where(
      and(
        eq(caseEvent.caseId, caseId),
        inArray(caseEvent.kind, [...shownKinds]),
        isNull(caseEvent.annulledAt),
      ),
    )
    .orderBy(asc(caseEvent.happenedOn), asc(caseEvent.recordedAt), asc(caseEvent.id));
  return rows.map(({ event, recorderName }) => {
    const fact = { kind: event.kind as CaseEventKind, on: event.happenedOn };
    const reason = whyNotAnnulled(fact, history, actor);
    return {
      id: event.id,
      kind: fact.kind,
      happenedOn: event.happenedOn,
      recordedAt: event.recordedAt.toISOString(),
      recordedBy: recorderName,
      details: detailsOfEvent(event),
      annulment: { action: "annul", allowed: reason === null, reason },
    };
  });
}

/** Why an event cannot be annulled, in words; null when it can. */
export function whyNotAnnulled(fact: CaseEvent, history: CaseHistory, actor: Actor): string | null {
  if (!actor.ability.can("update", "CaseFile")) return "由工作站办理";
  if (!annullableKinds.includes(fact.kind)) return "指派、接收和退回不能撤销，请办理下一步";
  const resting = restingOn(fact, history).map((kind) => zhOf(CASE_EVENT_KINDS, kind));
  return resting.length === 0 ? null : `请先撤销之后的步骤：${resting.join("、")}`;
}

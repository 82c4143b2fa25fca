import { handoffStateOn, missingPapers } from "@rehab/domain/handoff/handoff-record";
import type { HandoffPaper } from "@rehab/domain/handoff/handoff-record";
import { termConflicts } from "@rehab/domain/handoff/printed-term";
import { missingRoles } from "@rehab/domain/handoff/support-team";
import { maskPersonName } from "@rehab/domain/identity/person-name";
import { standingOn } from "@rehab/domain/supervision/case-history";
import { reportDeadlineOf, stateOn } from "@rehab/domain/supervision/case-state";
import { termOf } from "@rehab/domain/supervision/term";
import type { HandoffFile } from "@rehab/schema/handoffs";
import { maskStoredIdNumber } from "../../core/mask.ts";
import { query } from "../../core/use-case.ts";
import type { QueryContext } from "../../core/use-case.ts";
import type { CaseFacts } from "../enrollees/case-facts.ts";
import { loadTeam } from "../intake/team-members.ts";
import { getHandoffCase } from "./handoff-case.ts";
import type { HandoffCase } from "./handoff-case.ts";
import { ladderView } from "./ladder-view.ts";
import { possibleActions } from "./possible-actions.ts";
import { recordedSteps } from "./recorded-steps.ts";

/** One hand-off whole. */
export const getHandoff = query<{ id: string }, HandoffFile>((context, { id }) => handoffFileOf(context, id));

/** The hand-off as it stands in this transaction: what every write about it answers. */
export async function handoffFileOf(
  context: Pick<QueryContext, "tx" | "actor" | "today" | "law" | "cipher">,
  caseId: string,
): Promise<HandoffFile> {
  const { tx, actor, today, law, cipher } = context;
  const handoffCase = await getHandoffCase(tx, caseId);
  const { person, facts, record } = handoffCase;
  const term = termOf(facts.history, today, law);
  const printed = { from: record?.orderFromOn ?? null, to: record?.orderToOn ?? null };
  const missing = missingPapersOf(handoffCase);
  const liveOrders = handoffCase.cases.filter(
    ({ history }) => standingOn(history, today).ended === undefined,
  );
  const team = await loadTeam(tx, caseId, cipher);
  return {
    ...headerOf(handoffCase, cipher),
    state: stateOn(facts.history, today, law)?.state ?? "ordered",
    handoffState: handoffStateOn(facts.history.events, today),
    order: orderOf(facts),
    record: recordOf(record),
    missingPapers: missing,
    legalTerm: term === undefined ? null : { startOn: term.startOn, endOn: term.endOn },
    termConflicts: termConflicts(printed, term),
    warnings: warningsOf(context, handoffCase, { missing: missing.length, live: liveOrders.length }),
    liveOrders: liveOrders.map((live) => liveOrderOf(live, context)),
    ladder: ladderView(facts.history, today, law),
    steps: await recordedSteps(tx, facts, actor),
    team: team.map(({ member }) => member),
    missingRoles: missingRoles(
      team.map(({ present }) => present),
      today,
    ),
    actions: possibleActions(handoffCase, actor, today),
    enrolleeId: person.id,
  };
}

function headerOf({ person, facts }: HandoffCase, cipher: QueryContext["cipher"]) {
  return {
    caseId: facts.caseId,
    enrolleeVersion: person.version,
    maskedName: maskPersonName(person.name),
    maskedIdNumber: person.idNumberCipher === null ? null : maskStoredIdNumber(person.idNumberCipher, cipher),
    provisional: person.provisional,
    stationId: person.stationId,
    stationName: person.stationName,
    townshipId: person.townshipId,
    townshipName: person.townshipName,
    caseworkerId: person.caseworkerId,
    caseworkerName: person.caseworkerName,
  };
}

function orderOf({ record }: CaseFacts): HandoffFile["order"] {
  return {
    measure: record.measure as HandoffFile["order"]["measure"],
    orderNumber: record.orderNumber,
    orderOrgan: record.orderOrgan,
    orderedOn: record.orderedOn,
    receivedOn: record.receivedOn,
    handedOffOn: record.handedOffOn,
    termMonths: record.termMonths,
    deductedDays: record.deductedDays,
    drug: record.drug,
    policeStation: record.policeStation,
  };
}

function recordOf(record: HandoffCase["record"]): HandoffFile["record"] {
  if (record === undefined) return null;
  return {
    version: record.version,
    source: record.source as NonNullable<HandoffFile["record"]>["source"],
    papers: record.papers as HandoffPaper[],
    condition: record.condition as NonNullable<HandoffFile["record"]>["condition"],
    policeOfficer: record.policeOfficer,
    isolationCenter: record.isolationCenter,
    isolationLeftOn: record.isolationLeftOn,
    orderFromOn: record.orderFromOn,
    orderToOn: record.orderToOn,
    note: record.note,
  };
}

/** The papers that should have come; a case that a register had already came without a hand-off. */
function missingPapersOf({ facts, record }: HandoffCase): HandoffPaper[] {
  if (record === undefined) return [];
  return missingPapers(facts.history.measure, record.papers as HandoffPaper[]);
}

function warningsOf(
  { today, law }: Pick<QueryContext, "today" | "law">,
  { person, facts }: HandoffCase,
  { missing, live }: { readonly missing: number; readonly live: number },
): HandoffFile["warnings"] {
  const { handedOffOn } = facts.record;
  const reportDue = reportDeadlineOf(facts.history, standingOn(facts.history, today), law)?.date;
  const isElsewhere = person.townshipStationId !== null && person.townshipStationId !== person.stationId;
  const found: [HandoffFile["warnings"][number], boolean][] = [
    ["provisional", person.provisional],
    ["live_orders", live > 1],
    ["after_deadline", handedOffOn !== null && reportDue !== undefined && reportDue < handedOffOn],
    ["papers_missing", missing > 0],
    ["township_elsewhere", isElsewhere],
    ["owner_unfit", person.hasUnfitOwner],
  ];
  return found.flatMap(([warning, holds]) => (holds ? [warning] : []));
}

function liveOrderOf(
  { record, history }: CaseFacts,
  { today, law }: Pick<QueryContext, "today" | "law">,
): HandoffFile["liveOrders"][number] {
  return {
    caseId: record.id,
    measure: record.measure as HandoffFile["order"]["measure"],
    state: stateOn(history, today, law)?.state ?? "ordered",
    orderNumber: record.orderNumber,
    orderedOn: record.orderedOn,
    receivedOn: record.receivedOn,
  };
}

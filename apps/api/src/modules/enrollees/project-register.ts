import { handoffStateOn } from "@rehab/domain/handoff/handoff-record";
import { intakeLadder, nextRung } from "@rehab/domain/handoff/intake-ladder";
import { lastContactOn } from "@rehab/domain/indicators/evidence";
import { caseSpans } from "@rehab/domain/indicators/case-spans";
import type { CaseSpan } from "@rehab/domain/indicators/case-spans";
import { windowCount } from "@rehab/domain/indicators/urine-windows";
import type { Law } from "@rehab/domain/law/law";
import { isRegistered, standingOn } from "@rehab/domain/supervision/case-history";
import { reportDeadlineOf } from "@rehab/domain/supervision/case-state";
import { dutiesOn } from "@rehab/domain/supervision/duties";
import { isOfficeRule } from "@rehab/domain/supervision/duty";
import { termFrom } from "@rehab/domain/supervision/term";
import { planFor } from "@rehab/domain/testing/plan";
import { windowsOf } from "@rehab/domain/testing/windows";
import { addDays, comparePlainDates, maxDate } from "@rehab/domain/time/plain-date";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { eq, inArray } from "drizzle-orm";
import type { Tx } from "../../db/client.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { caseSpan, registerEntry } from "../../db/schema/projection.ts";
import { duty } from "../../db/schema/supervision.ts";
import { insertRows } from "../../db/insert-rows.ts";
import { presentOf } from "./present-case.ts";
import { loadSupervisionFacts } from "./supervision-facts.ts";
import type { SupervisedCase } from "./supervision-facts.ts";

type SpanRow = typeof caseSpan.$inferInsert;
type EntryRow = typeof registerEntry.$inferInsert;
type DutyRow = typeof duty.$inferInsert;

interface Surroundings {
  readonly law: Law;
  readonly today: PlainDate;
}

const batchSize = 2000;

/**
 * Derives spans and register lines of some people anew from their facts. Called in the transaction of
 * every write about them, so that lists and facts never disagree.
 */
export async function projectRegister(
  tx: Tx,
  enrolleeIds: readonly string[],
  surroundings: Surroundings,
): Promise<void> {
  for (let start = 0; start < enrolleeIds.length; start += batchSize) {
    await projectBatch(tx, enrolleeIds.slice(start, start + batchSize), surroundings);
  }
}

async function projectBatch(tx: Tx, ids: string[], surroundings: Surroundings): Promise<void> {
  const names = await tx
    .select({ id: enrollee.id, nameSort: enrollee.nameSort, riskLevel: enrollee.riskLevel })
    .from(enrollee)
    .where(inArray(enrollee.id, ids));
  const nameSorts = new Map(names.map(({ id, nameSort }) => [id, nameSort]));
  const riskLevels = new Map(names.map(({ id, riskLevel }) => [id, riskLevel]));
  const casesByPerson = Map.groupBy(await loadSupervisionFacts(tx, ids), ({ enrolleeId }) => enrolleeId);

  const spans: SpanRow[] = [];
  const entries: EntryRow[] = [];
  const duties: DutyRow[] = [];
  for (const [enrolleeId, cases] of casesByPerson) {
    const nameSort = nameSorts.get(enrolleeId);
    if (nameSort === undefined) continue;
    const projection = projectionOf(cases, nameSort, surroundings);
    spans.push(...projection.spans);
    if (projection.entry !== undefined) entries.push(projection.entry);
    const riskLevel = cases.at(-1)?.riskLevel ?? null;
    if (riskLevel !== riskLevels.get(enrolleeId)) {
      await tx.update(enrollee).set({ riskLevel }).where(eq(enrollee.id, enrolleeId));
    }
    duties.push(...projection.duties);
  }

  await tx.delete(caseSpan).where(inArray(caseSpan.enrolleeId, ids));
  await tx.delete(registerEntry).where(inArray(registerEntry.enrolleeId, ids));
  await tx.delete(duty).where(inArray(duty.enrolleeId, ids));
  await insertRows(tx, caseSpan, spans);
  await insertRows(tx, registerEntry, entries);
  await insertRows(tx, duty, duties);
}

/** The spans, the register line and the duties of one person, from the person's cases, the earliest first. */
export function projectionOf(
  cases: readonly SupervisedCase[],
  nameSort: string,
  surroundings: Surroundings,
): { spans: SpanRow[]; entry: EntryRow | undefined; duties: DutyRow[] } {
  const spansOfCases = cases.map((facts) => caseSpans(facts, surroundings.law));
  const present = presentOf(cases, surroundings.today);
  const spansOfPresent = present && spansOfCases[cases.indexOf(present)];
  const line = present && entryRow(present, spansOfPresent ?? [], surroundings);
  return {
    spans: cases.flatMap((facts, index) => spanRows(facts, spansOfCases[index] ?? [])),
    entry: line && { ...line, nameSort },
    duties: present === undefined ? [] : dutyRows(present, surroundings),
  };
}

/** What is to be done in the case that the register shows. */
function dutyRows(facts: SupervisedCase, { law, today }: Surroundings): DutyRow[] {
  const { record } = facts;
  return dutiesOn(facts, today, law).map((each) => {
    const snoozable = isOfficeRule(each.ruleId, each.opensOn, law);
    const snooze = facts.snoozes.find(({ kind, subject }) => kind === each.kind && subject === each.subject);
    return {
      enrolleeId: record.enrolleeId,
      kind: each.kind,
      subject: each.subject,
      countyCode: record.countyCode,
      stationId: record.stationId,
      caseId: record.id,
      ruleId: each.ruleId,
      opensOn: each.opensOn,
      dueOn: each.dueOn ?? null,
      snoozedTo: (snoozable ? snooze?.until : undefined) ?? null,
      snoozable,
    };
  });
}

function spanRows({ record }: SupervisedCase, spans: readonly CaseSpan[]): SpanRow[] {
  return spans.map((span) => ({
    caseId: record.id,
    countyCode: record.countyCode,
    stationId: record.stationId,
    enrolleeId: record.enrolleeId,
    measure: record.measure,
    fromOn: span.from,
    untilOn: span.until ?? null,
    state: span.state,
    controlReason: span.control?.reason ?? null,
    controlled: span.control?.controlled ?? null,
  }));
}

/** The person's line on the register; none before the first fact has happened. */
function entryRow(
  facts: SupervisedCase,
  spans: readonly CaseSpan[],
  { law, today }: Surroundings,
): Omit<EntryRow, "nameSort"> | undefined {
  const span = spans.find(({ from, until }) => from <= today && (until === undefined || today < until));
  if (span === undefined) return undefined;
  const { record, history } = facts;
  const standing = standingOn(history, today);
  const term = termFrom(history, standing, today, law);
  const windows =
    term === undefined ? [] : windowsOf(term, planFor(history.measure, term.startOn, law.testPlans));
  const nextWindowEnd = windows.find(({ to }) => to >= today)?.to;
  const due = windowCount([facts], term?.startOn ?? today, today, law);
  const lastTest = facts.tests.filter(({ on }) => on <= today).reduce<PlainDate | null>(latestTest, null);
  const rung = nextRung(intakeLadder(history, today, law));
  const nextChanges = [
    span.until,
    isRegistered(standing) && nextWindowEnd !== undefined ? addDays(nextWindowEnd, 1) : undefined,
    // a test that another place was asked to make stands in for one here on the days agreed
    ...facts.delegations.flatMap(({ wantedFrom, wantedTo }) => [wantedFrom, addDays(wantedTo, 1)]),
  ].filter((day): day is PlainDate => day !== undefined && today < day);

  return {
    enrolleeId: record.enrolleeId,
    countyCode: record.countyCode,
    stationId: record.stationId,
    caseId: record.id,
    registered: isRegistered(standing),
    measure: record.measure,
    state: span.state,
    controlReason: span.control?.reason ?? null,
    controlled: span.control?.controlled ?? null,
    reportDueOn: reportDeadlineOf(history, standing, law)?.date ?? null,
    reportedOn: standing.reportedOn ?? null,
    agreementSignedOn: standing.agreementSignedOn ?? null,
    termStartOn: term?.startOn ?? null,
    termEndOn: term?.endOn ?? null,
    endedOn: standing.ended?.on ?? null,
    lastInPersonOn: lastContactOn(facts, today)?.on ?? null,
    lastTestOn: lastTest,
    windowsDue: due.due,
    windowsDone: due.done,
    handoffState: handoffStateOn(history.events, today),
    intakeRung: rung?.code ?? null,
    intakeDueOn: rung?.deadline?.date ?? null,
    asOf: today,
    nextChangeOn: nextChanges.toSorted(comparePlainDates).at(0) ?? null,
  };
}

function latestTest(latest: PlainDate | null, { on }: { on: PlainDate }): PlainDate {
  return latest === null ? on : maxDate(latest, on);
}

import { zhOf } from "@rehab/domain/code-list";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import type { TestResult } from "@rehab/domain/testing/drug-test";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { systemActor } from "../src/core/actor.ts";
import type { Services } from "../src/core/use-case.ts";
import { getYear } from "../src/modules/county-records/year-summary.ts";
import { getFile } from "../src/modules/enrollees/get-file.ts";
import { reveal } from "../src/modules/enrollees/reveal.ts";
import { listControlRatePeople } from "../src/modules/indicators/control-rate-people.ts";
import { getControlRate } from "../src/modules/indicators/control-rate.ts";
import { listStaff } from "../src/modules/staff/queries.ts";

const endLabels = { released: "解除", terminated: "终止", transferred_out: "转出", died: "死亡" } as const;

/** Every figure of a county's year in the form of the fixture's expected.json, taken from the API's own queries. */
export async function figuresOf(services: Services, asOf: PlainDate) {
  const year = Number(asOf.slice(0, 4));
  const rate = (evidenceDays: number) => getControlRate(services, systemActor, { asOf, evidenceDays });
  const [days30, days60, days90] = [await rate(30), await rate(60), await rate(90)];
  const book = await getYear(services, systemActor, { year });
  const { staff } = await listStaff(services, systemActor, undefined);
  const windows = new Map(book.windows.stations.map((station) => [station.name, station]));
  const { reasons } = days90;
  const weeks = book.weeklyChecks.weeks;
  const weeksThatAre = (status: string) =>
    weeks.filter((week) => week.status === status).map(({ week }) => week);

  return {
    asOf,
    county: services.county.name,
    registered: days90.denominator,
    controlled: days90.numerator,
    notControlled: {
      lost_contact: reasons.lost_contact,
      leave_overdue: reasons.leave_overdue,
      not_reported: reasons.not_reported,
    },
    provenWithinDays: {
      "30": days30.evidence.numerator,
      "60": days60.evidence.numerator,
      "90": days90.evidence.numerator,
    },
    byStation: Object.fromEntries(
      days90.stations.map(({ id, name, numerator, denominator, evidenceNumerator }) => [
        name,
        {
          registered: denominator,
          controlled: numerator,
          provenWithin90Days: evidenceNumerator,
          staff: staff.filter(({ stationId }) => stationId === id).length,
          urineWindows: { due: windows.get(name)?.due, done: windows.get(name)?.done },
        },
      ]),
    ),
    byMeasure: Object.fromEntries(
      days90.measures.map(({ measure, denominator }) => [zhOf(MEASURES, measure), denominator]),
    ),
    suspended: reasons.suspended,
    pendingReport: reasons.in_report_period,
    registeredAtYearStart: book.registeredAtYearStart,
    handedOff: book.handedOff,
    ended: Object.fromEntries(Object.entries(endLabels).map(([kind, label]) => [label, book.ended[kind]])),
    staff: staff.length,
    weeklyChecks: {
      made: book.weeklyChecks.made,
      silentWeeks: weeksThatAre("silent"),
      zeroWeeks: weeksThatAre("zero"),
    },
    urine: {
      rowsThatCount: book.tests.recorded,
      byResult: Object.fromEntries(
        Object.entries(book.tests.byResult)
          .filter(([, count]) => count > 0)
          .map(([result, count]) => [zhOf(TEST_RESULTS, result as TestResult), count]),
      ),
      windowsWhollyInYear: { due: book.windows.due, done: book.windows.done },
    },
    visits: book.visits,
    leaves: book.leaves,
    funds: {
      budget: (book.fund.budgetFen ?? 0) / 100,
      spent: book.fund.spentFen / 100,
      executionRate: Math.round((book.fund.spentFen / (book.fund.budgetFen ?? 1)) * 10_000) / 100,
    },
    notReported: await listNotReported(services, asOf),
  };
}

async function listNotReported(
  services: Services,
  asOf: PlainDate,
): Promise<{ name: string; due: string | null }[]> {
  const { rows } = await listControlRatePeople(services, systemActor, {
    asOf,
    evidenceDays: 90,
    group: "registered",
    reason: "not_reported",
    limit: 100,
  });
  const people = await Promise.all(
    rows.map(async ({ id, caseId }) => {
      const { cases } = await getFile(services, systemActor, { id });
      const shown = await reveal(services, systemActor, { ids: [id], fields: ["name"] });
      const due = cases.find((record) => record.id === caseId)?.reportDueOn ?? null;
      return { name: shown.people[0]?.name ?? "", due };
    }),
  );
  return people.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

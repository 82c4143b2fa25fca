import { weeklyChecks } from "@rehab/domain/indicators/weekly-check";
import { lastDayOfWeek } from "@rehab/domain/time/iso-week";
import { addDays } from "@rehab/domain/time/plain-date";
import type { ResponseOf } from "@rehab/schema/endpoint";
import type { countyRecordsEndpoints } from "@rehab/schema/county-records";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { QueryContext } from "../../core/use-case.ts";
import { weeklyCheck } from "../../db/schema/county-records.ts";

type Weeks = ResponseOf<typeof countyRecordsEndpoints.year>["weeklyChecks"];
type WeekStatus = Weeks["weeks"][number]["status"];

/** The weeks of a year: checked, checked without anybody new, silent, or still to come. */
export async function readWeeklyChecks({ tx, county, today }: QueryContext, year: number): Promise<Weeks> {
  const checks = await tx
    .select({
      week: weeklyCheck.week,
      checkedOn: weeklyCheck.checkedOn,
      people: weeklyCheck.people,
      ourPerson: weeklyCheck.ourPerson,
      reconciliationId: weeklyCheck.reconciliationId,
    })
    .from(weeklyCheck)
    .where(
      and(
        eq(weeklyCheck.countyCode, county.code),
        eq(weeklyCheck.year, year),
        isNull(weeklyCheck.annulledAt),
      ),
    )
    .orderBy(asc(weeklyCheck.checkedOn));
  const summary = weeklyChecks(
    checks.map(({ week, checkedOn, people }) => ({ on: checkedOn, week: { year, week }, listed: people })),
    year,
    today,
  );
  const statusOf = (week: number): WeekStatus => {
    if (summary.silentWeeks.includes(week)) return "silent";
    if (summary.openWeeks.includes(week)) return "upcoming";
    return summary.zeroWeeks.includes(week) ? "zero" : "checked";
  };
  const weeks = Array.from({ length: summary.weeksInYear }, (_, index) => index + 1);
  return {
    year,
    made: summary.made,
    weeks: weeks.map((week) => {
      const ofWeek = checks.filter((check) => check.week === week && check.checkedOn <= today);
      return {
        week,
        from: addDays(lastDayOfWeek({ year, week }), -6),
        to: lastDayOfWeek({ year, week }),
        status: statusOf(week),
        checkedOn: ofWeek.at(-1)?.checkedOn ?? null,
        people: ofWeek.reduce((sum, { people }) => sum + people, 0),
        checkedBy: ofWeek.at(-1)?.ourPerson ?? null,
        reconciliationId: ofWeek.at(-1)?.reconciliationId ?? null,
      };
    }),
  };
}

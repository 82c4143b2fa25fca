import { refusalWouldCount } from "@rehab/domain/breach/refusal-verdict";
import { maskPersonName } from "@rehab/domain/identity/person-name";
import type { DrugTest } from "@rehab/domain/testing/drug-test";
import { wasTaken } from "@rehab/domain/testing/drug-test";
import { testCallOn } from "@rehab/domain/testing/test-day";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import type { ResponseOf } from "@rehab/schema/endpoint";
import type { CallRow } from "@rehab/schema/test-views";
import type { testsEndpoints } from "@rehab/schema/tests";
import { and, asc, eq } from "drizzle-orm";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { query } from "../../core/use-case.ts";
import { station } from "../../db/schema/county.ts";
import { enrollee } from "../../db/schema/enrollee.ts";
import { registerEntry } from "../../db/schema/projection.ts";
import { loadSupervisionFacts } from "../enrollees/supervision-facts.ts";
import { ownStation } from "./record-day.ts";

interface Input {
  readonly on?: PlainDate | undefined;
}

/** Everybody on the own station's register: who is due for a test on the day, and of the others why not. */
export const listTestDay = query<Input, ResponseOf<typeof testsEndpoints.dayList>>(
  async (context, { on = context.today }) => {
    const { tx, law, today } = context;
    refuseFutureDay(on, today, "/on");
    const stationId = ownStation(context);
    const [own] = await tx.select({ name: station.name }).from(station).where(eq(station.id, stationId));
    const people = await tx
      .select({
        id: enrollee.id,
        name: enrollee.name,
        sex: enrollee.sex,
        village: enrollee.village,
      })
      .from(registerEntry)
      .innerJoin(enrollee, eq(enrollee.id, registerEntry.enrolleeId))
      .where(and(eq(registerEntry.stationId, stationId), eq(registerEntry.registered, true)))
      .orderBy(asc(enrollee.nameSort), asc(enrollee.id));
    const cases = await loadSupervisionFacts(
      tx,
      people.map(({ id }) => id),
    );
    const latest = new Map(cases.map((facts) => [facts.enrolleeId, facts]));
    const rows = people.flatMap(({ id, name, sex, village }): CallRow[] => {
      const facts = latest.get(id);
      if (facts === undefined) return [];
      const { window, excuse } = testCallOn(facts, on, law);
      return [
        {
          enrolleeId: id,
          maskedName: maskPersonName(name),
          sex: sex as CallRow["sex"],
          measure: facts.history.measure,
          village,
          window:
            window === undefined
              ? null
              : { index: window.index, year: window.year, from: window.from, to: window.to },
          lastOn: lastTaken(facts.tests, on),
          excuse: excuse ?? null,
          called: refusalWouldCount(facts, on, law),
        },
      ];
    });
    return { on, stationId, stationName: own?.name ?? "", rows };
  },
);

function lastTaken(tests: readonly DrugTest[], upTo: PlainDate): PlainDate | null {
  const days = tests.filter((test) => wasTaken(test) && test.on <= upTo).map(({ on }) => on);
  return days.toSorted().at(-1) ?? null;
}

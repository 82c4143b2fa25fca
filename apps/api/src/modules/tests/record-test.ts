import { zhOf } from "@rehab/domain/code-list";
import { wasTaken } from "@rehab/domain/testing/drug-test";
import type { TestResult } from "@rehab/domain/testing/drug-test";
import { testObstacle } from "@rehab/domain/testing/test-day";
import { TESTER_GAPS, testerGaps } from "@rehab/domain/testing/testers";
import type { TakenSample, TesterGap, Testers } from "@rehab/domain/testing/testers";
import type { BodyOf } from "@rehab/schema/endpoint";
import type { TestDetails } from "@rehab/schema/test-bodies";
import type { TestFile } from "@rehab/schema/test-views";
import type { testsEndpoints } from "@rehab/schema/tests";
import { ProblemError } from "../../core/problem-error.ts";
import { refuseFutureDay } from "../../core/refuse-future-day.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import type { QueryContext } from "../../core/use-case.ts";
import { drugTest } from "../../db/schema/case-facts.ts";
import { holds } from "../enrollees/annulment.ts";
import { factOf } from "../enrollees/present-case.ts";
import { recording } from "../matters/recording.ts";
import type { TestPerson } from "./load-test-people.ts";
import { testMatter } from "./test-matter.ts";

type Body = BodyOf<typeof testsEndpoints.record>;

interface Input {
  readonly id: string;
  readonly body: Body;
}

/** Records one test of a person: on the spot, sent to a laboratory, refused or missed. */
export const recordTest = recording<TestPerson, TestFile, Input>(testMatter, {
  action: "record",
  subjectType: "drugTest",
  known: ({ tests }) => tests,
  change: ({ body: { happenedOn, method, result } }) => ({ happenedOn, method, result }),
  write: async (context, person, { body }) => {
    const { tx, today, actor } = context;
    requireAtStation(actor, "create", "CaseFile", person.facts.stationId);
    refuseFutureDay(body.happenedOn, today, "/happenedOn");
    refuseFutureDay(body.sentOn, today, "/sentOn");
    const obstacle = obstacleTo(context, person, body);
    if (obstacle !== undefined) throw new ProblemError("wrong_state", { detail: obstacle });
    refuseTesterGaps(body, wasTaken(body) ? [{ method: body.method, sex: person.sex ?? body.sex }] : []);
    const { id, happenedOn, method, result, place, tester, secondTester, sampleNumber, note } = body;
    await tx.insert(drugTest).values({
      ...factOf(context, person.facts),
      id,
      happenedOn,
      method,
      result,
      place,
      tester,
      secondTester,
      sampleNumber,
      note,
      details: detailsOf(body),
    });
  },
});

/** Why a result cannot be taken down for a person; undefined when it can. */
export function obstacleTo(
  { law }: Pick<QueryContext, "law">,
  { facts, tests }: TestPerson,
  test: Pick<Body, "happenedOn" | "method"> & { readonly result: TestResult },
): string | undefined {
  const isTwice = tests.some(
    (row) => holds(row) && row.happenedOn === test.happenedOn && row.method === test.method,
  );
  if (isTwice) return "当日已经登记过这种检测；登记有误的，先撤销再重新登记";
  return testObstacle(facts, test.happenedOn, test.result, law);
}

const fieldOfGap: Readonly<Record<TesterGap, string>> = {
  second_tester: "/secondTester",
  woman_collector: "/womanCollector",
  collector_not_tester: "/womanCollector",
  sex_unknown: "/sex",
};

/** Throws `invalid_input` at the fields for who may not take these samples. */
export function refuseTesterGaps(testers: Testers, samples: readonly TakenSample[]): void {
  const gaps = testerGaps(testers, samples);
  if (gaps.length === 0) return;
  throw new ProblemError("invalid_input", {
    errors: gaps.map((gap) => ({ pointer: fieldOfGap[gap], detail: zhOf(TESTER_GAPS, gap) })),
  });
}

function detailsOf(body: Body): TestDetails {
  const { womanCollector, sampleB, sealed, laboratory, sentOn, reason } = body;
  return {
    ...(womanCollector !== null && { womanCollector }),
    ...(sampleB !== null && { sampleB }),
    ...(sealed && { sealed }),
    ...(laboratory !== null && { laboratory }),
    ...(sentOn !== null && { sentOn }),
    ...(reason !== null && { reason }),
  };
}

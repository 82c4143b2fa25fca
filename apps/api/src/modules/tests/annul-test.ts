import type { BodyOf } from "@rehab/schema/endpoint";
import type { TestFile } from "@rehab/schema/test-views";
import type { testsEndpoints } from "@rehab/schema/tests";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../core/problem-error.ts";
import { requireAtStation } from "../../core/require-at-station.ts";
import { useCase } from "../../core/use-case.ts";
import { drugTest } from "../../db/schema/case-facts.ts";
import { testDelegation, testStep } from "../../db/schema/supervision.ts";
import { holds } from "../no-shows/load-no-shows.ts";
import { answerAfterWrite, lockTestPerson } from "./open-person.ts";
import type { TestPerson } from "./open-person.ts";
import { openProposalOf } from "./possible-actions.ts";

type Body = BodyOf<typeof testsEndpoints.annul>;

interface Input {
  readonly id: string;
  readonly body: Body;
}

const tableOf = { test: drugTest, step: testStep, delegation: testDelegation } as const;
const subjectOf = { test: "drugTest", step: "testStep", delegation: "testDelegation" } as const;

/**
 * Annuls what was recorded wrongly, with the reason; it stays on record. The last step goes first, and the report
 * that two people made to the police is not annulled: their answer ends it.
 */
export const annulTest = useCase<Input, TestFile>("tests.annul", async (context, { id, body }) => {
  const { tx, audit, now, actor } = context;
  const { fact, factId, reason } = body;
  const person = await lockTestPerson(context, id);
  const row = rowsOf(person, fact).find((each) => each.id === factId);
  if (row === undefined) throw new ProblemError("not_found");
  requireAtStation(actor, "update", "CaseFile", row.stationId);
  const annulled = holds(row);
  if (annulled) {
    const obstacle = obstacleTo(person, body);
    if (obstacle !== undefined) throw new ProblemError("wrong_state", { detail: obstacle });
    const table = tableOf[fact];
    await tx
      .update(table)
      .set({ annulledAt: now, annulledBy: actor.accountId, annulmentReason: reason })
      .where(eq(table.id, factId));
  }
  audit({
    action: "tests.annul",
    subjectType: subjectOf[fact],
    subjectId: factId,
    change: { enrolleeId: id, annulled },
    reason,
  });
  return answerAfterWrite(context, id);
});

interface AnnullableRow {
  readonly id: string;
  readonly stationId: string;
  readonly annulledAt: Date | null;
}

function rowsOf({ tests, steps, delegations }: TestPerson, fact: Body["fact"]): readonly AnnullableRow[] {
  return { test: tests, step: steps, delegation: delegations }[fact];
}

function obstacleTo(person: TestPerson, { fact, factId }: Body): string | undefined {
  const stepsThatHold = person.steps.filter(holds);
  if (fact === "delegation") {
    const row = person.delegations.find(({ id }) => id === factId);
    const proven = person.tests.some((test) => test.id === row?.testId && holds(test));
    return proven ? "回执已经登记，请先撤销这次检测" : undefined;
  }
  const testId = fact === "test" ? factId : stepsThatHold.find(({ id }) => id === factId)?.testId;
  if (openProposalOf(person, testId) !== undefined) return "报告公安机关正在复核，请先撤回报告";
  const ofTest = stepsThatHold.filter((step) => step.testId === testId);
  if (fact === "test") return ofTest.length === 0 ? undefined : "请先撤销这次检测之后的步骤";
  const last = ofTest.at(-1);
  if (last?.id !== factId) return "请先撤销后面的步骤";
  return last.kind === "police_informed" ? "已经报告公安机关，不能撤销；请登记公安机关的处理" : undefined;
}

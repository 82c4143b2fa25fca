import type { BodyOf } from "@rehab/schema/endpoint";
import type { testsEndpoints } from "@rehab/schema/tests";
import { holds } from "../enrollees/annulment.ts";
import { annulling } from "../matters/annulling.ts";
import type { TestPerson } from "./load-test-people.ts";
import { openProposalOf } from "./possible-actions.ts";
import { testMatter } from "./test-matter.ts";

/**
 * Annuls a test, a step or a delegation. The last step goes first, and the report that two people made to the police is
 * not annulled: their answer ends it.
 */
export const annulTest = annulling(testMatter, {
  rowsOf: ({ tests, steps, delegations }) => ({ test: tests, step: steps, delegation: delegations }),
  obstacle: obstacleTo,
});

function obstacleTo(
  person: TestPerson,
  { fact, factId }: Pick<BodyOf<typeof testsEndpoints.annul>, "fact" | "factId">,
): string | undefined {
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

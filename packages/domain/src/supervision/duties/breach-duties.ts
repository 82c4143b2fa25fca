import { breachLadder } from "../../breach/breach-ladder.ts";
import type { Duty } from "../duty.ts";
import { isProposed } from "../supervision-facts.ts";
import type { Scene } from "./scene.ts";
import { isSupervised } from "./scene.ts";

/**
 * What the ladder of breaches asks for next (rule B1, 戒毒条例 第二十条、第二十一条). A document that waits for its service
 * stands among the documents, and a referral that waits for a second person is not asked for twice.
 */
export function breachDuties(scene: Scene): Duty[] {
  const { facts, asOf, law } = scene;
  const { next, openSince } = breachLadder(facts, asOf, law);
  if (next === undefined || next.action === "serve" || !isSupervised(scene)) return [];
  if (next.action === "refer" && isProposed(facts, "breach_referral")) return [];
  const opensOn = openSince ?? asOf;
  return [
    {
      kind: next.action === "refer" ? "breach_referral" : "warning",
      subject: next.document ?? "",
      ruleId: next.ruleId,
      opensOn,
      // the law says 及时 and counts no days: from the first day on it is late
      dueOn: next.dueOn ?? opensOn,
    },
  ];
}

import type { Law } from "../law/law.ts";
import type { PlainDate } from "../time/plain-date.ts";
import { standingOn } from "./case-history.ts";
import { stateFrom } from "./case-state.ts";
import type { Duty } from "./duty.ts";
import { absenceDuties } from "./duties/absence-duties.ts";
import { breachDuties } from "./duties/breach-duties.ts";
import { contactDuties } from "./duties/contact-duties.ts";
import { documentDuties, unserved } from "./duties/document-duties.ts";
import type { Scene } from "./duties/scene.ts";
import { stageDuties } from "./duties/stage-duties.ts";
import { testDuties } from "./duties/test-duties.ts";
import type { SupervisionFacts } from "./supervision-facts.ts";

/**
 * What is to be done for a person, as the facts of a day say. Nothing is due before the order was received or after the
 * measure has ended, but for the service of what ended it. What opens later stands among them with its day, so that the passing of days alone changes nothing
 * but whether it is due, except where a test window, a leave or a state of the case begins or ends.
 */
export function dutiesOn(facts: SupervisionFacts, asOf: PlainDate, law: Law): Duty[] {
  const standing = standingOn(facts.history, asOf);
  const state = stateFrom(facts.history, standing, asOf, law);
  if (state === undefined) return [];
  const scene: Scene = { facts, standing, state, asOf, law };
  // the notice of a release is served on the person after it
  if (standing.ended !== undefined) return standing.ended.kind === "released" ? unserved(scene) : [];
  return [
    ...stageDuties(scene),
    ...absenceDuties(scene),
    ...testDuties(scene),
    ...breachDuties(scene),
    ...contactDuties(scene),
    ...documentDuties(scene),
  ];
}

import { isUnserved } from "../../handoff/document-service.ts";
import { intakeLadder } from "../../handoff/intake-ladder.ts";
import type { Duty } from "../duty.ts";
import type { Scene } from "./scene.ts";
import { isSupervised, lastDayOf } from "./scene.ts";

/** Documents that wait for their service, and papers that the file lacks. */
export function documentDuties(scene: Scene): Duty[] {
  return [...unserved(scene), ...unproven(scene), ...unanswered(scene)];
}

/** What must be served on the person and has no receipt yet. */
export function unserved({ facts, law }: Scene): Duty[] {
  return facts.documents.filter(isUnserved).map(({ id, issuedOn }) => ({
    kind: "service",
    subject: id,
    ruleId: "D1",
    opensOn: issuedOn,
    dueOn: lastDayOf("D1", issuedOn, law),
  }));
}

/** Steps of the intake that a ledger could not prove: a paper is missing in the file, and no day is over. */
function unproven(scene: Scene): Duty[] {
  if (!isSupervised(scene)) return [];
  const { facts, standing, state, asOf, law } = scene;
  const opensOn = standing.reportedOn ?? state.since;
  return intakeLadder(facts.history, asOf, law)
    .filter(({ state }) => state === "unproven")
    .map(({ code }) => ({ kind: "document", subject: code, ruleId: "D2", opensOn, dueOn: undefined }));
}

/** The police sign for what they were given, and answer. */
function unanswered({ state }: Scene): Duty[] {
  if (state.state !== "no_show_referred" && state.state !== "breach_referred") return [];
  return [{ kind: "referral_answer", subject: "", ruleId: "T9", opensOn: state.since, dueOn: undefined }];
}

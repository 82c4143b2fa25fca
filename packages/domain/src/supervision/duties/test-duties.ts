import type { DrugTest } from "../../testing/drug-test.ts";
import { resultOf } from "../../testing/drug-test.ts";
import { positiveStanding } from "../../testing/positive-standing.ts";
import { testCallOn } from "../../testing/test-day.ts";
import { windowStrip } from "../../testing/window-strip.ts";
import { addDays, comparePlainDates, daysBetween } from "../../time/plain-date.ts";
import type { Duty } from "../duty.ts";
import type { Scene } from "./scene.ts";
import { isSupervised, lastDayOf } from "./scene.ts";

/** What the test plan and the results so far ask for. */
export function testDuties(scene: Scene): Duty[] {
  const { facts, asOf } = scene;
  const tests = facts.tests.filter(({ on }) => on <= asOf).sort((a, b) => comparePlainDates(a.on, b.on));
  return [
    ...window(scene),
    ...delegations(scene),
    ...retest(tests, scene),
    ...tests.flatMap((test) => [...laboratory(test, scene), ...positive(test, scene)]),
  ];
}

/**
 * The test that is owed now, by whom a test day calls. An open window asks for one until its last day. A window that
 * passed without one is made good by no later test, but from then on one is owed at once: the duty stands overdue until
 * the next test is taken.
 */
function window({ facts, asOf, law }: Scene): Duty[] {
  const { window: current, excuse } = testCallOn(facts, asOf, law);
  if (current === undefined || excuse !== undefined) return [];
  const last = windowStrip(facts.history, facts.tests, asOf, law).find(
    ({ index }) => index === current.index - 1,
  );
  const owed = last?.state === "missed" ? last : current;
  const lead = Math.floor((daysBetween(owed.from, owed.to) * 2) / 3);
  return [
    {
      kind: "urine_test",
      subject: String(owed.index),
      ruleId: facts.history.measure === "community_detox" ? "W1" : "W2",
      opensOn: addDays(owed.from, lead),
      dueOn: owed.to,
    },
  ];
}

/** A test elsewhere counts only with its receipt, so it is asked for. */
function delegations({ facts, law }: Scene): Duty[] {
  return facts.delegations
    .filter(({ receiptOn, cancelledOn }) => receiptOn === undefined && cancelledOn === undefined)
    .map(({ id, requestedOn, wantedTo }) => ({
      kind: "delegation",
      subject: id,
      ruleId: "W3",
      opensOn: requestedOn,
      dueOn: lastDayOf("W3", wantedTo, law),
    }));
}

/** An invalid sample is taken again; any later sample settles it. */
function retest(tests: readonly DrugTest[], scene: Scene): Duty[] {
  const last = tests.at(-1);
  if (last?.result !== "invalid" || last.fromPaper === true || !isSupervised(scene)) return [];
  return [
    {
      kind: "retest",
      subject: last.id ?? last.on,
      ruleId: "W5",
      opensOn: last.on,
      dueOn: lastDayOf("W5", last.on, scene.law),
    },
  ];
}

function laboratory(test: DrugTest, { law }: Scene): Duty[] {
  if (resultOf(test) !== "pending") return [];
  return [
    {
      kind: "lab_result",
      subject: test.id ?? test.on,
      ruleId: "W3",
      opensOn: test.on,
      dueOn: lastDayOf("W3", test.on, law),
    },
  ];
}

/**
 * A positive is looked at by a second person and then reported to the police (戒毒条例 第二十一条). What followed one that
 * was taken over from a ledger stands on paper.
 */
function positive(test: DrugTest, { facts, asOf, law }: Scene): Duty[] {
  const standing = test.fromPaper === true ? undefined : positiveStanding(test, asOf, law);
  if (standing === undefined) return [];
  const { stage, foundOn: opensOn, reportBy: dueOn } = standing;
  const subject = test.id ?? test.on;
  if (stage === "to_review") return [{ kind: "positive_review", subject, ruleId: "W4", opensOn, dueOn }];
  if (stage === "informed") {
    return [{ kind: "referral_answer", subject, ruleId: "T9", opensOn, dueOn: undefined }];
  }
  const isUnderWay = facts.openApprovals.some(
    ({ kind, testId }) => kind === "positive_referral" && testId === test.id,
  );
  if (stage !== "to_report" || isUnderWay) return [];
  return [{ kind: "positive_report", subject, ruleId: "T9", opensOn, dueOn }];
}

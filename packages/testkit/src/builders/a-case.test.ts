import { controlVerdictOn } from "@rehab/domain/indicators/control-reason";
import type { ControlReason } from "@rehab/domain/indicators/control-reason";
import { NATIONAL_LAW } from "@rehab/domain/law/law";
import { stateOn } from "@rehab/domain/supervision/case-state";
import type { CaseStateCode } from "@rehab/domain/supervision/case-state";
import { addMonths, plainDate } from "@rehab/domain/time/plain-date";
import { expect, test } from "vitest";
import { aCase } from "./a-case.ts";
import type { CaseBuilder } from "./a-case.ts";
import { historyOf } from "./sample-case.ts";
import type { SampleCase } from "./sample-case.ts";

const day = plainDate("2024-02-29");

const registered: [string, CaseBuilder, CaseStateCode, ControlReason][] = [
  ["inReportPeriod", aCase({ today: day }).inReportPeriod(), "pending_report", "in_report_period"],
  ["notReported", aCase({ today: day }).notReported(), "overdue_report", "not_reported"],
  ["reported", aCase({ today: day }).reported(), "reported", "awaiting_agreement"],
  ["active", aCase({ today: day }).active(), "active", "under_supervision"],
  ["lostContact", aCase({ today: day }).lostContact(), "missing", "lost_contact"],
  ["found", aCase({ today: day }).found(), "active", "under_supervision"],
  ["suspended", aCase({ today: day }).suspended(), "suspended", "suspended"],
  ["resumed", aCase({ today: day }).resumed(), "active", "under_supervision"],
  ["breachReferred", aCase({ today: day }).breachReferred(), "breach_referred", "breach_referred"],
  ["inTransfer", aCase({ today: day }).inTransfer(), "transfer_out", "in_transfer"],
  ["onLeave", aCase({ today: day }).onLeave(), "active", "on_leave"],
  ["leaveOverdue", aCase({ today: day }).leaveOverdue(), "active", "leave_overdue"],
  ["awaitingRelease", aCase({ today: day }).awaitingRelease(), "expired", "awaiting_release"],
];

const ended: [string, CaseBuilder, CaseStateCode][] = [
  ["released", aCase({ today: day }).released(), "released"],
  ["terminated", aCase({ today: day }).terminated(), "terminated"],
  ["transferredOut", aCase({ today: day }).transferredOut(), "transferred"],
  ["died", aCase({ today: day }).died(), "died"],
];

function verdictOf(sample: SampleCase) {
  const facts = { caseId: "case", stationId: "station", history: historyOf(sample), leaves: sample.leaves };
  return controlVerdictOn(facts, day, NATIONAL_LAW);
}

test.each(registered)("%s is in its state today", (_name, builder, state, reason) => {
  const sample = builder.build();
  expect(stateOn(historyOf(sample), day, NATIONAL_LAW)?.state).toBe(state);
  expect(verdictOf(sample)).toMatchObject({ registered: true, reason });
});

test.each(ended)("%s is off the register today", (_name, builder, state) => {
  const sample = builder.build();
  expect(stateOn(historyOf(sample), day, NATIONAL_LAW)?.state).toBe(state);
  expect(verdictOf(sample).registered).toBe(false);
});

test("given days are kept", () => {
  const receivedOn = addMonths(day, -7);
  const lostOn = plainDate("2024-01-05");
  const sample = aCase({ today: day, receivedOn }).lostContact(lostOn).build();
  expect(sample.receivedOn).toBe(receivedOn);
  expect(verdictOf(sample)).toMatchObject({ since: lostOn });
});

test("a builder can be carried on in two ways", () => {
  const active = aCase({ today: day }).active();
  const away = active.withLeaves({ from: plainDate("2024-02-20"), dueBack: plainDate("2024-03-05") });
  expect(verdictOf(away.build())).toMatchObject({ reason: "on_leave" });
  expect(verdictOf(active.build())).toMatchObject({ reason: "under_supervision" });
});

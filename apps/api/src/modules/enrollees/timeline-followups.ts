import { zhOf } from "@rehab/domain/code-list";
import { ATTEMPT_OUTCOMES } from "@rehab/domain/handoff/contact-attempt";
import type { AttemptOutcome } from "@rehab/domain/handoff/contact-attempt";
import { GOAL_RESULTS, HELP_OUTCOMES } from "@rehab/domain/help/help";
import type { GoalResult, HelpOutcome } from "@rehab/domain/help/help";
import { TEST_RESULTS } from "@rehab/domain/testing/drug-test";
import type { TestResult } from "@rehab/domain/testing/drug-test";
import type { TimelineEntry } from "@rehab/schema/enrollees";
import { eq } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { ReadTx } from "../../db/client.ts";
import { caseDocument, contactAttempt, serviceReceipt } from "../../db/schema/handoff.ts";
import {
  breachRecord,
  helpRecord,
  leaveStep,
  planGoal,
  testDelegation,
  testStep,
} from "../../db/schema/supervision.ts";
import { detailsOf } from "./timeline-entry.ts";
import type { Provenance, TimelineDraft } from "./timeline-entry.ts";

/** What follows tests, leaves and breaches, with papers, help and goals: everything that has rows of its own. */
export async function followupsOf(tx: ReadTx, enrolleeId: string): Promise<TimelineDraft[]> {
  const of = (column: PgColumn) => eq(column, enrolleeId);
  const testSteps = await tx.select().from(testStep).where(of(testStep.enrolleeId));
  const leaveSteps = await tx.select().from(leaveStep).where(of(leaveStep.enrolleeId));
  const delegations = await tx.select().from(testDelegation).where(of(testDelegation.enrolleeId));
  const help = await tx.select().from(helpRecord).where(of(helpRecord.enrolleeId));
  const goals = await tx.select().from(planGoal).where(of(planGoal.enrolleeId));
  const breaches = await tx.select().from(breachRecord).where(of(breachRecord.enrolleeId));
  const documents = await tx.select().from(caseDocument).where(of(caseDocument.enrolleeId));
  const receipts = await tx.select().from(serviceReceipt).where(of(serviceReceipt.enrolleeId));
  const attempts = await tx.select().from(contactAttempt).where(of(contactAttempt.enrolleeId));
  return [
    ...testSteps.map((row) =>
      draftOf("test_step", row, row.happenedOn, row.kind, [
        ["结果", row.result && zhOf(TEST_RESULTS, row.result as TestResult)],
        ["备注", row.note],
      ]),
    ),
    ...leaveSteps.map((row) =>
      draftOf("leave_step", row, row.happenedOn, row.kind, [
        ["续假至", row.dueBackOn],
        ["经办人", row.by],
        ["备注", row.note],
      ]),
    ),
    ...delegations.map((row) =>
      draftOf("delegation", row, row.requestedOn, null, [
        ["受托地", row.toPlace],
        ["函号", row.letterNumber],
        ["回执", row.receiptNumber],
      ]),
    ),
    ...help.map((row) =>
      draftOf("help", row, row.happenedOn, row.kind, [
        ["内容", row.content],
        ["帮扶人", row.helper],
        ["结果", zhOf(HELP_OUTCOMES, row.outcome as HelpOutcome)],
      ]),
    ),
    ...goals.map((row) =>
      draftOf("goal", row, row.setOn, null, [
        ["目标", row.goal],
        ["责任人", row.responsible],
        ["期限", row.dueOn],
        ["结果", row.result && zhOf(GOAL_RESULTS, row.result as GoalResult)],
      ]),
    ),
    ...breaches.map((row) =>
      draftOf("breach", row, row.happenedOn, row.kind, [
        ["证据", row.evidence],
        ["备注", row.note],
      ]),
    ),
    ...documents.map((row) => draftOf("document", row, row.issuedOn, row.kind, [["文号", row.number]])),
    ...receipts.map((row) =>
      draftOf("service", row, row.servedOn, row.method, [
        ["送达人", row.servers.join("、")],
        ["签收", row.receivedBy],
      ]),
    ),
    ...attempts.map((row) =>
      draftOf("attempt", row, row.happenedOn, row.method, [
        ["结果", zhOf(ATTEMPT_OUTCOMES, row.outcome as AttemptOutcome)],
        ["内容", row.content],
      ]),
    ),
  ];
}

function draftOf(
  kind: TimelineEntry["kind"],
  row: Provenance & { readonly id: string },
  happenedOn: TimelineDraft["happenedOn"],
  code: string | null,
  details: readonly (readonly [label: string, value: string | null])[],
): TimelineDraft {
  return { id: row.id, kind, happenedOn, code, details: detailsOf(...details), provenance: row };
}

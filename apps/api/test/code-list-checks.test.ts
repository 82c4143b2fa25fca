import type { CodeEntry } from "@rehab/domain/code-list";
import { ATTEMPT_METHODS, ATTEMPT_OUTCOMES } from "@rehab/domain/handoff/contact-attempt";
import { DOCUMENT_KINDS, SERVICE_METHODS } from "@rehab/domain/handoff/document-service";
import {
  HANDOFF_CONDITIONS,
  HANDOFF_PAPERS,
  HANDOFF_SOURCES,
  HANDOFF_STATES,
} from "@rehab/domain/handoff/handoff-record";
import { INTAKE_RUNGS } from "@rehab/domain/handoff/intake-ladder";
import {
  LINE_DECISIONS,
  LINE_FINDINGS,
  LIST_SOURCES,
  MATCH_KEYS,
  RECONCILIATION_KINDS,
  RECONCILIATION_STATES,
} from "@rehab/domain/handoff/reconciliation-codes";
import { SUPPORT_ROLES } from "@rehab/domain/handoff/support-team";
import { TRANSFER_DIRECTIONS, TRANSFER_MATERIALS } from "@rehab/domain/handoff/transfer";
import { BREACH_KINDS } from "@rehab/domain/breach/breach-record";
import { GOAL_RESULTS, HELP_KINDS, HELP_OUTCOMES } from "@rehab/domain/help/help";
import { LAW_SUBJECTS } from "@rehab/domain/law/law";
import { LEAVE_KINDS, LEAVE_STEPS } from "@rehab/domain/leave/leave";
import { DUTY_KINDS } from "@rehab/domain/supervision/duty";
import { APPROVAL_KINDS, APPROVAL_STATES } from "@rehab/domain/supervision/approval";
import { CASE_EVENT_KINDS } from "@rehab/domain/supervision/case-event";
import { MEASURES } from "@rehab/domain/supervision/measure";
import { RISK_LEVELS } from "@rehab/domain/supervision/risk-level";
import { DRAW_STRATA } from "@rehab/domain/testing/draw-strata";
import { TEST_METHODS, TEST_RESULTS, TEST_STEPS } from "@rehab/domain/testing/drug-test";
import { VISIT_METHODS } from "@rehab/domain/visit/visit";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "./test-database.ts";
import { createTestDatabase } from "./test-database.ts";

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.adminUrl });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

// The order, its receipt and the hand-off are days of the case record itself.
const onCaseRecord = new Set<string>(["ordered", "received", "handed_off"]);
const storedEventKinds = CASE_EVENT_KINDS.filter(({ code }) => !onCaseRecord.has(code));

test.each<[constraint: string, list: readonly CodeEntry[]]>([
  ["case_event_kind", storedEventKinds],
  ["case_record_measure", MEASURES],
  ["drug_test_method", TEST_METHODS],
  ["drug_test_result", TEST_RESULTS],
  ["enrollee_risk", RISK_LEVELS],
  ["visit_method", VISIT_METHODS],
  ["handoff_source", HANDOFF_SOURCES],
  ["handoff_condition", HANDOFF_CONDITIONS],
  ["handoff_papers", HANDOFF_PAPERS],
  ["register_entry_handoff_state", HANDOFF_STATES],
  ["register_entry_intake_rung", INTAKE_RUNGS],
  ["support_team_member_role", SUPPORT_ROLES],
  ["contact_attempt_method", ATTEMPT_METHODS],
  ["contact_attempt_outcome", ATTEMPT_OUTCOMES],
  ["case_document_kind", DOCUMENT_KINDS],
  ["service_receipt_method", SERVICE_METHODS],
  ["transfer_direction", TRANSFER_DIRECTIONS],
  ["transfer_materials", TRANSFER_MATERIALS],
  ["approval_kind", APPROVAL_KINDS],
  ["approval_state", APPROVAL_STATES],
  ["leave_kind", LEAVE_KINDS],
  ["leave_step_kind", LEAVE_STEPS],
  ["test_step_kind", TEST_STEPS],
  ["test_step_result", TEST_RESULTS],
  ["test_session_method", TEST_METHODS],
  ["test_delegation_method", TEST_METHODS],
  ["test_delegation_result", TEST_RESULTS],
  ["help_record_kind", HELP_KINDS],
  ["help_record_outcome", HELP_OUTCOMES],
  ["plan_goal_result", GOAL_RESULTS],
  ["breach_record_kind", BREACH_KINDS],
  ["duty_kind", DUTY_KINDS],
  ["duty_snooze_kind", DUTY_KINDS],
  ["law_version_subject", LAW_SUBJECTS],
  ["test_draw_stratified_by", DRAW_STRATA],
  ["reconciliation_kind", RECONCILIATION_KINDS],
  ["reconciliation_source", LIST_SOURCES],
  ["weekly_check_source", LIST_SOURCES],
  ["reconciliation_state", RECONCILIATION_STATES],
  ["reconciliation_line_finding", LINE_FINDINGS],
  ["reconciliation_line_decision", LINE_DECISIONS],
  ["reconciliation_line_matched_by", MATCH_KEYS],
])("%s allows the codes of the domain and no other", async (constraint, list) => {
  const { rows } = await client.query<{ text: string }>(
    "select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1",
    [constraint],
  );
  const allowed = [...(rows[0]?.text ?? "").matchAll(/'(\w+)'/g)].map(([, code]) => code);
  expect(new Set(allowed)).toEqual(new Set(list.map(({ code }) => code)));
});

CREATE TABLE "attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"station_id" uuid NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"digest" "bytea" NOT NULL,
	"content_cipher" "bytea" NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	"batch_id" uuid,
	"import_row_id" uuid,
	"annulled_at" timestamp with time zone,
	"annulled_by" uuid,
	"annulment_reason" text
);
--> statement-breakpoint
CREATE TABLE "breach_record" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"station_id" uuid NOT NULL,
	"enrollee_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	"batch_id" uuid,
	"import_row_id" uuid,
	"annulled_at" timestamp with time zone,
	"annulled_by" uuid,
	"annulment_reason" text,
	"kind" text NOT NULL,
	"happened_on" date NOT NULL,
	"evidence" text NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "duty" (
	"enrollee_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"county_code" text NOT NULL,
	"station_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"rule_id" text NOT NULL,
	"opens_on" date NOT NULL,
	"due_on" date,
	"snoozed_to" date,
	"snoozable" boolean NOT NULL,
	CONSTRAINT "duty_enrollee_id_kind_subject_pk" PRIMARY KEY("enrollee_id","kind","subject")
);
--> statement-breakpoint
CREATE TABLE "duty_snooze" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"station_id" uuid NOT NULL,
	"enrollee_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	"batch_id" uuid,
	"import_row_id" uuid,
	"annulled_at" timestamp with time zone,
	"annulled_by" uuid,
	"annulment_reason" text,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"until" date NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "duty_snooze_unique" UNIQUE NULLS NOT DISTINCT("case_id","kind","subject","annulled_at")
);
--> statement-breakpoint
CREATE TABLE "help_record" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"station_id" uuid NOT NULL,
	"enrollee_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	"batch_id" uuid,
	"import_row_id" uuid,
	"annulled_at" timestamp with time zone,
	"annulled_by" uuid,
	"annulment_reason" text,
	"kind" text NOT NULL,
	"happened_on" date NOT NULL,
	"helper" text NOT NULL,
	"content" text NOT NULL,
	"outcome" text NOT NULL,
	"outcome_on" date,
	"outcome_note" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "law_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"subject" text NOT NULL,
	"code" text NOT NULL,
	"in_force_from" date NOT NULL,
	"body" jsonb NOT NULL,
	"basis" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	"batch_id" uuid,
	"import_row_id" uuid,
	"annulled_at" timestamp with time zone,
	"annulled_by" uuid,
	"annulment_reason" text
);
--> statement-breakpoint
CREATE TABLE "leave_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"station_id" uuid NOT NULL,
	"enrollee_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	"batch_id" uuid,
	"import_row_id" uuid,
	"annulled_at" timestamp with time zone,
	"annulled_by" uuid,
	"annulment_reason" text,
	"leave_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"happened_on" date NOT NULL,
	"due_back_on" date,
	"by" text,
	"note" text,
	"details" jsonb
);
--> statement-breakpoint
CREATE TABLE "plan_goal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"station_id" uuid NOT NULL,
	"enrollee_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	"batch_id" uuid,
	"import_row_id" uuid,
	"annulled_at" timestamp with time zone,
	"annulled_by" uuid,
	"annulment_reason" text,
	"goal" text NOT NULL,
	"responsible" text NOT NULL,
	"set_on" date NOT NULL,
	"due_on" date NOT NULL,
	"closed_on" date,
	"result" text,
	"result_note" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "test_delegation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"station_id" uuid NOT NULL,
	"enrollee_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	"batch_id" uuid,
	"import_row_id" uuid,
	"annulled_at" timestamp with time zone,
	"annulled_by" uuid,
	"annulment_reason" text,
	"method" text NOT NULL,
	"to_place" text NOT NULL,
	"letter_number" text NOT NULL,
	"requested_on" date NOT NULL,
	"wanted_from" date NOT NULL,
	"wanted_to" date NOT NULL,
	"reason" text NOT NULL,
	"accepted_on" date,
	"accepted_by" text,
	"tested_on" date,
	"result" text,
	"receipt_on" date,
	"receipt_number" text,
	"test_id" uuid,
	"cancelled_on" date,
	"cancel_reason" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "test_draw" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"station_id" uuid,
	"drawn_on" date NOT NULL,
	"purpose" text NOT NULL,
	"seed" text NOT NULL,
	"population" uuid[] NOT NULL,
	"sample" uuid[] NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	"batch_id" uuid,
	"import_row_id" uuid,
	"annulled_at" timestamp with time zone,
	"annulled_by" uuid,
	"annulment_reason" text
);
--> statement-breakpoint
CREATE TABLE "test_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"station_id" uuid NOT NULL,
	"happened_on" date NOT NULL,
	"method" text NOT NULL,
	"place" text NOT NULL,
	"tester" text NOT NULL,
	"second_tester" text NOT NULL,
	"strip_batch" text,
	"note" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	"batch_id" uuid,
	"import_row_id" uuid,
	"annulled_at" timestamp with time zone,
	"annulled_by" uuid,
	"annulment_reason" text
);
--> statement-breakpoint
CREATE TABLE "test_step" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"station_id" uuid NOT NULL,
	"enrollee_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	"batch_id" uuid,
	"import_row_id" uuid,
	"annulled_at" timestamp with time zone,
	"annulled_by" uuid,
	"annulment_reason" text,
	"test_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"happened_on" date NOT NULL,
	"result" text,
	"note" text,
	"details" jsonb
);
--> statement-breakpoint
ALTER TABLE "drug_test" ADD COLUMN "session_id" uuid;--> statement-breakpoint
ALTER TABLE "drug_test" ADD COLUMN "delegation_id" uuid;--> statement-breakpoint
ALTER TABLE "drug_test" ADD COLUMN "sample_number" text;--> statement-breakpoint
ALTER TABLE "drug_test" ADD COLUMN "details" jsonb;--> statement-breakpoint
ALTER TABLE "leave" ADD COLUMN "kind" text DEFAULT 'reported' NOT NULL;--> statement-breakpoint
ALTER TABLE "leave" ADD COLUMN "requested_on" date;--> statement-breakpoint
ALTER TABLE "leave" ADD COLUMN "details" jsonb;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "next_on" date;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "details" jsonb;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_county_code_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breach_record" ADD CONSTRAINT "breach_record_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "duty" ADD CONSTRAINT "duty_enrollee_fk" FOREIGN KEY ("enrollee_id","station_id") REFERENCES "public"."enrollee"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "duty_snooze" ADD CONSTRAINT "duty_snooze_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "help_record" ADD CONSTRAINT "help_record_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "law_version" ADD CONSTRAINT "law_version_county_code_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leave_step" ADD CONSTRAINT "leave_step_leave_id_leave_id_fk" FOREIGN KEY ("leave_id") REFERENCES "public"."leave"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leave_step" ADD CONSTRAINT "leave_step_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "plan_goal" ADD CONSTRAINT "plan_goal_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "test_delegation" ADD CONSTRAINT "test_delegation_test_id_drug_test_id_fk" FOREIGN KEY ("test_id") REFERENCES "public"."drug_test"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_delegation" ADD CONSTRAINT "test_delegation_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "test_draw" ADD CONSTRAINT "test_draw_county_code_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_draw" ADD CONSTRAINT "test_draw_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_session" ADD CONSTRAINT "test_session_county_code_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_session" ADD CONSTRAINT "test_session_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_step" ADD CONSTRAINT "test_step_test_id_drug_test_id_fk" FOREIGN KEY ("test_id") REFERENCES "public"."drug_test"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "test_step" ADD CONSTRAINT "test_step_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "attachment_subject_index" ON "attachment" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "breach_record_enrollee_index" ON "breach_record" USING btree ("enrollee_id","happened_on");--> statement-breakpoint
CREATE INDEX "duty_station_index" ON "duty" USING btree ("station_id","due_on");--> statement-breakpoint
CREATE INDEX "duty_county_index" ON "duty" USING btree ("county_code","due_on");--> statement-breakpoint
CREATE INDEX "duty_snooze_enrollee_index" ON "duty_snooze" USING btree ("enrollee_id");--> statement-breakpoint
CREATE INDEX "help_record_enrollee_index" ON "help_record" USING btree ("enrollee_id","happened_on");--> statement-breakpoint
CREATE INDEX "law_version_county_index" ON "law_version" USING btree ("county_code","subject","code");--> statement-breakpoint
CREATE INDEX "leave_step_enrollee_index" ON "leave_step" USING btree ("enrollee_id");--> statement-breakpoint
CREATE INDEX "leave_step_leave_index" ON "leave_step" USING btree ("leave_id");--> statement-breakpoint
CREATE INDEX "plan_goal_enrollee_index" ON "plan_goal" USING btree ("enrollee_id");--> statement-breakpoint
CREATE INDEX "test_delegation_enrollee_index" ON "test_delegation" USING btree ("enrollee_id");--> statement-breakpoint
CREATE INDEX "test_draw_county_index" ON "test_draw" USING btree ("county_code","drawn_on");--> statement-breakpoint
CREATE INDEX "test_session_station_index" ON "test_session" USING btree ("station_id","happened_on");--> statement-breakpoint
CREATE INDEX "test_step_enrollee_index" ON "test_step" USING btree ("enrollee_id");--> statement-breakpoint
CREATE INDEX "test_step_test_index" ON "test_step" USING btree ("test_id");--> statement-breakpoint
ALTER TABLE "county" DROP COLUMN "term_last_day";--> statement-breakpoint
-- Code lists.
ALTER TABLE case_event DROP CONSTRAINT case_event_kind;--> statement-breakpoint
ALTER TABLE case_event ADD CONSTRAINT case_event_kind CHECK (kind IN ('assigned', 'acknowledged', 'station_returned', 'transferred_in', 'no_show_referred', 'no_show_dismissed', 'reported', 'transfer_reported', 'notice_given', 'agreement_signed', 'team_formed', 'plan_made', 'lost_contact', 'found', 'breach_referred', 'breach_dismissed', 'suspended', 'resumed', 'dual_control_started', 'dual_control_ended', 'maintenance_started', 'maintenance_ended', 'risk_set', 'transfer_started', 'transfer_sent', 'transfer_cancelled', 'transferred_within', 'transferred_out', 'released', 'terminated', 'died', 'returned_to_police'));--> statement-breakpoint
ALTER TABLE case_event DROP CONSTRAINT case_event_ground;--> statement-breakpoint
ALTER TABLE case_event ADD CONSTRAINT case_event_ground CHECK (
  (kind = 'suspended' AND ground IN ('detained', 'administrative_detention', 'arrested'))
  OR (kind = 'terminated' AND ground IN ('compulsory_isolation', 'imprisoned', 'coercive_education', 'other'))
  OR (kind = 'breach_referred' AND ground IN ('refusals', 'departures', 'absence_days', 'positive_test'))
  OR ground IS NULL);--> statement-breakpoint
ALTER TABLE drug_test DROP CONSTRAINT drug_test_result;--> statement-breakpoint
ALTER TABLE drug_test ADD CONSTRAINT drug_test_result CHECK (result IN ('negative', 'positive', 'invalid', 'refused', 'absent', 'pending'));--> statement-breakpoint
ALTER TABLE visit DROP CONSTRAINT visit_method;--> statement-breakpoint
ALTER TABLE visit ADD CONSTRAINT visit_method CHECK (method IN ('home_visit', 'station_interview', 'phone', 'video', 'family'));--> statement-breakpoint
ALTER TABLE case_document DROP CONSTRAINT case_document_kind;--> statement-breakpoint
ALTER TABLE case_document ADD CONSTRAINT case_document_kind CHECK (kind IN ('notice', 'agreement', 'plan', 'no_show_warning', 'no_show_certificate', 'referral_receipt', 'transfer_letter', 'transfer_receipt', 'admonition', 'warning', 'test_notice', 'breach_notice', 'breach_certificate', 'positive_report', 'search_letter', 'leave_report', 'suspension_statement', 'resumption_record', 'end_assessment', 'annual_assessment', 'half_year_summary', 'release_notice', 'termination_statement', 'isolation_order', 'death_certificate'));--> statement-breakpoint
ALTER TABLE approval DROP CONSTRAINT approval_kind;--> statement-breakpoint
ALTER TABLE approval ADD CONSTRAINT approval_kind CHECK (kind IN ('no_show_referral', 'positive_referral', 'breach_referral', 'release', 'termination'));--> statement-breakpoint
ALTER TABLE leave ADD CONSTRAINT leave_kind CHECK (kind IN ('reported', 'unreported'));--> statement-breakpoint
ALTER TABLE leave_step ADD CONSTRAINT leave_step_kind CHECK (kind IN ('approved', 'refused', 'extended', 'returned', 'cancelled'));--> statement-breakpoint
ALTER TABLE test_step ADD CONSTRAINT test_step_kind CHECK (kind IN ('lab_result', 'confirmed', 'not_confirmed', 'retest_requested', 'retest_result', 'police_informed', 'police_answered'));--> statement-breakpoint
ALTER TABLE test_step ADD CONSTRAINT test_step_result CHECK (result IN ('negative', 'positive', 'invalid', 'refused', 'absent', 'pending'));--> statement-breakpoint
ALTER TABLE test_session ADD CONSTRAINT test_session_method CHECK (method IN ('urine', 'hair', 'saliva'));--> statement-breakpoint
ALTER TABLE test_delegation ADD CONSTRAINT test_delegation_method CHECK (method IN ('urine', 'hair', 'saliva'));--> statement-breakpoint
ALTER TABLE test_delegation ADD CONSTRAINT test_delegation_result CHECK (result IN ('negative', 'positive', 'invalid', 'refused', 'absent', 'pending'));--> statement-breakpoint
ALTER TABLE help_record ADD CONSTRAINT help_record_kind CHECK (kind IN ('knowledge', 'education', 'skills', 'schooling', 'employment', 'medical', 'counselling', 'livelihood'));--> statement-breakpoint
ALTER TABLE help_record ADD CONSTRAINT help_record_outcome CHECK (outcome IN ('ongoing', 'achieved', 'partly', 'failed', 'declined'));--> statement-breakpoint
ALTER TABLE plan_goal ADD CONSTRAINT plan_goal_result CHECK (result IN ('achieved', 'partly', 'not_achieved', 'dropped'));--> statement-breakpoint
ALTER TABLE breach_record ADD CONSTRAINT breach_record_kind CHECK (kind IN ('contact_change', 'unreachable', 'education_missed', 'other'));--> statement-breakpoint
ALTER TABLE duty ADD CONSTRAINT duty_kind CHECK (kind IN ('release', 'positive_review', 'positive_report', 'breach_referral', 'no_show', 'lost_contact', 'leave_return', 'intake', 'urine_test', 'retest', 'lab_result', 'delegation', 'referral_answer', 'warning', 'service', 'leave_decision', 'transfer', 'visit', 'goal', 'term_end', 'document'));--> statement-breakpoint
ALTER TABLE duty_snooze ADD CONSTRAINT duty_snooze_kind CHECK (kind IN ('release', 'positive_review', 'positive_report', 'breach_referral', 'no_show', 'lost_contact', 'leave_return', 'intake', 'urine_test', 'retest', 'lab_result', 'delegation', 'referral_answer', 'warning', 'service', 'leave_decision', 'transfer', 'visit', 'goal', 'term_end', 'document'));--> statement-breakpoint
ALTER TABLE law_version ADD CONSTRAINT law_version_subject CHECK (subject IN ('rule', 'test_plan', 'setting', 'holidays'));--> statement-breakpoint

ALTER TABLE leave_step ADD CONSTRAINT leave_step_extension CHECK ((kind = 'extended') = (due_back_on IS NOT NULL));--> statement-breakpoint
ALTER TABLE test_step ADD CONSTRAINT test_step_has_result CHECK ((kind IN ('lab_result', 'retest_result')) = (result IS NOT NULL));--> statement-breakpoint
ALTER TABLE test_delegation ADD CONSTRAINT test_delegation_days CHECK (wanted_to >= wanted_from AND (receipt_on IS NULL OR (receipt_on >= tested_on AND test_id IS NOT NULL)));--> statement-breakpoint
ALTER TABLE plan_goal ADD CONSTRAINT plan_goal_days CHECK (due_on >= set_on AND (closed_on IS NULL) = (result IS NULL));--> statement-breakpoint
ALTER TABLE test_draw ADD CONSTRAINT test_draw_sample CHECK (sample <@ population);--> statement-breakpoint
ALTER TABLE law_version ADD CONSTRAINT law_version_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE test_session ADD CONSTRAINT test_session_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE test_step ADD CONSTRAINT test_step_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE test_delegation ADD CONSTRAINT test_delegation_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE test_draw ADD CONSTRAINT test_draw_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE attachment ADD CONSTRAINT attachment_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE help_record ADD CONSTRAINT help_record_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE plan_goal ADD CONSTRAINT plan_goal_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE leave_step ADD CONSTRAINT leave_step_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE breach_record ADD CONSTRAINT breach_record_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE duty_snooze ADD CONSTRAINT duty_snooze_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
-- A laboratory and a second person answer once.
CREATE UNIQUE INDEX test_step_once ON test_step (test_id, kind)
  WHERE annulled_at IS NULL AND kind IN ('lab_result', 'confirmed', 'not_confirmed', 'retest_result');--> statement-breakpoint
CREATE UNIQUE INDEX leave_step_once ON leave_step (leave_id, kind)
  WHERE annulled_at IS NULL AND kind <> 'extended';--> statement-breakpoint
CREATE UNIQUE INDEX law_version_once ON law_version (county_code, subject, code, in_force_from) WHERE annulled_at IS NULL;--> statement-breakpoint

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['test_step', 'test_delegation', 'help_record', 'plan_goal', 'leave_step', 'breach_record', 'duty', 'duty_snooze', 'test_session', 'test_draw', 'attachment'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY people_scope ON %I USING (
      county_code = (SELECT scope_county())
      AND CASE (SELECT scope_kind())
        WHEN 'county' THEN true
        WHEN 'station' THEN station_id = (SELECT scope_station())
        ELSE false
      END)$policy$, name);
  END LOOP;
END $$;--> statement-breakpoint
ALTER TABLE law_version ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY county_scope ON law_version USING (county_code = (SELECT scope_county()));--> statement-breakpoint

GRANT SELECT, INSERT ON test_step, test_delegation, help_record, plan_goal, leave_step, breach_record, duty, duty_snooze, test_session, test_draw, attachment, law_version TO rehab_app;--> statement-breakpoint
GRANT UPDATE (annulled_at, annulled_by, annulment_reason) ON law_version, test_session, test_step, test_delegation, test_draw, attachment, help_record, plan_goal, leave_step, breach_record, duty_snooze TO rehab_app;--> statement-breakpoint
GRANT UPDATE (accepted_on, accepted_by, tested_on, result, receipt_on, receipt_number, test_id, cancelled_on,
  cancel_reason, version) ON test_delegation TO rehab_app;--> statement-breakpoint
GRANT UPDATE (outcome, outcome_on, outcome_note, version) ON help_record TO rehab_app;--> statement-breakpoint
GRANT UPDATE (due_on, closed_on, result, result_note, version) ON plan_goal TO rehab_app;--> statement-breakpoint
GRANT UPDATE, DELETE ON duty TO rehab_app;--> statement-breakpoint

COMMENT ON TABLE law_version IS 'Version of a rule, plan, setting or year of holidays that the county added';--> statement-breakpoint
COMMENT ON TABLE test_session IS 'Test day of a station';--> statement-breakpoint
COMMENT ON TABLE test_step IS 'Fact: what followed a test';--> statement-breakpoint
COMMENT ON TABLE test_delegation IS 'Test that another place was asked to make';--> statement-breakpoint
COMMENT ON TABLE test_draw IS 'Random draw with its population and seed';--> statement-breakpoint
COMMENT ON TABLE attachment IS 'File put to a record, encrypted';--> statement-breakpoint
COMMENT ON TABLE help_record IS 'Help that a person was given (戒毒条例 第十八条)';--> statement-breakpoint
COMMENT ON TABLE plan_goal IS 'Goal of a person''s plan';--> statement-breakpoint
COMMENT ON TABLE leave_step IS 'Fact: what followed the report of a leave';--> statement-breakpoint
COMMENT ON TABLE breach_record IS 'Fact: breach of the agreement (戒毒条例 第十九条)';--> statement-breakpoint
COMMENT ON TABLE duty IS 'Projection: what is to be done for a person';--> statement-breakpoint
COMMENT ON TABLE duty_snooze IS 'Fact: deadline of the office that was put off';--> statement-breakpoint
-- The register is derived anew on the next start: it holds what is to be done from now on.
UPDATE register_entry SET next_change_on = as_of;

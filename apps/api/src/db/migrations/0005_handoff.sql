CREATE TABLE "approval" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"station_id" uuid NOT NULL,
	"enrollee_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"proposal" jsonb NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"proposed_by" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"reason" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_document" (
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
	"number" text,
	"issued_on" date NOT NULL,
	"issued_by" text,
	"pages" integer,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "contact_attempt" (
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
	"happened_on" date NOT NULL,
	"method" text NOT NULL,
	"outcome" text NOT NULL,
	"promised_on" date,
	"made_by" text NOT NULL,
	"content" text
);
--> statement-breakpoint
CREATE TABLE "former_name" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"station_id" uuid NOT NULL,
	"enrollee_id" uuid NOT NULL,
	"name" text NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	"batch_id" uuid,
	"import_row_id" uuid,
	"annulled_at" timestamp with time zone,
	"annulled_by" uuid,
	"annulment_reason" text
);
--> statement-breakpoint
CREATE TABLE "handoff" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"station_id" uuid NOT NULL,
	"enrollee_id" uuid NOT NULL,
	"source" text NOT NULL,
	"papers" text[] NOT NULL,
	"condition" text DEFAULT 'in_community' NOT NULL,
	"police_officer" text,
	"isolation_center" text,
	"isolation_left_on" date,
	"order_from_on" date,
	"order_to_on" date,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	"batch_id" uuid,
	"import_row_id" uuid,
	"annulled_at" timestamp with time zone,
	"annulled_by" uuid,
	"annulment_reason" text
);
--> statement-breakpoint
CREATE TABLE "service_receipt" (
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
	"document_id" uuid NOT NULL,
	"served_on" date NOT NULL,
	"method" text NOT NULL,
	"place" text,
	"received_by" text,
	"relation" text,
	"refusal" text,
	"witness" text,
	"servers" text[] NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "support_team_member" (
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
	"role" text NOT NULL,
	"name" text NOT NULL,
	"organ" text,
	"phone_cipher" "bytea",
	"from_on" date NOT NULL,
	"until_on" date
);
--> statement-breakpoint
CREATE TABLE "transfer" (
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
	"direction" text NOT NULL,
	"other_place" text NOT NULL,
	"to_station_id" uuid,
	"to_township_id" uuid,
	"requested_on" date NOT NULL,
	"reason" text NOT NULL,
	"materials" text[] NOT NULL,
	"sent_on" date,
	"letter_number" text,
	"receipt_on" date,
	"receipt_number" text,
	"received_by" text,
	"cancelled_on" date,
	"cancel_reason" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reconciliation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"week" integer,
	"month" integer,
	"checked_on" date NOT NULL,
	"our_person" text NOT NULL,
	"police_person" text NOT NULL,
	"source" text NOT NULL,
	"batch_id" uuid,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"note" text,
	"finished_at" timestamp with time zone,
	"finished_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reconciliation_line" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"reconciliation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"import_row_id" uuid,
	"enrollee_id" uuid,
	"case_id" uuid,
	"finding" text NOT NULL,
	"matched_by" text,
	"differences" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"sides_cipher" "bytea",
	"decision" text,
	"reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "case_event" ADD COLUMN "details" jsonb;--> statement-breakpoint
ALTER TABLE "import_batch" ADD COLUMN "reconciliation_id" uuid;--> statement-breakpoint
ALTER TABLE "weekly_check" ADD COLUMN "reconciliation_id" uuid;--> statement-breakpoint
ALTER TABLE "weekly_check" ADD COLUMN "our_person" text;--> statement-breakpoint
ALTER TABLE "weekly_check" ADD COLUMN "police_person" text;--> statement-breakpoint
ALTER TABLE "weekly_check" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "weekly_check" ADD COLUMN "detox_listed" integer;--> statement-breakpoint
ALTER TABLE "weekly_check" ADD COLUMN "rehab_listed" integer;--> statement-breakpoint
ALTER TABLE "weekly_check" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "register_entry" ADD COLUMN "handoff_state" text DEFAULT 'acknowledged' NOT NULL;--> statement-breakpoint
ALTER TABLE "register_entry" ADD COLUMN "intake_rung" text;--> statement-breakpoint
ALTER TABLE "register_entry" ADD COLUMN "intake_due_on" date;--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "case_document" ADD CONSTRAINT "case_document_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "contact_attempt" ADD CONSTRAINT "contact_attempt_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "former_name" ADD CONSTRAINT "former_name_enrollee_fk" FOREIGN KEY ("enrollee_id","station_id") REFERENCES "public"."enrollee"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "handoff" ADD CONSTRAINT "handoff_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "service_receipt" ADD CONSTRAINT "service_receipt_document_id_case_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."case_document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_receipt" ADD CONSTRAINT "service_receipt_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "support_team_member" ADD CONSTRAINT "support_team_member_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "reconciliation" ADD CONSTRAINT "reconciliation_county_code_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation" ADD CONSTRAINT "reconciliation_batch_id_import_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_line" ADD CONSTRAINT "reconciliation_line_reconciliation_fk" FOREIGN KEY ("reconciliation_id") REFERENCES "public"."reconciliation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_line" ADD CONSTRAINT "reconciliation_line_row_fk" FOREIGN KEY ("import_row_id") REFERENCES "public"."import_row"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "approval_county_index" ON "approval" USING btree ("county_code","state");--> statement-breakpoint
CREATE INDEX "approval_enrollee_index" ON "approval" USING btree ("enrollee_id");--> statement-breakpoint
CREATE INDEX "case_document_enrollee_index" ON "case_document" USING btree ("enrollee_id","issued_on");--> statement-breakpoint
CREATE INDEX "contact_attempt_enrollee_index" ON "contact_attempt" USING btree ("enrollee_id","happened_on");--> statement-breakpoint
CREATE INDEX "former_name_enrollee_index" ON "former_name" USING btree ("enrollee_id");--> statement-breakpoint
CREATE INDEX "handoff_batch_index" ON "handoff" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "service_receipt_enrollee_index" ON "service_receipt" USING btree ("enrollee_id");--> statement-breakpoint
CREATE INDEX "service_receipt_document_index" ON "service_receipt" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "support_team_member_enrollee_index" ON "support_team_member" USING btree ("enrollee_id");--> statement-breakpoint
CREATE INDEX "transfer_enrollee_index" ON "transfer" USING btree ("enrollee_id");--> statement-breakpoint
CREATE INDEX "transfer_to_station_index" ON "transfer" USING btree ("to_station_id");--> statement-breakpoint
CREATE INDEX "reconciliation_county_index" ON "reconciliation" USING btree ("county_code","year","kind");--> statement-breakpoint
CREATE INDEX "reconciliation_line_index" ON "reconciliation_line" USING btree ("reconciliation_id","position");--> statement-breakpoint
CREATE INDEX "reconciliation_line_enrollee_index" ON "reconciliation_line" USING btree ("enrollee_id");--> statement-breakpoint
CREATE INDEX "register_entry_intake_index" ON "register_entry" USING btree ("county_code","intake_rung","intake_due_on");--> statement-breakpoint
-- Code lists.
ALTER TABLE case_event DROP CONSTRAINT case_event_kind;--> statement-breakpoint
ALTER TABLE case_event ADD CONSTRAINT case_event_kind CHECK (kind IN ('assigned', 'acknowledged', 'station_returned', 'transferred_in', 'no_show_referred', 'no_show_dismissed', 'reported', 'transfer_reported', 'notice_given', 'agreement_signed', 'team_formed', 'plan_made', 'lost_contact', 'found', 'breach_referred', 'breach_dismissed', 'suspended', 'resumed', 'transfer_started', 'transfer_sent', 'transfer_cancelled', 'transferred_within', 'transferred_out', 'released', 'terminated', 'died', 'returned_to_police'));--> statement-breakpoint
ALTER TABLE handoff ADD CONSTRAINT handoff_source CHECK (source IN ('list', 'typed', 'transfer'));--> statement-breakpoint
ALTER TABLE handoff ADD CONSTRAINT handoff_condition CHECK (condition IN ('in_community', 'in_custody', 'from_isolation'));--> statement-breakpoint
ALTER TABLE register_entry ADD CONSTRAINT register_entry_handoff_state CHECK (handoff_state IN ('unassigned', 'assigned', 'station_returned', 'acknowledged', 'returned_to_police'));--> statement-breakpoint
ALTER TABLE register_entry ADD CONSTRAINT register_entry_intake_rung CHECK (intake_rung IN ('decided', 'served', 'handed_off', 'assigned', 'acknowledged', 'reported', 'notice', 'agreement', 'team', 'plan'));--> statement-breakpoint
ALTER TABLE support_team_member ADD CONSTRAINT support_team_member_role CHECK (role IN ('caseworker', 'police', 'medic', 'family', 'volunteer', 'cadre'));--> statement-breakpoint
ALTER TABLE contact_attempt ADD CONSTRAINT contact_attempt_method CHECK (method IN ('call', 'visit', 'letter', 'relatives', 'village'));--> statement-breakpoint
ALTER TABLE contact_attempt ADD CONSTRAINT contact_attempt_outcome CHECK (outcome IN ('reached', 'promised', 'refused', 'relative_reached', 'not_reached'));--> statement-breakpoint
ALTER TABLE case_document ADD CONSTRAINT case_document_kind CHECK (kind IN ('notice', 'agreement', 'plan', 'no_show_warning', 'no_show_certificate', 'referral_receipt', 'transfer_letter', 'transfer_receipt'));--> statement-breakpoint
ALTER TABLE service_receipt ADD CONSTRAINT service_receipt_method CHECK (method IN ('direct', 'proxy', 'left', 'entrusted', 'mail', 'electronic', 'announced'));--> statement-breakpoint
ALTER TABLE transfer ADD CONSTRAINT transfer_direction CHECK (direction IN ('out', 'in', 'within'));--> statement-breakpoint
ALTER TABLE approval ADD CONSTRAINT approval_kind CHECK (kind IN ('no_show_referral'));--> statement-breakpoint
ALTER TABLE approval ADD CONSTRAINT approval_state CHECK (state IN ('open', 'confirmed', 'refused', 'withdrawn'));--> statement-breakpoint
ALTER TABLE reconciliation ADD CONSTRAINT reconciliation_kind CHECK (kind IN ('weekly', 'monthly'));--> statement-breakpoint
ALTER TABLE reconciliation ADD CONSTRAINT reconciliation_source CHECK (source IN ('file', 'typed', 'none'));--> statement-breakpoint
ALTER TABLE reconciliation ADD CONSTRAINT reconciliation_state CHECK (state IN ('open', 'finished', 'cancelled'));--> statement-breakpoint
ALTER TABLE reconciliation_line ADD CONSTRAINT reconciliation_line_finding CHECK (finding IN ('same', 'new_there', 'missing_there', 'differs', 'ended_there', 'ended_here', 'doubtful'));--> statement-breakpoint
ALTER TABLE reconciliation_line ADD CONSTRAINT reconciliation_line_decision CHECK (decision IN ('take_over', 'no_change', 'take_theirs', 'keep_ours', 'ask_police', 'return_to_police', 'same_order', 'leave_out'));--> statement-breakpoint
ALTER TABLE reconciliation_line ADD CONSTRAINT reconciliation_line_matched_by CHECK (matched_by IN ('order_number', 'id_number', 'name_birth_township'));--> statement-breakpoint
ALTER TABLE weekly_check ADD CONSTRAINT weekly_check_source CHECK (source IN ('file', 'typed', 'none'));--> statement-breakpoint
ALTER TABLE handoff ADD CONSTRAINT handoff_papers CHECK (papers <@ ARRAY['order_copy', 'service_receipt', 'handoff_form', 'identity_copy', 'addiction_finding', 'test_report', 'isolation_release', 'diagnosis']);--> statement-breakpoint
ALTER TABLE transfer ADD CONSTRAINT transfer_materials CHECK (materials <@ ARRAY['request', 'order_copy', 'agreement_copy', 'file_copy', 'test_records', 'visit_records', 'assessments']);--> statement-breakpoint
ALTER TABLE reconciliation ADD CONSTRAINT reconciliation_period CHECK ((kind = 'weekly') = (week IS NOT NULL) AND (kind = 'monthly') = (month IS NOT NULL));--> statement-breakpoint
ALTER TABLE reconciliation ADD CONSTRAINT reconciliation_finished CHECK ((state = 'finished') = (finished_at IS NOT NULL));--> statement-breakpoint
ALTER TABLE support_team_member ADD CONSTRAINT support_team_member_days CHECK (until_on IS NULL OR until_on >= from_on);--> statement-breakpoint
ALTER TABLE transfer ADD CONSTRAINT transfer_receipt_after_sending CHECK (receipt_on IS NULL OR (sent_on IS NOT NULL AND receipt_on >= sent_on));--> statement-breakpoint
-- Whoever proposes a grave act does not confirm it.
ALTER TABLE approval ADD CONSTRAINT approval_two_people CHECK (state NOT IN ('confirmed', 'refused') OR (decided_by IS NOT NULL AND decided_by <> proposed_by));--> statement-breakpoint
ALTER TABLE approval ADD CONSTRAINT approval_decided CHECK ((state = 'open') = (decided_at IS NULL));--> statement-breakpoint
ALTER TABLE handoff ADD CONSTRAINT handoff_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE former_name ADD CONSTRAINT former_name_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE support_team_member ADD CONSTRAINT support_team_member_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE contact_attempt ADD CONSTRAINT contact_attempt_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE case_document ADD CONSTRAINT case_document_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE service_receipt ADD CONSTRAINT service_receipt_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE transfer ADD CONSTRAINT transfer_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint

-- One open comparison per week and per month; one open proposal of a kind per case.
CREATE UNIQUE INDEX reconciliation_open_unique ON reconciliation (county_code, kind, year, week, month)
  NULLS NOT DISTINCT WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX approval_open_unique ON approval (case_id, kind) WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX transfer_open_unique ON transfer (case_id)
  WHERE annulled_at IS NULL AND receipt_on IS NULL AND cancelled_on IS NULL;--> statement-breakpoint

-- Nobody is without an owner. Rows from before this rule keep the first of their station's staff, or of the bureau's.
UPDATE enrollee SET caseworker_id = (
  SELECT id FROM staff_member
  WHERE staff_member.county_code = enrollee.county_code AND active
    AND (station_id = enrollee.station_id OR station_id IS NULL)
  ORDER BY station_id IS NULL, position LIMIT 1)
WHERE caseworker_id IS NULL;--> statement-breakpoint
ALTER TABLE enrollee ADD CONSTRAINT enrollee_owner CHECK (caseworker_id IS NOT NULL OR annulled_at IS NOT NULL)
  NOT VALID;--> statement-breakpoint

-- Cases that the police had handed over before: each has its record, and stands assigned to the station that keeps it.
INSERT INTO handoff (case_id, county_code, station_id, enrollee_id, source, papers, recorded_at, recorded_by, batch_id,
  import_row_id)
SELECT id, county_code, station_id, enrollee_id, 'list', '{}', recorded_at, recorded_by, batch_id, import_row_id
FROM case_record WHERE annulled_at IS NULL AND handed_off_on IS NOT NULL;--> statement-breakpoint
INSERT INTO case_event (id, county_code, station_id, enrollee_id, case_id, kind, happened_on, recorded_at, recorded_by,
  batch_id, import_row_id)
SELECT uuidv7(), county_code, station_id, enrollee_id, id, 'assigned', handed_off_on, recorded_at, recorded_by, batch_id,
  import_row_id
FROM case_record WHERE annulled_at IS NULL AND handed_off_on IS NOT NULL;--> statement-breakpoint

-- The register's lines are made anew on the next start: they tell of hand-off and intake from now on.
UPDATE register_entry SET next_change_on = as_of;--> statement-breakpoint

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['handoff', 'former_name', 'support_team_member', 'contact_attempt', 'case_document',
                              'service_receipt', 'transfer', 'approval'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY people_scope ON %I USING (
      county_code = (SELECT scope_county())
      AND CASE (SELECT scope_kind())
        WHEN 'county' THEN true
        WHEN 'station' THEN station_id = (SELECT scope_station())
        ELSE false
      END)$policy$, name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['reconciliation', 'reconciliation_line'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY bureau_scope ON %I USING (
      county_code = (SELECT scope_county()) AND (SELECT scope_kind()) = 'county')$policy$, name);
  END LOOP;
END $$;--> statement-breakpoint

GRANT SELECT, INSERT ON handoff, former_name, support_team_member, contact_attempt, case_document, service_receipt,
  transfer, approval, reconciliation, reconciliation_line TO rehab_app;--> statement-breakpoint
GRANT UPDATE (annulled_at, annulled_by, annulment_reason) ON handoff, former_name, support_team_member,
  contact_attempt, case_document, service_receipt, transfer TO rehab_app;--> statement-breakpoint
GRANT UPDATE (papers, condition, police_officer, isolation_center, isolation_left_on, order_from_on, order_to_on, note,
  version) ON handoff TO rehab_app;--> statement-breakpoint
GRANT UPDATE (until_on) ON support_team_member TO rehab_app;--> statement-breakpoint
GRANT UPDATE (materials, sent_on, letter_number, receipt_on, receipt_number, received_by, cancelled_on, cancel_reason,
  version) ON transfer TO rehab_app;--> statement-breakpoint
GRANT UPDATE (state, decided_at, decided_by, reason, version) ON approval TO rehab_app;--> statement-breakpoint
-- A comparison with the police sets right what was written down wrong; what stood there is kept with the comparison.
GRANT UPDATE (order_number, ordered_on, received_on, police_station) ON case_record TO rehab_app;--> statement-breakpoint
GRANT UPDATE, DELETE ON reconciliation_line TO rehab_app;--> statement-breakpoint
GRANT UPDATE ON reconciliation TO rehab_app;--> statement-breakpoint

COMMENT ON TABLE handoff IS 'How a case came from the police (衔接), one per case';--> statement-breakpoint
COMMENT ON TABLE former_name IS 'Earlier or other name of a person';--> statement-breakpoint
COMMENT ON TABLE support_team_member IS 'Member of a person''s team (戒毒条例 第十七条)';--> statement-breakpoint
COMMENT ON TABLE contact_attempt IS 'Fact: attempt to reach somebody who did not report in';--> statement-breakpoint
COMMENT ON TABLE case_document IS 'Fact: document of a case that was issued';--> statement-breakpoint
COMMENT ON TABLE service_receipt IS 'Fact: proof that a document was served (送达回执)';--> statement-breakpoint
COMMENT ON TABLE transfer IS 'Change of the place of execution (戒毒条例 第二十二条)';--> statement-breakpoint
COMMENT ON TABLE approval IS 'Grave act that one person proposes and another decides';--> statement-breakpoint
COMMENT ON TABLE reconciliation IS 'Comparison of the police''s list with our register (衔接核对)';--> statement-breakpoint
COMMENT ON TABLE reconciliation_line IS 'Line of a comparison and what was decided about it';

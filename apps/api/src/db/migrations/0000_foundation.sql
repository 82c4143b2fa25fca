CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"username" text NOT NULL,
	"display_name" text NOT NULL,
	"password_hash" text NOT NULL,
	"roles" text[] NOT NULL,
	"station_id" uuid,
	"status" text DEFAULT 'active' NOT NULL,
	"must_change_password" boolean DEFAULT true NOT NULL,
	"failed_sign_ins" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"last_sign_in_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "account_username_unique" UNIQUE("county_code","username")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_name" text,
	"actor_roles" text[] NOT NULL,
	"actor_station_id" uuid,
	"action" text NOT NULL,
	"outcome" text NOT NULL,
	"subject_type" text,
	"subject_id" uuid,
	"change" jsonb,
	"reason" text,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "case_event" (
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
	"ground" text,
	"reason" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "drug_test" (
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
	"happened_on" date NOT NULL,
	"place" text,
	"result" text NOT NULL,
	"tester" text,
	"second_tester" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "leave" (
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
	"left_on" date NOT NULL,
	"due_back_on" date NOT NULL,
	"returned_on" date,
	"destination" text,
	"reason" text,
	"approver" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "visit" (
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
	"place" text,
	"state_of_mind" text,
	"content" text,
	"interviewer" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "fund_budget" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"year" integer NOT NULL,
	"amount_fen" integer NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	"batch_id" uuid,
	"import_row_id" uuid,
	"annulled_at" timestamp with time zone,
	"annulled_by" uuid,
	"annulment_reason" text,
	CONSTRAINT "fund_budget_year_unique" UNIQUE NULLS NOT DISTINCT("county_code","year","annulled_at")
);
--> statement-breakpoint
CREATE TABLE "fund_expense" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"happened_on" date NOT NULL,
	"category" text NOT NULL,
	"summary" text,
	"amount_fen" integer NOT NULL,
	"voucher" text,
	"handled_by" text,
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
CREATE TABLE "meeting" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"happened_on" date NOT NULL,
	"name" text NOT NULL,
	"host" text,
	"attendees" text,
	"resolution" text,
	"responsible" text,
	"due_on" date,
	"completion" text,
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
CREATE TABLE "publicity_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"happened_on" date NOT NULL,
	"name" text NOT NULL,
	"form" text,
	"place" text,
	"audience" integer,
	"booklets" integer,
	"boards" integer,
	"vehicles" integer,
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
CREATE TABLE "weekly_check" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"year" integer NOT NULL,
	"week" integer NOT NULL,
	"checked_on" date NOT NULL,
	"people" integer NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	"batch_id" uuid,
	"import_row_id" uuid,
	"annulled_at" timestamp with time zone,
	"annulled_by" uuid,
	"annulment_reason" text,
	CONSTRAINT "weekly_check_day_unique" UNIQUE NULLS NOT DISTINCT("county_code","checked_on","annulled_at")
);
--> statement-breakpoint
CREATE TABLE "county" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"control_target_percent" numeric DEFAULT 98 NOT NULL,
	"term_last_day" text DEFAULT 'day_before' NOT NULL,
	"clock_set_to" timestamp with time zone,
	"clock_set_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"name" text NOT NULL,
	"post" text NOT NULL,
	"station_id" uuid,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"active_from" date,
	"batch_id" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "station" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"name" text NOT NULL,
	"address" text,
	"position" integer NOT NULL,
	"batch_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "station_name_unique" UNIQUE("county_code","name")
);
--> statement-breakpoint
CREATE TABLE "township" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"name" text NOT NULL,
	"station_id" uuid NOT NULL,
	"batch_id" uuid,
	CONSTRAINT "township_name_unique" UNIQUE("county_code","name")
);
--> statement-breakpoint
CREATE TABLE "case_record" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"station_id" uuid NOT NULL,
	"enrollee_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"measure" text NOT NULL,
	"order_number" text COLLATE "C",
	"order_organ" text,
	"ordered_on" date,
	"received_on" date,
	"handed_off_on" date,
	"term_months" integer NOT NULL,
	"deducted_days" integer DEFAULT 0 NOT NULL,
	"drug" text,
	"police_station" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	"batch_id" uuid,
	"import_row_id" uuid,
	"annulled_at" timestamp with time zone,
	"annulled_by" uuid,
	"annulment_reason" text,
	CONSTRAINT "case_record_station_key" UNIQUE("id","station_id")
);
--> statement-breakpoint
CREATE TABLE "enrollee" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"station_id" uuid NOT NULL,
	"township_id" uuid,
	"village" text,
	"name" text NOT NULL,
	"name_sort" text COLLATE "C" NOT NULL,
	"sex" text,
	"ethnicity" text,
	"birth_date" date,
	"id_number_cipher" "bytea",
	"id_number_hash" "bytea",
	"id_last_four_hash" "bytea",
	"phone_cipher" "bytea",
	"phone_hash" "bytea",
	"registered_address" text,
	"residence" text,
	"risk_level" text,
	"caseworker_id" uuid,
	"provisional" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"recorded_by" uuid,
	"batch_id" uuid,
	"import_row_id" uuid,
	"annulled_at" timestamp with time zone,
	"annulled_by" uuid,
	"annulment_reason" text,
	CONSTRAINT "enrollee_station_key" UNIQUE("id","station_id")
);
--> statement-breakpoint
CREATE TABLE "enrollee_search_key" (
	"county_code" text NOT NULL,
	"station_id" uuid NOT NULL,
	"enrollee_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"name_sort" text COLLATE "C" NOT NULL,
	CONSTRAINT "enrollee_search_key_unique" UNIQUE("enrollee_id","kind","key")
);
--> statement-breakpoint
CREATE TABLE "import_batch" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"state" text NOT NULL,
	"step" text NOT NULL,
	"step_done" integer DEFAULT 0 NOT NULL,
	"step_total" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"applied_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	"undo_reason" text,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "import_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"batch_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"digest" "bytea" NOT NULL,
	"kind" text,
	"problem" text,
	"recognition" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"batch_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"row_number" integer NOT NULL,
	"sequence" integer NOT NULL,
	"verdict" text NOT NULL,
	"effect" text NOT NULL,
	"issues" jsonb NOT NULL,
	"candidates" uuid[] NOT NULL,
	"cells_cipher" "bytea" NOT NULL,
	"enrollee_id" uuid,
	"decision_action" text,
	"decision_reason" text,
	"decision_cipher" "bytea",
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"applied_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "case_span" (
	"case_id" uuid NOT NULL,
	"county_code" text NOT NULL,
	"station_id" uuid NOT NULL,
	"enrollee_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date,
	"state" text NOT NULL,
	"control_reason" text,
	"controlled" boolean,
	CONSTRAINT "case_span_case_id_from_on_pk" PRIMARY KEY("case_id","from_on")
);
--> statement-breakpoint
CREATE TABLE "register_entry" (
	"enrollee_id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"station_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"name_sort" text COLLATE "C" NOT NULL,
	"registered" boolean NOT NULL,
	"measure" text NOT NULL,
	"state" text NOT NULL,
	"control_reason" text,
	"controlled" boolean,
	"report_due_on" date,
	"reported_on" date,
	"agreement_signed_on" date,
	"term_start_on" date,
	"term_end_on" date,
	"ended_on" date,
	"last_in_person_on" date,
	"last_test_on" date,
	"windows_due" integer NOT NULL,
	"windows_done" integer NOT NULL,
	"as_of" date NOT NULL,
	"next_change_on" date
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_county_code_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_county_code_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "drug_test" ADD CONSTRAINT "drug_test_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "leave" ADD CONSTRAINT "leave_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "fund_budget" ADD CONSTRAINT "fund_budget_county_code_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_expense" ADD CONSTRAINT "fund_expense_county_code_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_county_code_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publicity_event" ADD CONSTRAINT "publicity_event_county_code_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_check" ADD CONSTRAINT "weekly_check_county_code_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_county_code_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "station" ADD CONSTRAINT "station_county_code_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "township" ADD CONSTRAINT "township_county_code_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "township" ADD CONSTRAINT "township_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_record" ADD CONSTRAINT "case_record_enrollee_fk" FOREIGN KEY ("enrollee_id","station_id") REFERENCES "public"."enrollee"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "enrollee" ADD CONSTRAINT "enrollee_county_code_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollee" ADD CONSTRAINT "enrollee_station_id_station_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."station"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollee" ADD CONSTRAINT "enrollee_township_id_township_id_fk" FOREIGN KEY ("township_id") REFERENCES "public"."township"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollee" ADD CONSTRAINT "enrollee_caseworker_id_staff_member_id_fk" FOREIGN KEY ("caseworker_id") REFERENCES "public"."staff_member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollee_search_key" ADD CONSTRAINT "enrollee_search_key_enrollee_fk" FOREIGN KEY ("enrollee_id","station_id") REFERENCES "public"."enrollee"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_county_code_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_batch_id_import_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batch_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_file_fk" FOREIGN KEY ("file_id") REFERENCES "public"."import_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_span" ADD CONSTRAINT "case_span_case_fk" FOREIGN KEY ("case_id","station_id") REFERENCES "public"."case_record"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_enrollee_fk" FOREIGN KEY ("enrollee_id","station_id") REFERENCES "public"."enrollee"("id","station_id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "audit_entry_county_index" ON "audit_entry" USING btree ("county_code","at","id");--> statement-breakpoint
CREATE INDEX "audit_entry_subject_index" ON "audit_entry" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "case_event_enrollee_index" ON "case_event" USING btree ("enrollee_id","happened_on");--> statement-breakpoint
CREATE INDEX "case_event_county_index" ON "case_event" USING btree ("county_code","kind","happened_on");--> statement-breakpoint
CREATE INDEX "case_event_batch_index" ON "case_event" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "drug_test_enrollee_index" ON "drug_test" USING btree ("enrollee_id","happened_on");--> statement-breakpoint
CREATE INDEX "drug_test_county_index" ON "drug_test" USING btree ("county_code","happened_on","result","enrollee_id");--> statement-breakpoint
CREATE INDEX "drug_test_batch_index" ON "drug_test" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "leave_enrollee_index" ON "leave" USING btree ("enrollee_id","left_on");--> statement-breakpoint
CREATE INDEX "leave_county_index" ON "leave" USING btree ("county_code","left_on");--> statement-breakpoint
CREATE INDEX "leave_batch_index" ON "leave" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "visit_enrollee_index" ON "visit" USING btree ("enrollee_id","happened_on");--> statement-breakpoint
CREATE INDEX "visit_county_index" ON "visit" USING btree ("county_code","happened_on","method","enrollee_id");--> statement-breakpoint
CREATE INDEX "visit_batch_index" ON "visit" USING btree ("batch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "case_record_order_number_unique" ON "case_record" USING btree ("county_code","order_number") WHERE annulled_at is null and order_number is not null;--> statement-breakpoint
CREATE INDEX "case_record_enrollee_index" ON "case_record" USING btree ("enrollee_id");--> statement-breakpoint
CREATE INDEX "case_record_handed_off_index" ON "case_record" USING btree ("county_code","handed_off_on");--> statement-breakpoint
CREATE INDEX "case_record_batch_index" ON "case_record" USING btree ("batch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "enrollee_id_number_unique" ON "enrollee" USING btree ("county_code","id_number_hash") WHERE annulled_at is null and id_number_hash is not null;--> statement-breakpoint
CREATE INDEX "enrollee_batch_index" ON "enrollee" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "enrollee_search_key_county_index" ON "enrollee_search_key" USING btree ("county_code","kind","key","name_sort","enrollee_id");--> statement-breakpoint
CREATE INDEX "enrollee_search_key_station_index" ON "enrollee_search_key" USING btree ("station_id","kind","key","name_sort","enrollee_id");--> statement-breakpoint
CREATE INDEX "import_file_batch_index" ON "import_file" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "import_file_digest_index" ON "import_file" USING btree ("digest");--> statement-breakpoint
CREATE INDEX "import_row_file_index" ON "import_row" USING btree ("file_id","row_number");--> statement-breakpoint
CREATE INDEX "import_row_enrollee_index" ON "import_row" USING btree ("enrollee_id");--> statement-breakpoint
CREATE INDEX "import_row_verdict_index" ON "import_row" USING btree ("county_code","verdict","batch_id");--> statement-breakpoint
CREATE INDEX "case_span_county_index" ON "case_span" USING btree ("county_code","from_on","until_on");--> statement-breakpoint
CREATE INDEX "case_span_station_index" ON "case_span" USING btree ("station_id","from_on","until_on");--> statement-breakpoint
CREATE INDEX "case_span_reason_index" ON "case_span" USING btree ("county_code","control_reason","from_on");--> statement-breakpoint
CREATE INDEX "register_entry_county_index" ON "register_entry" USING btree ("county_code","registered","name_sort","enrollee_id");--> statement-breakpoint
CREATE INDEX "register_entry_station_index" ON "register_entry" USING btree ("station_id","registered","name_sort","enrollee_id");--> statement-breakpoint
CREATE INDEX "register_entry_reason_index" ON "register_entry" USING btree ("county_code","registered","control_reason","name_sort");--> statement-breakpoint
CREATE INDEX "register_entry_next_change_index" ON "register_entry" USING btree ("county_code","next_change_on");
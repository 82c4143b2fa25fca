ALTER TABLE "case_document" ADD COLUMN "addressee" text;--> statement-breakpoint
ALTER TABLE "test_draw" ADD COLUMN "stratified_by" text;--> statement-breakpoint
ALTER TABLE "test_draw" ADD COLUMN "strata" jsonb;--> statement-breakpoint
-- Code lists.
ALTER TABLE case_event DROP CONSTRAINT case_event_kind;--> statement-breakpoint
ALTER TABLE case_event ADD CONSTRAINT case_event_kind CHECK (kind IN ('assigned', 'acknowledged', 'station_returned', 'transferred_in', 'no_show_referred', 'no_show_dismissed', 'reported', 'transfer_reported', 'notice_given', 'agreement_signed', 'team_formed', 'plan_made', 'lost_contact', 'found', 'breach_referred', 'breach_dismissed', 'suspended', 'resumed', 'dual_control_started', 'dual_control_ended', 'maintenance_started', 'maintenance_ended', 'hospitalised', 'discharged', 'risk_set', 'transfer_started', 'transfer_sent', 'transfer_cancelled', 'transferred_within', 'transferred_out', 'released', 'terminated', 'died', 'returned_to_police'));--> statement-breakpoint
ALTER TABLE case_document DROP CONSTRAINT case_document_kind;--> statement-breakpoint
ALTER TABLE case_document ADD CONSTRAINT case_document_kind CHECK (kind IN ('notice', 'agreement', 'plan', 'no_show_warning', 'no_show_certificate', 'referral_receipt', 'transfer_letter', 'transfer_receipt', 'admonition', 'warning', 'test_notice', 'breach_notice', 'breach_certificate', 'positive_report', 'search_letter', 'leave_report', 'suspension_statement', 'resumption_record', 'end_assessment', 'annual_assessment', 'half_year_summary', 'release_request', 'release_notice', 'termination_statement', 'isolation_order', 'death_certificate'));--> statement-breakpoint
ALTER TABLE case_document ADD CONSTRAINT case_document_addressee CHECK ((kind = 'release_request') = (addressee IS NOT NULL));--> statement-breakpoint
ALTER TABLE approval DROP CONSTRAINT approval_kind;--> statement-breakpoint
ALTER TABLE approval ADD CONSTRAINT approval_kind CHECK (kind IN ('no_show_referral', 'positive_referral', 'breach_referral', 'release', 'termination', 'end_annulment'));--> statement-breakpoint
ALTER TABLE test_draw ADD CONSTRAINT test_draw_stratified_by CHECK (stratified_by IN ('station', 'measure', 'last_hair_test'));--> statement-breakpoint
ALTER TABLE test_draw ADD CONSTRAINT test_draw_strata CHECK ((stratified_by IS NULL) = (strata IS NULL));

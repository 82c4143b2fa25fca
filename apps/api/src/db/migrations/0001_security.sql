-- Code lists are text with a CHECK, so that a list can grow in a later migration.
ALTER TABLE county ADD CONSTRAINT county_code_form CHECK (code ~ '^[0-9]{6}$');--> statement-breakpoint
ALTER TABLE county ADD CONSTRAINT county_term_last_day CHECK (term_last_day IN ('day_before', 'anniversary'));--> statement-breakpoint
ALTER TABLE county ADD CONSTRAINT county_target CHECK (control_target_percent > 0 AND control_target_percent <= 100);--> statement-breakpoint
ALTER TABLE account ADD CONSTRAINT account_status CHECK (status IN ('active', 'disabled'));--> statement-breakpoint
ALTER TABLE account ADD CONSTRAINT account_roles CHECK (roles <@ ARRAY['caseworker', 'supervisor', 'admin'] AND cardinality(roles) > 0);--> statement-breakpoint
ALTER TABLE account ADD CONSTRAINT account_caseworker_station CHECK (NOT ('caseworker' = ANY (roles)) OR station_id IS NOT NULL);--> statement-breakpoint
ALTER TABLE enrollee ADD CONSTRAINT enrollee_sex CHECK (sex IN ('male', 'female'));--> statement-breakpoint
ALTER TABLE enrollee ADD CONSTRAINT enrollee_risk CHECK (risk_level IN ('high', 'medium', 'low'));--> statement-breakpoint
ALTER TABLE enrollee ADD CONSTRAINT enrollee_id_number_whole CHECK (
  (id_number_cipher IS NULL) = (id_number_hash IS NULL) AND (id_number_cipher IS NULL) = (id_last_four_hash IS NULL));--> statement-breakpoint
ALTER TABLE enrollee ADD CONSTRAINT enrollee_provisional CHECK (provisional OR id_number_hash IS NOT NULL);--> statement-breakpoint
ALTER TABLE case_record ADD CONSTRAINT case_record_measure CHECK (measure IN ('community_detox', 'community_rehab'));--> statement-breakpoint
-- 禁毒法 第三十三条, 第四十八条: three years, or at most three
ALTER TABLE case_record ADD CONSTRAINT case_record_term CHECK (term_months BETWEEN 1 AND 36 AND deducted_days >= 0);--> statement-breakpoint
ALTER TABLE case_record ADD CONSTRAINT case_record_order_before_receipt CHECK (ordered_on IS NULL OR ordered_on <= received_on);--> statement-breakpoint
ALTER TABLE case_event ADD CONSTRAINT case_event_kind CHECK (kind IN (
  'no_show_referred', 'reported', 'agreement_signed', 'lost_contact', 'found', 'breach_referred', 'breach_dismissed',
  'suspended', 'resumed', 'transfer_started', 'transferred_out', 'released', 'terminated', 'died'));--> statement-breakpoint
ALTER TABLE case_event ADD CONSTRAINT case_event_ground CHECK (
  (kind = 'suspended' AND ground IN ('detained', 'arrested'))
  OR (kind = 'terminated' AND ground IN ('compulsory_isolation', 'imprisoned', 'coercive_education', 'other'))
  OR ground IS NULL);--> statement-breakpoint
ALTER TABLE drug_test ADD CONSTRAINT drug_test_method CHECK (method IN ('urine', 'hair', 'saliva'));--> statement-breakpoint
ALTER TABLE drug_test ADD CONSTRAINT drug_test_result CHECK (result IN ('negative', 'positive', 'refused', 'absent', 'invalid'));--> statement-breakpoint
ALTER TABLE visit ADD CONSTRAINT visit_method CHECK (method IN ('home_visit', 'station_interview', 'phone', 'video'));--> statement-breakpoint
ALTER TABLE leave ADD CONSTRAINT leave_days CHECK (due_back_on >= left_on AND (returned_on IS NULL OR returned_on >= left_on));--> statement-breakpoint
ALTER TABLE case_span ADD CONSTRAINT case_span_days CHECK (until_on IS NULL OR until_on > from_on);--> statement-breakpoint
ALTER TABLE case_span ADD CONSTRAINT case_span_reason CHECK ((control_reason IS NULL) = (controlled IS NULL));--> statement-breakpoint
ALTER TABLE import_batch ADD CONSTRAINT import_batch_state CHECK (state IN ('planning', 'planned', 'applying', 'applied', 'failed', 'undone'));--> statement-breakpoint
ALTER TABLE import_row ADD CONSTRAINT import_row_verdict CHECK (verdict IN ('new', 'changed', 'matched', 'held', 'rejected'));--> statement-breakpoint
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_outcome CHECK (outcome IN ('done', 'denied'));--> statement-breakpoint
-- Every annulment says when and why.
ALTER TABLE case_record ADD CONSTRAINT case_record_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE case_event ADD CONSTRAINT case_event_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE drug_test ADD CONSTRAINT drug_test_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE visit ADD CONSTRAINT visit_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint
ALTER TABLE leave ADD CONSTRAINT leave_annulment CHECK ((annulled_at IS NULL) = (annulment_reason IS NULL));--> statement-breakpoint

-- Scope of the transaction: set by the application at its start, empty otherwise, and then nothing is visible.
CREATE FUNCTION scope_county() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.county_code', true), '');--> statement-breakpoint
CREATE FUNCTION scope_kind() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('app.scope', true), 'none');--> statement-breakpoint
CREATE FUNCTION scope_station() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.station_id', true), '')::uuid;--> statement-breakpoint

-- County tables: the structure of the county, visible to everyone who is signed in.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['station', 'township', 'staff_member', 'account', 'session', 'audit_entry'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY county_scope ON %I USING (county_code = (SELECT scope_county()))', name);
  END LOOP;

  -- People's data: the whole county for supervisors, the own station for caseworkers, nothing for others.
  FOREACH name IN ARRAY ARRAY['enrollee', 'enrollee_search_key', 'case_record', 'case_event', 'drug_test',
                              'visit', 'leave', 'case_span', 'register_entry'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY people_scope ON %I USING (
      county_code = (SELECT scope_county())
      AND ((SELECT scope_kind()) = 'county'
        OR ((SELECT scope_kind()) = 'station' AND station_id = (SELECT scope_station()))))$policy$, name);
  END LOOP;

  -- Whole-county records, kept by the bureau.
  FOREACH name IN ARRAY ARRAY['weekly_check', 'fund_budget', 'fund_expense', 'publicity_event', 'meeting',
                              'import_batch', 'import_file', 'import_row'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format($policy$CREATE POLICY bureau_scope ON %I USING (
      county_code = (SELECT scope_county()) AND (SELECT scope_kind()) = 'county')$policy$, name);
  END LOOP;
END $$;--> statement-breakpoint
ALTER TABLE county ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY county_scope ON county USING (code = (SELECT scope_county()));--> statement-breakpoint

-- The application role: no ownership, no DELETE on facts, audit rows only added and read.
GRANT USAGE ON SCHEMA public TO rehab_app;--> statement-breakpoint
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA public TO rehab_app;--> statement-breakpoint
GRANT UPDATE ON county, station, township, staff_member, account, session, enrollee, import_batch, import_file, import_row,
  enrollee_search_key, case_span, register_entry TO rehab_app;--> statement-breakpoint
GRANT UPDATE (annulled_at, annulled_by, annulment_reason) ON case_record, case_event, drug_test, visit, leave, weekly_check,
  fund_budget, fund_expense, publicity_event, meeting TO rehab_app;--> statement-breakpoint
GRANT UPDATE (handed_off_on) ON case_record TO rehab_app;--> statement-breakpoint
GRANT UPDATE (returned_on) ON leave TO rehab_app;--> statement-breakpoint
GRANT DELETE ON session, enrollee_search_key, case_span, register_entry TO rehab_app;--> statement-breakpoint

COMMENT ON TABLE county IS 'The county (GB/T 2260 code) and its settings';--> statement-breakpoint
COMMENT ON TABLE station IS 'Central station (中心站)';--> statement-breakpoint
COMMENT ON TABLE township IS 'Township (乡镇、街道) and the station that serves it';--> statement-breakpoint
COMMENT ON TABLE staff_member IS 'Staff of stations and bureau';--> statement-breakpoint
COMMENT ON TABLE account IS 'Sign-in account with its roles';--> statement-breakpoint
COMMENT ON TABLE session IS 'Signed-in browser; the token is stored as SHA-256';--> statement-breakpoint
COMMENT ON TABLE enrollee IS 'Person with a file (一人一档); ID number and phone encrypted';--> statement-breakpoint
COMMENT ON TABLE enrollee_search_key IS 'Projection: what a person can be found by';--> statement-breakpoint
COMMENT ON TABLE case_record IS 'Measure opened by an order (责令…决定书)';--> statement-breakpoint
COMMENT ON TABLE case_event IS 'Fact: what moved a case';--> statement-breakpoint
COMMENT ON TABLE drug_test IS 'Fact: urine or hair test';--> statement-breakpoint
COMMENT ON TABLE visit IS 'Fact: visit, interview, call';--> statement-breakpoint
COMMENT ON TABLE leave IS 'Fact: reported absence from the county (戒毒条例 第十九条)';--> statement-breakpoint
COMMENT ON TABLE case_span IS 'Projection: state and control reason of a case over days';--> statement-breakpoint
COMMENT ON TABLE register_entry IS 'Projection: present line of the register per person';--> statement-breakpoint
COMMENT ON TABLE weekly_check IS 'Weekly check with the public security bureau (衔接核对)';--> statement-breakpoint
COMMENT ON TABLE fund_budget IS 'Budget of the earmarked fund per year, in fen';--> statement-breakpoint
COMMENT ON TABLE fund_expense IS 'Expense of the earmarked fund, in fen';--> statement-breakpoint
COMMENT ON TABLE publicity_event IS 'Publicity (禁毒宣传)';--> statement-breakpoint
COMMENT ON TABLE meeting IS 'Joint meeting (联席会议)';--> statement-breakpoint
COMMENT ON TABLE import_batch IS 'Files imported together; can be undone as a whole';--> statement-breakpoint
COMMENT ON TABLE import_file IS 'File of a batch and how it was recognised';--> statement-breakpoint
COMMENT ON TABLE import_row IS 'Row of a file: verdict, issues, decision; cells encrypted';--> statement-breakpoint
COMMENT ON TABLE audit_entry IS 'Append-only audit trail';

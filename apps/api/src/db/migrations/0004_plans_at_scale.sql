CREATE INDEX "enrollee_township_index" ON "enrollee" USING btree ("township_id");--> statement-breakpoint
CREATE INDEX "enrollee_caseworker_index" ON "enrollee" USING btree ("caseworker_id");--> statement-breakpoint
-- The same scope as before, said as CASE: of an OR with values that are known only at run time the planner believes
-- that it leaves one row in two hundred, and it then reads whole tables for one page of a register.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['enrollee', 'enrollee_search_key', 'case_record', 'case_event', 'drug_test',
                              'visit', 'leave', 'case_span', 'register_entry'] LOOP
    EXECUTE format($policy$ALTER POLICY people_scope ON %I USING (
      county_code = (SELECT scope_county())
      AND CASE (SELECT scope_kind())
        WHEN 'county' THEN true
        WHEN 'station' THEN station_id = (SELECT scope_station())
        ELSE false
      END)$policy$, name);
  END LOOP;
END $$;

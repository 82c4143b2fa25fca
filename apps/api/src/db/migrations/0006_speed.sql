DROP INDEX "case_event_county_index";--> statement-breakpoint
DROP INDEX "drug_test_county_index";--> statement-breakpoint
DROP INDEX "visit_county_index";--> statement-breakpoint
CREATE INDEX "case_event_county_index" ON "case_event" USING btree ("county_code","kind","happened_on","case_id","enrollee_id","station_id") WHERE "case_event"."annulled_at" is null;--> statement-breakpoint
CREATE INDEX "drug_test_county_index" ON "drug_test" USING btree ("county_code","happened_on","result","case_id","enrollee_id","station_id") WHERE "drug_test"."annulled_at" is null;--> statement-breakpoint
CREATE INDEX "visit_county_index" ON "visit" USING btree ("county_code","happened_on","method","case_id","enrollee_id","station_id") WHERE "visit"."annulled_at" is null;
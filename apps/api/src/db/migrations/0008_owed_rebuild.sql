CREATE TABLE "register_rebuild" (
	"id" uuid PRIMARY KEY NOT NULL,
	"county_code" text NOT NULL,
	"owed_since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "register_rebuild" ADD CONSTRAINT "register_rebuild_county_code_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint

ALTER TABLE register_rebuild ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY county_scope ON register_rebuild USING (county_code = (SELECT scope_county()));--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON register_rebuild TO rehab_app;--> statement-breakpoint
COMMENT ON TABLE register_rebuild IS 'The register has to be derived anew; taken away once that is done';

ALTER TABLE "import_row" ADD COLUMN "previous_cipher" "bytea";--> statement-breakpoint
ALTER TABLE import_row DROP CONSTRAINT import_row_verdict;--> statement-breakpoint
ALTER TABLE import_row ADD CONSTRAINT import_row_verdict CHECK (
  verdict IN ('new', 'changed', 'matched', 'held', 'waiting', 'rejected'));

CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE INDEX "case_texts_body_trigrams" ON "case_texts" USING gin ("body" gin_trgm_ops);
--> statement-breakpoint
CREATE FUNCTION audit_entries_guard() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'audit entries never change'; END; $$ LANGUAGE plpgsql;
--> statement-breakpoint
CREATE TRIGGER audit_entries_never_change BEFORE UPDATE OR DELETE ON "audit_entries" FOR EACH ROW EXECUTE FUNCTION audit_entries_guard();
--> statement-breakpoint
CREATE TRIGGER audit_entries_never_empty BEFORE TRUNCATE ON "audit_entries" FOR EACH STATEMENT EXECUTE FUNCTION audit_entries_guard();

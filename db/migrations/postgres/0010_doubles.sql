DROP INDEX "cases_person";--> statement-breakpoint
DROP INDEX "person_names_key";--> statement-breakpoint
CREATE INDEX "cases_person" ON "cases" USING btree ("person_id","seized_text");--> statement-breakpoint
CREATE INDEX "person_names_key" ON "person_names" USING btree ("name_key","person_id");
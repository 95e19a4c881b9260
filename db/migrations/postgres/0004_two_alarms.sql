DROP INDEX "cases_urgency";--> statement-breakpoint
DROP INDEX "cases_place";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "watch_from" bigint;--> statement-breakpoint
CREATE INDEX "cases_urgency" ON "cases" USING btree ("team_id","outstanding","due_sort","reference","watch_from","state","expected_basis","detention_kind","owner_id");--> statement-breakpoint
CREATE INDEX "cases_place" ON "cases" USING btree ("team_id","outstanding","place_id","due_sort","reference","watch_from","state","expected_basis");--> statement-breakpoint
UPDATE "cases" SET "watch_from" = "expected_from";

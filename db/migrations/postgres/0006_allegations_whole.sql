ALTER TABLE "allegations" DROP CONSTRAINT "allegations_agency_id_institutions_id_fk";
--> statement-breakpoint
ALTER TABLE "allegations" DROP COLUMN "agency_id";--> statement-breakpoint
ALTER TABLE "allegations" DROP COLUMN "perpetrator";--> statement-breakpoint
ALTER TABLE "allegations" DROP COLUMN "response_when";--> statement-breakpoint
ALTER TABLE "allegations" DROP COLUMN "response_note";--> statement-breakpoint
UPDATE "allegation_responses" SET "asked_text" = "answered_text", "answered_text" = NULL WHERE "id" = "allegation_id";

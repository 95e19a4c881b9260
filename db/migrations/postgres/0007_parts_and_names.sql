CREATE TABLE "place_names" (
	"place_id" text NOT NULL,
	"name_key" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "place_names_place_id_name_key_pk" PRIMARY KEY("place_id","name_key")
);
--> statement-breakpoint
ALTER TABLE "allegations" DROP CONSTRAINT "allegations_agency_id_institutions_id_fk";
--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "verdict" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "place_names" ADD CONSTRAINT "place_names_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "place_names_key" ON "place_names" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "cases_held_at" ON "cases" USING btree ("held_at_id");--> statement-breakpoint
CREATE INDEX "cases_last_held_at" ON "cases" USING btree ("last_held_at_id");--> statement-breakpoint
CREATE INDEX "cases_agency" ON "cases" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "custody_moments_institution" ON "custody_moments" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "orders_court" ON "orders" USING btree ("court_id");--> statement-breakpoint
ALTER TABLE "allegations" DROP COLUMN "agency_id";--> statement-breakpoint
ALTER TABLE "allegations" DROP COLUMN "perpetrator";--> statement-breakpoint
ALTER TABLE "allegations" DROP COLUMN "response_when";--> statement-breakpoint
ALTER TABLE "allegations" DROP COLUMN "response_note";--> statement-breakpoint
UPDATE "allegation_responses" SET "asked_text" = "answered_text", "answered_text" = NULL WHERE "id" = "allegation_id";

CREATE TABLE "sheet_cells" (
	"id" text PRIMARY KEY NOT NULL,
	"draft_id" text NOT NULL,
	"case_id" text NOT NULL,
	"row" integer NOT NULL,
	"column_key" text NOT NULL,
	"typed" text NOT NULL,
	"choice" text DEFAULT '' NOT NULL,
	"against" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sheet_drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"export_id" text NOT NULL,
	"team_id" text NOT NULL,
	"author_id" text,
	"file_name" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"notes" text DEFAULT '{}' NOT NULL,
	"saved" integer DEFAULT 0 NOT NULL,
	"applied_at" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sheet_exports" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"taker_id" text,
	"locale" text NOT NULL,
	"filter" text NOT NULL,
	"reason" text NOT NULL,
	"rows" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sheet_rows" (
	"export_id" text NOT NULL,
	"case_id" text NOT NULL,
	"position" integer NOT NULL,
	"case_version" integer NOT NULL,
	"base" text NOT NULL,
	CONSTRAINT "sheet_rows_export_id_case_id_pk" PRIMARY KEY("export_id","case_id")
);
--> statement-breakpoint
ALTER TABLE "sheet_cells" ADD CONSTRAINT "sheet_cells_draft_id_sheet_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."sheet_drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_cells" ADD CONSTRAINT "sheet_cells_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_drafts" ADD CONSTRAINT "sheet_drafts_export_id_sheet_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."sheet_exports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_drafts" ADD CONSTRAINT "sheet_drafts_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_drafts" ADD CONSTRAINT "sheet_drafts_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_exports" ADD CONSTRAINT "sheet_exports_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_exports" ADD CONSTRAINT "sheet_exports_taker_id_users_id_fk" FOREIGN KEY ("taker_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_rows" ADD CONSTRAINT "sheet_rows_export_id_sheet_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."sheet_exports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_rows" ADD CONSTRAINT "sheet_rows_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sheet_cells_place" ON "sheet_cells" USING btree ("draft_id","case_id","column_key");--> statement-breakpoint
CREATE INDEX "sheet_drafts_team" ON "sheet_drafts" USING btree ("team_id","created_at");--> statement-breakpoint
CREATE INDEX "sheet_exports_taker" ON "sheet_exports" USING btree ("taker_id","created_at");--> statement-breakpoint
CREATE INDEX "sheet_rows_case" ON "sheet_rows" USING btree ("case_id");
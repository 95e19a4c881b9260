CREATE TABLE "letterheads" (
	"id" text PRIMARY KEY NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"logo" text DEFAULT '' NOT NULL,
	"logo_width" integer DEFAULT 0 NOT NULL,
	"logo_height" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_counters" (
	"series" text PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_files" (
	"report_id" text NOT NULL,
	"format" text NOT NULL,
	"file_id" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"sealed_key" text NOT NULL,
	"made_at" bigint NOT NULL,
	CONSTRAINT "report_files_report_id_format_pk" PRIMARY KEY("report_id","format")
);
--> statement-breakpoint
CREATE TABLE "report_records" (
	"report_id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"record_id" text NOT NULL,
	"record_version" integer NOT NULL,
	"label" text NOT NULL,
	"named" boolean,
	"status" text,
	"outstanding" boolean,
	"expected_from" bigint,
	"expected_to" bigint,
	"overdue_from" bigint,
	"released_text" text,
	CONSTRAINT "report_records_report_id_position_pk" PRIMARY KEY("report_id","position")
);
--> statement-breakpoint
CREATE TABLE "report_texts" (
	"id" text PRIMARY KEY NOT NULL,
	"report_id" text NOT NULL,
	"slot" text NOT NULL,
	"text" text NOT NULL,
	"author_id" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"locale" text NOT NULL,
	"profile" text NOT NULL,
	"recipient_id" text,
	"audience" text,
	"purpose" text,
	"subject_id" text,
	"filter" text DEFAULT '' NOT NULL,
	"from_day" text,
	"to_day" text,
	"previous_id" text,
	"series" text,
	"number" integer,
	"document" text DEFAULT '' NOT NULL,
	"frame" text DEFAULT '' NOT NULL,
	"named" integer,
	"pseudonymous" integer,
	"engine_version" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"author_id" text,
	"issued_by_id" text,
	"issued_at" bigint,
	"as_of" bigint,
	"withdrawn_by_id" text,
	"withdrawn_at" bigint,
	"withdrawn_reason" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_filters" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"author_id" text,
	"removed_at" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "report_files" ADD CONSTRAINT "report_files_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_records" ADD CONSTRAINT "report_records_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_texts" ADD CONSTRAINT "report_texts_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_texts" ADD CONSTRAINT "report_texts_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_issued_by_id_users_id_fk" FOREIGN KEY ("issued_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_withdrawn_by_id_users_id_fk" FOREIGN KEY ("withdrawn_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_records_record" ON "report_records" USING btree ("kind","record_id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_texts_slot" ON "report_texts" USING btree ("report_id","slot");--> statement-breakpoint
CREATE INDEX "reports_team" ON "reports" USING btree ("team_id","state","issued_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_number" ON "reports" USING btree ("series","number");--> statement-breakpoint
CREATE INDEX "saved_filters_team" ON "saved_filters" USING btree ("team_id","name");
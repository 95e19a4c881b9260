CREATE TABLE "api_token_scopes" (
	"token_id" text NOT NULL,
	"scope" text NOT NULL,
	CONSTRAINT "api_token_scopes_token_id_scope_pk" PRIMARY KEY("token_id","scope")
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" text NOT NULL,
	"profile" text NOT NULL,
	"purpose" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"last_used_day" text,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"webhook_id" text NOT NULL,
	"seq" integer NOT NULL,
	"event" text NOT NULL,
	"body" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" bigint NOT NULL,
	"last_at" bigint,
	"last_status" text
);
--> statement-breakpoint
CREATE TABLE "webhook_subscriptions" (
	"webhook_id" text NOT NULL,
	"event" text NOT NULL,
	CONSTRAINT "webhook_subscriptions_webhook_id_event_pk" PRIMARY KEY("webhook_id","event")
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"url" text NOT NULL,
	"sealed_secret" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"last_seq" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"name" text NOT NULL,
	"kinds" text NOT NULL,
	"whose" text NOT NULL,
	"created_at" bigint NOT NULL,
	"read_at" bigint,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "exports" (
	"id" text PRIMARY KEY NOT NULL,
	"what" text NOT NULL,
	"format" text NOT NULL,
	"filter" text NOT NULL,
	"profile" text NOT NULL,
	"recipient_id" text,
	"audience" text,
	"purpose" text,
	"reason" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"made_by_id" text,
	"made_at" bigint NOT NULL,
	"rows" integer,
	"complete" boolean DEFAULT false NOT NULL,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE TABLE "recipients" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"audience" text NOT NULL,
	"profile" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_queue" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"figure" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" bigint NOT NULL,
	"problem" text DEFAULT '' NOT NULL,
	"created_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice_preferences" (
	"user_id" text PRIMARY KEY NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"email_tested_at" bigint,
	"whose" text DEFAULT 'mine' NOT NULL,
	"digest_hour" integer DEFAULT 8 NOT NULL,
	"quiet_from" integer,
	"quiet_to" integer,
	"digest_on" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice_ways" (
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"way" text NOT NULL,
	CONSTRAINT "notice_ways_user_id_kind_pk" PRIMARY KEY("user_id","kind")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"fact_key" text NOT NULL,
	"case_id" text NOT NULL,
	"task_id" text,
	"about_at" bigint,
	"at" bigint NOT NULL,
	"read_at" bigint,
	"settled_at" bigint,
	"mail" text DEFAULT 'none' NOT NULL
);
--> statement-breakpoint
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
	"variant" text DEFAULT '' NOT NULL,
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
ALTER TABLE "import_batches" ADD COLUMN "total" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_batches" ADD COLUMN "phase" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_batches" ADD COLUMN "done" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_batches" ADD COLUMN "runner_id" text;--> statement-breakpoint
ALTER TABLE "import_batches" ADD COLUMN "failure" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_batches" ADD COLUMN "withdrawn" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "import_batches" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_rows" ADD COLUMN "cells" text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "stepped_up_at" bigint;--> statement-breakpoint
ALTER TABLE "teams" ADD COLUMN "hidden" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "api_token_scopes" ADD CONSTRAINT "api_token_scopes_token_id_api_tokens_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."api_tokens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_subscriptions" ADD CONSTRAINT "webhook_subscriptions_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_recipient_id_recipients_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."recipients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exports" ADD CONSTRAINT "exports_made_by_id_users_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_queue" ADD CONSTRAINT "mail_queue_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_preferences" ADD CONSTRAINT "notice_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_ways" ADD CONSTRAINT "notice_ways_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "sheet_cells" ADD CONSTRAINT "sheet_cells_draft_id_sheet_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."sheet_drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_cells" ADD CONSTRAINT "sheet_cells_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_drafts" ADD CONSTRAINT "sheet_drafts_export_id_sheet_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."sheet_exports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_drafts" ADD CONSTRAINT "sheet_drafts_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_drafts" ADD CONSTRAINT "sheet_drafts_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_exports" ADD CONSTRAINT "sheet_exports_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_exports" ADD CONSTRAINT "sheet_exports_taker_id_users_id_fk" FOREIGN KEY ("taker_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_rows" ADD CONSTRAINT "sheet_rows_export_id_sheet_exports_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."sheet_exports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_rows" ADD CONSTRAINT "sheet_rows_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_tokens_secret" ON "api_tokens" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "api_tokens_user" ON "api_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_deliveries_once" ON "webhook_deliveries" USING btree ("webhook_id","seq","event");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_state" ON "webhook_deliveries" USING btree ("webhook_id","state","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_token" ON "calendar_feeds" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "calendar_feeds_user" ON "calendar_feeds" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "exports_recipient" ON "exports" USING btree ("recipient_id","made_at");--> statement-breakpoint
CREATE INDEX "exports_maker" ON "exports" USING btree ("made_by_id","made_at");--> statement-breakpoint
CREATE INDEX "mail_queue_due" ON "mail_queue" USING btree ("state","next_at");--> statement-breakpoint
CREATE INDEX "mail_queue_user" ON "mail_queue" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_fact" ON "notices" USING btree ("fact_key","user_id");--> statement-breakpoint
CREATE INDEX "notices_open" ON "notices" USING btree ("user_id","settled_at","read_at","at");--> statement-breakpoint
CREATE INDEX "notices_standing" ON "notices" USING btree ("settled_at","id");--> statement-breakpoint
CREATE INDEX "notices_mail" ON "notices" USING btree ("mail","user_id");--> statement-breakpoint
CREATE INDEX "notices_task" ON "notices" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "report_records_record" ON "report_records" USING btree ("kind","record_id");--> statement-breakpoint
CREATE UNIQUE INDEX "report_texts_slot" ON "report_texts" USING btree ("report_id","slot");--> statement-breakpoint
CREATE INDEX "reports_team" ON "reports" USING btree ("team_id","state","issued_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_number" ON "reports" USING btree ("series","number");--> statement-breakpoint
CREATE INDEX "saved_filters_team" ON "saved_filters" USING btree ("team_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "sheet_cells_place" ON "sheet_cells" USING btree ("draft_id","case_id","column_key");--> statement-breakpoint
CREATE INDEX "sheet_drafts_team" ON "sheet_drafts" USING btree ("team_id","created_at");--> statement-breakpoint
CREATE INDEX "sheet_exports_taker" ON "sheet_exports" USING btree ("taker_id","created_at");--> statement-breakpoint
CREATE INDEX "sheet_rows_case" ON "sheet_rows" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "cases_expected_from" ON "cases" USING btree ("team_id","expected_from");--> statement-breakpoint
CREATE INDEX "cases_expected_to" ON "cases" USING btree ("team_id","expected_to");--> statement-breakpoint
CREATE INDEX "cases_long_windows" ON "cases" USING btree ("team_id","expected_to") WHERE expected_to - expected_from > 2000000000;--> statement-breakpoint
CREATE INDEX "cases_watch_from" ON "cases" USING btree ("team_id","watch_from");--> statement-breakpoint
CREATE INDEX "cases_stated_differs" ON "cases" USING btree ("team_id","stated_differs","outstanding");--> statement-breakpoint
CREATE INDEX "import_rows_verdict" ON "import_rows" USING btree ("batch_id","verdict","row");--> statement-breakpoint
CREATE INDEX "orders_team_date" ON "orders" USING btree ("team_id","earliest");
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
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_queue" ADD CONSTRAINT "mail_queue_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_preferences" ADD CONSTRAINT "notice_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_ways" ADD CONSTRAINT "notice_ways_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_token" ON "calendar_feeds" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "calendar_feeds_user" ON "calendar_feeds" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "mail_queue_due" ON "mail_queue" USING btree ("state","next_at");--> statement-breakpoint
CREATE INDEX "mail_queue_user" ON "mail_queue" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_fact" ON "notices" USING btree ("fact_key","user_id");--> statement-breakpoint
CREATE INDEX "notices_open" ON "notices" USING btree ("user_id","settled_at","read_at","at");--> statement-breakpoint
CREATE INDEX "notices_standing" ON "notices" USING btree ("settled_at","id");--> statement-breakpoint
CREATE INDEX "notices_mail" ON "notices" USING btree ("mail","user_id");--> statement-breakpoint
CREATE INDEX "notices_task" ON "notices" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "cases_expected_from" ON "cases" USING btree ("team_id","expected_from");--> statement-breakpoint
CREATE INDEX "cases_expected_to" ON "cases" USING btree ("team_id","expected_to");--> statement-breakpoint
CREATE INDEX "cases_long_windows" ON "cases" USING btree ("team_id","expected_to") WHERE expected_to - expected_from > 2000000000;--> statement-breakpoint
CREATE INDEX "cases_watch_from" ON "cases" USING btree ("team_id","watch_from");--> statement-breakpoint
CREATE INDEX "cases_stated_differs" ON "cases" USING btree ("team_id","stated_differs","outstanding");--> statement-breakpoint
CREATE INDEX "orders_team_date" ON "orders" USING btree ("team_id","earliest");
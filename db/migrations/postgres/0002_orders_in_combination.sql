CREATE TABLE "adjustments" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"kind" text NOT NULL,
	"from_text" text,
	"to_text" text,
	"days" integer,
	"ratio" text,
	"authority" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"withdrawn" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_clocks" (
	"case_id" text NOT NULL,
	"team_id" text NOT NULL,
	"kind" text NOT NULL,
	"rule_id" text NOT NULL,
	"order_id" text DEFAULT '' NOT NULL,
	"from_at" bigint NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "case_clocks_case_id_rule_id_order_id_pk" PRIMARY KEY("case_id","rule_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "release_overrides" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"when_text" text NOT NULL,
	"reason" text NOT NULL,
	"author_id" text NOT NULL,
	"facts" text NOT NULL,
	"ended" text,
	"ended_at" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recompute_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"started_by_id" text NOT NULL,
	"started_at" bigint NOT NULL,
	"finished_at" bigint,
	"versions" text NOT NULL,
	"examined" integer DEFAULT 0 NOT NULL,
	"moved" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rule_overrides" (
	"id" text PRIMARY KEY NOT NULL,
	"rule_id" text NOT NULL,
	"rule_version" integer NOT NULL,
	"value" text,
	"reason" text NOT NULL,
	"source" text NOT NULL,
	"author_id" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"team_id" text NOT NULL,
	"what" text NOT NULL,
	"due_text" text,
	"due_latest" bigint,
	"assignee_id" text,
	"origin" text DEFAULT 'manual' NOT NULL,
	"origin_key" text DEFAULT '' NOT NULL,
	"done_at" bigint,
	"done_by_id" text,
	"outcome" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "last_held_at_id" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "court_id" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "over_kind" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "over_minutes" integer;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "over_minutes_most" integer;--> statement-breakpoint
ALTER TABLE "release_estimates" ADD COLUMN "cause" text DEFAULT 'facts' NOT NULL;--> statement-breakpoint
ALTER TABLE "release_estimates" ADD COLUMN "override_id" text;--> statement-breakpoint
ALTER TABLE "order_cases" ADD COLUMN "own_term" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "term" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "relation" text DEFAULT 'not_stated' NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "relates_to_id" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "served_share" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "calculator_open" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "adjustments" ADD CONSTRAINT "adjustments_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_clocks" ADD CONSTRAINT "case_clocks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_clocks" ADD CONSTRAINT "case_clocks_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_overrides" ADD CONSTRAINT "release_overrides_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_overrides" ADD CONSTRAINT "release_overrides_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recompute_runs" ADD CONSTRAINT "recompute_runs_started_by_id_users_id_fk" FOREIGN KEY ("started_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_overrides" ADD CONSTRAINT "rule_overrides_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_done_by_id_users_id_fk" FOREIGN KEY ("done_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "adjustments_case" ON "adjustments" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "case_clocks_next" ON "case_clocks" USING btree ("team_id","kind","at","case_id","from_at");--> statement-breakpoint
CREATE INDEX "release_overrides_case" ON "release_overrides" USING btree ("case_id","created_at");--> statement-breakpoint
CREATE INDEX "recompute_runs_started" ON "recompute_runs" USING btree ("started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "rule_overrides_version" ON "rule_overrides" USING btree ("rule_id","rule_version");--> statement-breakpoint
CREATE INDEX "tasks_case" ON "tasks" USING btree ("case_id","created_at");--> statement-breakpoint
CREATE INDEX "tasks_due" ON "tasks" USING btree ("team_id","done_at","due_latest");--> statement-breakpoint
CREATE INDEX "tasks_assignee" ON "tasks" USING btree ("assignee_id","done_at","due_latest");--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_last_held_at_id_institutions_id_fk" FOREIGN KEY ("last_held_at_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_court_id_institutions_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cases_over" ON "cases" USING btree ("team_id","over_minutes");--> statement-breakpoint
UPDATE "orders" SET "term" = CASE WHEN "term_unit" = 'h' THEN 'PT' ELSE 'P' END || "term_amount" || upper("term_unit") WHERE "term_amount" IS NOT NULL;

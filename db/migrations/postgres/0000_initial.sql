CREATE TABLE "allegation_acts" (
	"allegation_id" text NOT NULL,
	"position" integer NOT NULL,
	"act" text NOT NULL,
	CONSTRAINT "allegation_acts_allegation_id_act_pk" PRIMARY KEY("allegation_id","act")
);
--> statement-breakpoint
CREATE TABLE "allegation_cases" (
	"allegation_id" text NOT NULL,
	"case_id" text NOT NULL,
	CONSTRAINT "allegation_cases_allegation_id_case_id_pk" PRIMARY KEY("allegation_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "allegations" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"when_text" text,
	"earliest" bigint,
	"zone" text NOT NULL,
	"where_text" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"victim_scope" text NOT NULL,
	"attributed_to" text NOT NULL,
	"source_id" text,
	"agency_id" text,
	"perpetrator" text DEFAULT '' NOT NULL,
	"injuries" text DEFAULT '' NOT NULL,
	"verification" text DEFAULT 'alleged' NOT NULL,
	"response" text DEFAULT 'not_asked' NOT NULL,
	"response_when" text,
	"response_note" text DEFAULT '' NOT NULL,
	"withdrawn" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"seq" integer PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"case_id" text,
	"entry" text NOT NULL,
	"leaf" text NOT NULL,
	"head" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_values" (
	"seq" integer NOT NULL,
	"position" integer NOT NULL,
	"field" text NOT NULL,
	"before" text,
	"after" text,
	"salt" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_texts" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"owner_id" text,
	"reference" text NOT NULL,
	"person_id" text NOT NULL,
	"group_id" text,
	"slot" integer,
	"slot_count" integer,
	"detention_kind" text NOT NULL,
	"priority" text DEFAULT 'normal' NOT NULL,
	"place_id" text NOT NULL,
	"zone" text NOT NULL,
	"held_at_id" text,
	"agency_id" text,
	"event_id" text,
	"event_link" text DEFAULT 'at' NOT NULL,
	"lawyer" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"outstanding" boolean NOT NULL,
	"seized_text" text,
	"custody_from" bigint,
	"custody_to" bigint,
	"released_text" text,
	"release_kind" text,
	"term_text" text,
	"expected_from" bigint,
	"expected_to" bigint,
	"expected_basis" text DEFAULT 'none' NOT NULL,
	"expected_kind" text DEFAULT 'unknown' NOT NULL,
	"counting_confirmed" boolean DEFAULT true NOT NULL,
	"stated_differs" boolean DEFAULT false NOT NULL,
	"verdict" text,
	"due_sort" bigint DEFAULT 8640000000000000 NOT NULL,
	"estimate_id" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "custody_moments" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"kind" text NOT NULL,
	"when_text" text,
	"earliest" bigint,
	"latest" bigint,
	"institution_id" text,
	"release_kind" text,
	"note" text DEFAULT '' NOT NULL,
	"withdrawn" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "release_estimates" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"at" bigint NOT NULL,
	"facts" text NOT NULL,
	"answer" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stated_releases" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"when_text" text NOT NULL,
	"attributed_to" text NOT NULL,
	"source_id" text,
	"note" text DEFAULT '' NOT NULL,
	"withdrawn" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_participants" (
	"event_id" text NOT NULL,
	"person_id" text NOT NULL,
	CONSTRAINT "event_participants_event_id_person_id_pk" PRIMARY KEY("event_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "event_sites" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"place_id" text NOT NULL,
	"spot" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"start_text" text,
	"start_earliest" bigint,
	"end_text" text,
	"zone" text NOT NULL,
	"organiser" text DEFAULT '' NOT NULL,
	"demands" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_cases" (
	"order_id" text NOT NULL,
	"case_id" text NOT NULL,
	CONSTRAINT "order_cases_order_id_case_id_pk" PRIMARY KEY("order_id","case_id")
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"kind" text NOT NULL,
	"court_id" text,
	"judge" text DEFAULT '' NOT NULL,
	"date_text" text,
	"earliest" bigint,
	"articles" text DEFAULT '' NOT NULL,
	"term_amount" integer,
	"term_unit" text,
	"count_from" text DEFAULT 'not_stated' NOT NULL,
	"count_from_when" text,
	"zone" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"withdrawn" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_counters" (
	"prefix" text PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "institutions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"place_id" text,
	"legal_status" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"default_locale" text NOT NULL,
	"default_place_id" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name_kk" text NOT NULL,
	"name_ru" text NOT NULL,
	"name_en" text NOT NULL,
	"country" text NOT NULL,
	"zone" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"key" text PRIMARY KEY NOT NULL,
	"actor_id" text NOT NULL,
	"result" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"identification" text NOT NULL,
	"display_name" text NOT NULL,
	"sex" text DEFAULT 'unknown' NOT NULL,
	"birth_date" text,
	"nationality" text DEFAULT '' NOT NULL,
	"occupation" text DEFAULT '' NOT NULL,
	"affiliation" text DEFAULT '' NOT NULL,
	"residence" text DEFAULT '' NOT NULL,
	"health_risk" text DEFAULT '' NOT NULL,
	"family_contact" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_names" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"kind" text NOT NULL,
	"name_key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "citations" (
	"id" text PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"case_id" text NOT NULL,
	"field" text NOT NULL,
	"quote" text NOT NULL,
	"withdrawn" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"publisher" text DEFAULT '' NOT NULL,
	"author" text DEFAULT '' NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"language" text DEFAULT 'other' NOT NULL,
	"published_text" text,
	"text" text DEFAULT '' NOT NULL,
	"text_sha256" text DEFAULT '' NOT NULL,
	"captured_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "one_time_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"role" text,
	"team_id" text,
	"name" text DEFAULT '' NOT NULL,
	"created_by" text,
	"created_at" bigint NOT NULL,
	"expires_at" bigint,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	"device" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"blocked_until" bigint NOT NULL,
	"window_start" bigint NOT NULL,
	"checks_in_window" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"team_id" text NOT NULL,
	"user_id" text NOT NULL,
	CONSTRAINT "team_members_team_id_user_id_pk" PRIMARY KEY("team_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"login" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"locale" text NOT NULL,
	"theme" text DEFAULT 'system' NOT NULL,
	"password_hash" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "allegation_acts" ADD CONSTRAINT "allegation_acts_allegation_id_allegations_id_fk" FOREIGN KEY ("allegation_id") REFERENCES "public"."allegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegation_cases" ADD CONSTRAINT "allegation_cases_allegation_id_allegations_id_fk" FOREIGN KEY ("allegation_id") REFERENCES "public"."allegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegation_cases" ADD CONSTRAINT "allegation_cases_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegations" ADD CONSTRAINT "allegations_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegations" ADD CONSTRAINT "allegations_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegations" ADD CONSTRAINT "allegations_agency_id_institutions_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_values" ADD CONSTRAINT "audit_values_seq_audit_entries_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."audit_entries"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_texts" ADD CONSTRAINT "case_texts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_held_at_id_institutions_id_fk" FOREIGN KEY ("held_at_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_agency_id_institutions_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody_moments" ADD CONSTRAINT "custody_moments_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custody_moments" ADD CONSTRAINT "custody_moments_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_estimates" ADD CONSTRAINT "release_estimates_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stated_releases" ADD CONSTRAINT "stated_releases_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stated_releases" ADD CONSTRAINT "stated_releases_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_participants" ADD CONSTRAINT "event_participants_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_participants" ADD CONSTRAINT "event_participants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sites" ADD CONSTRAINT "event_sites_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sites" ADD CONSTRAINT "event_sites_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_cases" ADD CONSTRAINT "order_cases_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_cases" ADD CONSTRAINT "order_cases_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_court_id_institutions_id_fk" FOREIGN KEY ("court_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institutions" ADD CONSTRAINT "institutions_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_names" ADD CONSTRAINT "person_names_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "allegation_cases_case" ON "allegation_cases" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "audit_entries_case" ON "audit_entries" USING btree ("case_id","seq");--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("subject_type","subject_id","seq");--> statement-breakpoint
CREATE INDEX "audit_values_seq" ON "audit_values" USING btree ("seq","position");--> statement-breakpoint
CREATE UNIQUE INDEX "case_texts_case" ON "case_texts" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_reference" ON "cases" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "cases_person" ON "cases" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "cases_event" ON "cases" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "cases_group" ON "cases" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "cases_urgency" ON "cases" USING btree ("team_id","outstanding","due_sort","reference","expected_from","state","expected_basis","detention_kind","owner_id");--> statement-breakpoint
CREATE INDEX "cases_place" ON "cases" USING btree ("team_id","outstanding","place_id","due_sort","reference","expected_from","state","expected_basis");--> statement-breakpoint
CREATE INDEX "cases_recent" ON "cases" USING btree ("team_id","created_at","reference");--> statement-breakpoint
CREATE INDEX "cases_custody_from" ON "cases" USING btree ("team_id","custody_from");--> statement-breakpoint
CREATE INDEX "cases_custody_to" ON "cases" USING btree ("team_id","custody_to");--> statement-breakpoint
CREATE INDEX "custody_moments_case" ON "custody_moments" USING btree ("case_id","earliest");--> statement-breakpoint
CREATE INDEX "release_estimates_case" ON "release_estimates" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "stated_releases_case" ON "stated_releases" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "event_participants_person" ON "event_participants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "event_sites_event" ON "event_sites" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "events_team_start" ON "events" USING btree ("team_id","start_earliest");--> statement-breakpoint
CREATE INDEX "order_cases_case" ON "order_cases" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "institutions_kind_name" ON "institutions" USING btree ("kind","name_key");--> statement-breakpoint
CREATE UNIQUE INDEX "places_code" ON "places" USING btree ("code");--> statement-breakpoint
CREATE INDEX "submissions_at" ON "submissions" USING btree ("at");--> statement-breakpoint
CREATE INDEX "people_team_name" ON "people" USING btree ("team_id","display_name");--> statement-breakpoint
CREATE INDEX "person_names_person" ON "person_names" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "person_names_key" ON "person_names" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "citations_case" ON "citations" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "citations_source" ON "citations" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "sources_team" ON "sources" USING btree ("team_id","captured_at");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "team_members_user" ON "team_members" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_login" ON "users" USING btree ("login");
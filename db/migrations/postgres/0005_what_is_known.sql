CREATE TABLE "allegation_perpetrators" (
	"id" text PRIMARY KEY NOT NULL,
	"allegation_id" text NOT NULL,
	"position" integer NOT NULL,
	"institution_id" text,
	"unit" text DEFAULT '' NOT NULL,
	"person" text DEFAULT '' NOT NULL,
	"involvement" text DEFAULT 'unknown' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "allegation_responses" (
	"id" text PRIMARY KEY NOT NULL,
	"allegation_id" text NOT NULL,
	"institution_id" text,
	"asked_text" text,
	"answer" text NOT NULL,
	"answered_text" text,
	"answered_earliest" bigint,
	"note" text DEFAULT '' NOT NULL,
	"source_id" text,
	"withdrawn" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "allegation_reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"allegation_id" text NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text,
	"verification" text NOT NULL,
	"ground" text DEFAULT '' NOT NULL,
	"source_id" text
);
--> statement-breakpoint
CREATE TABLE "complaints" (
	"id" text PRIMARY KEY NOT NULL,
	"allegation_id" text NOT NULL,
	"team_id" text NOT NULL,
	"kind" text NOT NULL,
	"institution_id" text,
	"filed_by" text DEFAULT '' NOT NULL,
	"filed_text" text,
	"number" text DEFAULT '' NOT NULL,
	"due_text" text,
	"due_latest" bigint,
	"outcome" text DEFAULT 'pending' NOT NULL,
	"answered_text" text,
	"note" text DEFAULT '' NOT NULL,
	"zone" text NOT NULL,
	"withdrawn" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_events" (
	"case_id" text NOT NULL,
	"event_id" text NOT NULL,
	"link" text NOT NULL,
	"site_id" text,
	CONSTRAINT "case_events_case_id_event_id_link_pk" PRIMARY KEY("case_id","event_id","link")
);
--> statement-breakpoint
CREATE TABLE "count_places" (
	"count_id" text NOT NULL,
	"place_id" text NOT NULL,
	CONSTRAINT "count_places_count_id_place_id_pk" PRIMARY KEY("count_id","place_id")
);
--> statement-breakpoint
CREATE TABLE "counts" (
	"id" text PRIMARY KEY NOT NULL,
	"event_id" text NOT NULL,
	"team_id" text NOT NULL,
	"category" text NOT NULL,
	"bound" text NOT NULL,
	"figure" integer,
	"figure_to" integer,
	"compared_to_id" text,
	"attributed_to" text NOT NULL,
	"institution_id" text,
	"source_id" text,
	"as_of_text" text,
	"zone" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"withdrawn" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_institutions" (
	"event_id" text NOT NULL,
	"institution_id" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "event_institutions_event_id_institution_id_role_pk" PRIMARY KEY("event_id","institution_id","role")
);
--> statement-breakpoint
CREATE TABLE "event_sources" (
	"event_id" text NOT NULL,
	"source_id" text NOT NULL,
	CONSTRAINT "event_sources_event_id_source_id_pk" PRIMARY KEY("event_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "file_uses" (
	"file_id" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "file_uses_file_id_subject_type_subject_id_pk" PRIMARY KEY("file_id","subject_type","subject_id")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"size" bigint NOT NULL,
	"received" bigint DEFAULT 0 NOT NULL,
	"type" text DEFAULT '' NOT NULL,
	"sha256" text DEFAULT '' NOT NULL,
	"sealed_key" text DEFAULT '' NOT NULL,
	"preview" text DEFAULT 'none' NOT NULL,
	"preview_type" text DEFAULT '' NOT NULL,
	"is_protected" boolean DEFAULT false NOT NULL,
	"received_at" bigint,
	"uploader_id" text,
	"withdrawn" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"content" text NOT NULL,
	"mapping" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"accepted" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"aside" integer DEFAULT 0 NOT NULL,
	"author_id" text,
	"recorded_at" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"id" text PRIMARY KEY NOT NULL,
	"team_id" text NOT NULL,
	"kind" text NOT NULL,
	"headings" text NOT NULL,
	"mapping" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"id" text PRIMARY KEY NOT NULL,
	"batch_id" text NOT NULL,
	"team_id" text NOT NULL,
	"row" integer NOT NULL,
	"verdict" text NOT NULL,
	"problems" text DEFAULT '[]' NOT NULL,
	"external_key" text DEFAULT '' NOT NULL,
	"subject_type" text,
	"subject_id" text
);
--> statement-breakpoint
CREATE TABLE "institution_names" (
	"institution_id" text NOT NULL,
	"name_key" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "institution_names_institution_id_name_key_pk" PRIMARY KEY("institution_id","name_key")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"team_id" text NOT NULL,
	"purpose" text NOT NULL,
	"audience" text NOT NULL,
	"given_by" text NOT NULL,
	"given_by_name" text DEFAULT '' NOT NULL,
	"form" text NOT NULL,
	"given_text" text NOT NULL,
	"expires_text" text,
	"expires_at" bigint,
	"note" text DEFAULT '' NOT NULL,
	"recorded_by_id" text,
	"withdrawn_at" bigint,
	"withdrawn" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "citations" ALTER COLUMN "case_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "allegations" ADD COLUMN "victim_bound" text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE "allegations" ADD COLUMN "victim_count" integer;--> statement-breakpoint
ALTER TABLE "allegations" ADD COLUMN "victim_group" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "allegations" ADD COLUMN "event_id" text;--> statement-breakpoint
ALTER TABLE "allegations" ADD COLUMN "place_id" text;--> statement-breakpoint
ALTER TABLE "allegations" ADD COLUMN "medical_attention" text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE "allegations" ADD COLUMN "medical_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "allegations" ADD COLUMN "forced_statement" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "permit" text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE "institutions" ADD COLUMN "name_kk" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "institutions" ADD COLUMN "name_ru" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "institutions" ADD COLUMN "name_en" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "institutions" ADD COLUMN "address" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "institutions" ADD COLUMN "parent_id" text;--> statement-breakpoint
ALTER TABLE "institutions" ADD COLUMN "status" text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE "institutions" ADD COLUMN "status_from_text" text;--> statement-breakpoint
ALTER TABLE "institutions" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "institutions" ADD COLUMN "merged_into_id" text;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "kind" text DEFAULT 'city' NOT NULL;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "parent_id" text;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "latitude" double precision;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "longitude" double precision;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "merged_into_id" text;--> statement-breakpoint
ALTER TABLE "citations" ADD COLUMN "event_id" text;--> statement-breakpoint
ALTER TABLE "citations" ADD COLUMN "start_at" integer;--> statement-breakpoint
ALTER TABLE "citations" ADD COLUMN "end_at" integer;--> statement-breakpoint
ALTER TABLE "citations" ADD COLUMN "value_kind" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "citations" ADD COLUMN "value" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "citations" ADD COLUMN "said_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "citations" ADD COLUMN "followed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "reliability" text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "confidentiality" text DEFAULT 'internal' NOT NULL;--> statement-breakpoint
ALTER TABLE "allegation_perpetrators" ADD CONSTRAINT "allegation_perpetrators_allegation_id_allegations_id_fk" FOREIGN KEY ("allegation_id") REFERENCES "public"."allegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegation_perpetrators" ADD CONSTRAINT "allegation_perpetrators_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegation_responses" ADD CONSTRAINT "allegation_responses_allegation_id_allegations_id_fk" FOREIGN KEY ("allegation_id") REFERENCES "public"."allegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegation_responses" ADD CONSTRAINT "allegation_responses_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegation_responses" ADD CONSTRAINT "allegation_responses_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegation_reviews" ADD CONSTRAINT "allegation_reviews_allegation_id_allegations_id_fk" FOREIGN KEY ("allegation_id") REFERENCES "public"."allegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegation_reviews" ADD CONSTRAINT "allegation_reviews_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegation_reviews" ADD CONSTRAINT "allegation_reviews_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_allegation_id_allegations_id_fk" FOREIGN KEY ("allegation_id") REFERENCES "public"."allegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_site_id_event_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."event_sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_places" ADD CONSTRAINT "count_places_count_id_counts_id_fk" FOREIGN KEY ("count_id") REFERENCES "public"."counts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "count_places" ADD CONSTRAINT "count_places_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counts" ADD CONSTRAINT "counts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counts" ADD CONSTRAINT "counts_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counts" ADD CONSTRAINT "counts_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counts" ADD CONSTRAINT "counts_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_institutions" ADD CONSTRAINT "event_institutions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_institutions" ADD CONSTRAINT "event_institutions_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sources" ADD CONSTRAINT "event_sources_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_sources" ADD CONSTRAINT "event_sources_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_uses" ADD CONSTRAINT "file_uses_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_uploader_id_users_id_fk" FOREIGN KEY ("uploader_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_batch_id_import_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."import_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "institution_names" ADD CONSTRAINT "institution_names_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_recorded_by_id_users_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "allegation_perpetrators_allegation" ON "allegation_perpetrators" USING btree ("allegation_id","position");--> statement-breakpoint
CREATE INDEX "allegation_perpetrators_institution" ON "allegation_perpetrators" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "allegation_responses_allegation" ON "allegation_responses" USING btree ("allegation_id","created_at");--> statement-breakpoint
CREATE INDEX "allegation_reviews_allegation" ON "allegation_reviews" USING btree ("allegation_id","at");--> statement-breakpoint
CREATE INDEX "complaints_allegation" ON "complaints" USING btree ("allegation_id");--> statement-breakpoint
CREATE INDEX "complaints_due" ON "complaints" USING btree ("team_id","outcome","due_latest");--> statement-breakpoint
CREATE INDEX "case_events_event" ON "case_events" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "counts_event" ON "counts" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "event_institutions_institution" ON "event_institutions" USING btree ("institution_id");--> statement-breakpoint
CREATE INDEX "event_sources_source" ON "event_sources" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "file_uses_subject" ON "file_uses" USING btree ("subject_type","subject_id");--> statement-breakpoint
CREATE INDEX "files_team" ON "files" USING btree ("team_id","created_at");--> statement-breakpoint
CREATE INDEX "files_sha256" ON "files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "import_batches_team" ON "import_batches" USING btree ("team_id","created_at");--> statement-breakpoint
CREATE INDEX "import_mappings_headings" ON "import_mappings" USING btree ("team_id","kind","headings");--> statement-breakpoint
CREATE INDEX "import_rows_batch" ON "import_rows" USING btree ("batch_id","row");--> statement-breakpoint
CREATE INDEX "import_rows_key" ON "import_rows" USING btree ("team_id","external_key");--> statement-breakpoint
CREATE INDEX "institution_names_key" ON "institution_names" USING btree ("name_key");--> statement-breakpoint
CREATE INDEX "consents_person" ON "consents" USING btree ("person_id","purpose","audience");--> statement-breakpoint
ALTER TABLE "allegations" ADD CONSTRAINT "allegations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allegations" ADD CONSTRAINT "allegations_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "institutions_place" ON "institutions" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "citations_event" ON "citations" USING btree ("event_id");--> statement-breakpoint
INSERT INTO "case_events" ("case_id", "event_id", "link") SELECT "id", "event_id", "event_link" FROM "cases" WHERE "event_id" IS NOT NULL;--> statement-breakpoint
INSERT INTO "institution_names" ("institution_id", "name_key", "text") SELECT "id", "name_key", "name" FROM "institutions";--> statement-breakpoint
INSERT INTO "allegation_perpetrators" ("id", "allegation_id", "position", "institution_id", "person") SELECT "id", "id", 0, "agency_id", "perpetrator" FROM "allegations" WHERE "agency_id" IS NOT NULL OR "perpetrator" <> '';--> statement-breakpoint
INSERT INTO "allegation_responses" ("id", "allegation_id", "institution_id", "answer", "answered_text", "note", "created_at", "updated_at") SELECT "id", "id", "agency_id", "response", "response_when", "response_note", "created_at", "created_at" FROM "allegations" WHERE "response" <> 'not_asked' OR "response_note" <> '';--> statement-breakpoint
INSERT INTO "allegation_reviews" ("id", "allegation_id", "at", "verification") SELECT "id", "id", "created_at", "verification" FROM "allegations";

CREATE TABLE `allegation_perpetrators` (
	`id` text PRIMARY KEY NOT NULL,
	`allegation_id` text NOT NULL,
	`position` integer NOT NULL,
	`institution_id` text,
	`unit` text DEFAULT '' NOT NULL,
	`person` text DEFAULT '' NOT NULL,
	`involvement` text DEFAULT 'unknown' NOT NULL,
	FOREIGN KEY (`allegation_id`) REFERENCES `allegations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `allegation_perpetrators_allegation` ON `allegation_perpetrators` (`allegation_id`,`position`);--> statement-breakpoint
CREATE INDEX `allegation_perpetrators_institution` ON `allegation_perpetrators` (`institution_id`);--> statement-breakpoint
CREATE TABLE `allegation_responses` (
	`id` text PRIMARY KEY NOT NULL,
	`allegation_id` text NOT NULL,
	`institution_id` text,
	`asked_text` text,
	`answer` text NOT NULL,
	`answered_text` text,
	`answered_earliest` integer,
	`note` text DEFAULT '' NOT NULL,
	`source_id` text,
	`withdrawn` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`allegation_id`) REFERENCES `allegations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `allegation_responses_allegation` ON `allegation_responses` (`allegation_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `allegation_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`allegation_id` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	`verification` text NOT NULL,
	`ground` text DEFAULT '' NOT NULL,
	`source_id` text,
	FOREIGN KEY (`allegation_id`) REFERENCES `allegations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `allegation_reviews_allegation` ON `allegation_reviews` (`allegation_id`,`at`);--> statement-breakpoint
CREATE TABLE `complaints` (
	`id` text PRIMARY KEY NOT NULL,
	`allegation_id` text NOT NULL,
	`team_id` text NOT NULL,
	`kind` text NOT NULL,
	`institution_id` text,
	`filed_by` text DEFAULT '' NOT NULL,
	`filed_text` text,
	`number` text DEFAULT '' NOT NULL,
	`due_text` text,
	`due_latest` integer,
	`outcome` text DEFAULT 'pending' NOT NULL,
	`answered_text` text,
	`note` text DEFAULT '' NOT NULL,
	`zone` text NOT NULL,
	`withdrawn` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`allegation_id`) REFERENCES `allegations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `complaints_allegation` ON `complaints` (`allegation_id`);--> statement-breakpoint
CREATE INDEX `complaints_due` ON `complaints` (`team_id`,`outcome`,`due_latest`);--> statement-breakpoint
CREATE TABLE `case_events` (
	`case_id` text NOT NULL,
	`event_id` text NOT NULL,
	`link` text NOT NULL,
	`site_id` text,
	PRIMARY KEY(`case_id`, `event_id`, `link`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `event_sites`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_events_event` ON `case_events` (`event_id`);--> statement-breakpoint
CREATE TABLE `count_places` (
	`count_id` text NOT NULL,
	`place_id` text NOT NULL,
	PRIMARY KEY(`count_id`, `place_id`),
	FOREIGN KEY (`count_id`) REFERENCES `counts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `counts` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`team_id` text NOT NULL,
	`category` text NOT NULL,
	`bound` text NOT NULL,
	`figure` integer,
	`figure_to` integer,
	`compared_to_id` text,
	`attributed_to` text NOT NULL,
	`institution_id` text,
	`source_id` text,
	`as_of_text` text,
	`zone` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`withdrawn` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `counts_event` ON `counts` (`event_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `event_institutions` (
	`event_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`event_id`, `institution_id`, `role`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_institutions_institution` ON `event_institutions` (`institution_id`);--> statement-breakpoint
CREATE TABLE `event_sources` (
	`event_id` text NOT NULL,
	`source_id` text NOT NULL,
	PRIMARY KEY(`event_id`, `source_id`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_sources_source` ON `event_sources` (`source_id`);--> statement-breakpoint
CREATE TABLE `file_uses` (
	`file_id` text NOT NULL,
	`subject_type` text NOT NULL,
	`subject_id` text NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`file_id`, `subject_type`, `subject_id`),
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `file_uses_subject` ON `file_uses` (`subject_type`,`subject_id`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`size` integer NOT NULL,
	`received` integer DEFAULT 0 NOT NULL,
	`type` text DEFAULT '' NOT NULL,
	`sha256` text DEFAULT '' NOT NULL,
	`sealed_key` text DEFAULT '' NOT NULL,
	`preview` text DEFAULT 'none' NOT NULL,
	`preview_type` text DEFAULT '' NOT NULL,
	`is_protected` integer DEFAULT false NOT NULL,
	`received_at` integer,
	`uploader_id` text,
	`withdrawn` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`uploader_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `files_team` ON `files` (`team_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `files_sha256` ON `files` (`sha256`);--> statement-breakpoint
CREATE TABLE `import_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`content` text NOT NULL,
	`mapping` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`accepted` integer DEFAULT 0 NOT NULL,
	`refused` integer DEFAULT 0 NOT NULL,
	`aside` integer DEFAULT 0 NOT NULL,
	`author_id` text,
	`recorded_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_batches_team` ON `import_batches` (`team_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `import_mappings` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`kind` text NOT NULL,
	`headings` text NOT NULL,
	`mapping` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_mappings_headings` ON `import_mappings` (`team_id`,`kind`,`headings`);--> statement-breakpoint
CREATE TABLE `import_rows` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`team_id` text NOT NULL,
	`row` integer NOT NULL,
	`verdict` text NOT NULL,
	`problems` text DEFAULT '[]' NOT NULL,
	`external_key` text DEFAULT '' NOT NULL,
	`subject_type` text,
	`subject_id` text,
	FOREIGN KEY (`batch_id`) REFERENCES `import_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_rows_batch` ON `import_rows` (`batch_id`,`row`);--> statement-breakpoint
CREATE INDEX `import_rows_key` ON `import_rows` (`team_id`,`external_key`);--> statement-breakpoint
CREATE TABLE `institution_names` (
	`institution_id` text NOT NULL,
	`name_key` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`institution_id`, `name_key`),
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `institution_names_key` ON `institution_names` (`name_key`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`team_id` text NOT NULL,
	`purpose` text NOT NULL,
	`audience` text NOT NULL,
	`given_by` text NOT NULL,
	`given_by_name` text DEFAULT '' NOT NULL,
	`form` text NOT NULL,
	`given_text` text NOT NULL,
	`expires_text` text,
	`expires_at` integer,
	`note` text DEFAULT '' NOT NULL,
	`recorded_by_id` text,
	`withdrawn_at` integer,
	`withdrawn` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consents_person` ON `consents` (`person_id`,`purpose`,`audience`);--> statement-breakpoint
CREATE TABLE `__new_citations` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`case_id` text,
	`event_id` text,
	`field` text NOT NULL,
	`quote` text NOT NULL,
	`start_at` integer,
	`end_at` integer,
	`value_kind` text DEFAULT '' NOT NULL,
	`value` text DEFAULT '' NOT NULL,
	`said_by` text DEFAULT '' NOT NULL,
	`followed` integer DEFAULT false NOT NULL,
	`withdrawn` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_citations`("id", "source_id", "case_id", "field", "quote", "withdrawn", "version", "created_at", "updated_at") SELECT "id", "source_id", "case_id", "field", "quote", "withdrawn", "version", "created_at", "updated_at" FROM `citations`;--> statement-breakpoint
DROP TABLE `citations`;--> statement-breakpoint
ALTER TABLE `__new_citations` RENAME TO `citations`;--> statement-breakpoint
CREATE INDEX `citations_case` ON `citations` (`case_id`);--> statement-breakpoint
CREATE INDEX `citations_source` ON `citations` (`source_id`);--> statement-breakpoint
CREATE INDEX `citations_event` ON `citations` (`event_id`);--> statement-breakpoint
ALTER TABLE `allegations` ADD `victim_bound` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE `allegations` ADD `victim_count` integer;--> statement-breakpoint
ALTER TABLE `allegations` ADD `victim_group` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `allegations` ADD `event_id` text REFERENCES events(id);--> statement-breakpoint
ALTER TABLE `allegations` ADD `place_id` text REFERENCES places(id);--> statement-breakpoint
ALTER TABLE `allegations` ADD `medical_attention` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE `allegations` ADD `medical_note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `allegations` ADD `forced_statement` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `events` ADD `permit` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE `institutions` ADD `name_kk` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `institutions` ADD `name_ru` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `institutions` ADD `name_en` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `institutions` ADD `address` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `institutions` ADD `parent_id` text;--> statement-breakpoint
ALTER TABLE `institutions` ADD `status` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE `institutions` ADD `status_from_text` text;--> statement-breakpoint
ALTER TABLE `institutions` ADD `note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `institutions` ADD `merged_into_id` text;--> statement-breakpoint
CREATE INDEX `institutions_place` ON `institutions` (`place_id`);--> statement-breakpoint
ALTER TABLE `places` ADD `kind` text DEFAULT 'city' NOT NULL;--> statement-breakpoint
ALTER TABLE `places` ADD `parent_id` text;--> statement-breakpoint
ALTER TABLE `places` ADD `latitude` real;--> statement-breakpoint
ALTER TABLE `places` ADD `longitude` real;--> statement-breakpoint
ALTER TABLE `places` ADD `merged_into_id` text;--> statement-breakpoint
ALTER TABLE `sources` ADD `reliability` text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE `sources` ADD `confidentiality` text DEFAULT 'internal' NOT NULL;--> statement-breakpoint
INSERT INTO "case_events" ("case_id", "event_id", "link") SELECT "id", "event_id", "event_link" FROM "cases" WHERE "event_id" IS NOT NULL;--> statement-breakpoint
INSERT INTO "institution_names" ("institution_id", "name_key", "text") SELECT "id", "name_key", "name" FROM "institutions";--> statement-breakpoint
INSERT INTO "allegation_perpetrators" ("id", "allegation_id", "position", "institution_id", "person") SELECT "id", "id", 0, "agency_id", "perpetrator" FROM "allegations" WHERE "agency_id" IS NOT NULL OR "perpetrator" <> '';--> statement-breakpoint
INSERT INTO "allegation_responses" ("id", "allegation_id", "institution_id", "answer", "answered_text", "note", "created_at", "updated_at") SELECT "id", "id", "agency_id", "response", "response_when", "response_note", "created_at", "created_at" FROM "allegations" WHERE "response" <> 'not_asked' OR "response_note" <> '';--> statement-breakpoint
INSERT INTO "allegation_reviews" ("id", "allegation_id", "at", "verification") SELECT "id", "id", "created_at", "verification" FROM "allegations";

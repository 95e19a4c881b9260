CREATE TABLE `allegation_acts` (
	`allegation_id` text NOT NULL,
	`position` integer NOT NULL,
	`act` text NOT NULL,
	PRIMARY KEY(`allegation_id`, `act`),
	FOREIGN KEY (`allegation_id`) REFERENCES `allegations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `allegation_cases` (
	`allegation_id` text NOT NULL,
	`case_id` text NOT NULL,
	PRIMARY KEY(`allegation_id`, `case_id`),
	FOREIGN KEY (`allegation_id`) REFERENCES `allegations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `allegation_cases_case` ON `allegation_cases` (`case_id`);--> statement-breakpoint
CREATE TABLE `allegations` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`when_text` text,
	`earliest` integer,
	`zone` text NOT NULL,
	`where_text` text DEFAULT '' NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`victim_scope` text NOT NULL,
	`attributed_to` text NOT NULL,
	`source_id` text,
	`agency_id` text,
	`perpetrator` text DEFAULT '' NOT NULL,
	`injuries` text DEFAULT '' NOT NULL,
	`verification` text DEFAULT 'alleged' NOT NULL,
	`response` text DEFAULT 'not_asked' NOT NULL,
	`response_when` text,
	`response_note` text DEFAULT '' NOT NULL,
	`withdrawn` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`action` text NOT NULL,
	`subject_type` text NOT NULL,
	`subject_id` text NOT NULL,
	`case_id` text,
	`entry` text NOT NULL,
	`leaf` text NOT NULL,
	`head` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_entries_case` ON `audit_entries` (`case_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject_type`,`subject_id`,`seq`);--> statement-breakpoint
CREATE TABLE `audit_values` (
	`seq` integer NOT NULL,
	`position` integer NOT NULL,
	`field` text NOT NULL,
	`before` text,
	`after` text,
	`salt` text NOT NULL,
	FOREIGN KEY (`seq`) REFERENCES `audit_entries`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audit_values_seq` ON `audit_values` (`seq`,`position`);--> statement-breakpoint
CREATE TABLE `case_texts` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` text NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `case_texts_case` ON `case_texts` (`case_id`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`owner_id` text,
	`reference` text NOT NULL,
	`person_id` text NOT NULL,
	`group_id` text,
	`slot` integer,
	`slot_count` integer,
	`detention_kind` text NOT NULL,
	`priority` text DEFAULT 'normal' NOT NULL,
	`place_id` text NOT NULL,
	`zone` text NOT NULL,
	`held_at_id` text,
	`agency_id` text,
	`event_id` text,
	`event_link` text DEFAULT 'at' NOT NULL,
	`lawyer` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`outstanding` integer NOT NULL,
	`seized_text` text,
	`custody_from` integer,
	`custody_to` integer,
	`released_text` text,
	`release_kind` text,
	`term_text` text,
	`expected_from` integer,
	`expected_to` integer,
	`expected_basis` text DEFAULT 'none' NOT NULL,
	`expected_kind` text DEFAULT 'unknown' NOT NULL,
	`counting_confirmed` integer DEFAULT true NOT NULL,
	`stated_differs` integer DEFAULT false NOT NULL,
	`verdict` text,
	`due_sort` integer DEFAULT 8640000000000000 NOT NULL,
	`estimate_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`held_at_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cases_reference` ON `cases` (`reference`);--> statement-breakpoint
CREATE INDEX `cases_person` ON `cases` (`person_id`);--> statement-breakpoint
CREATE INDEX `cases_event` ON `cases` (`event_id`);--> statement-breakpoint
CREATE INDEX `cases_group` ON `cases` (`group_id`);--> statement-breakpoint
CREATE INDEX `cases_urgency` ON `cases` (`team_id`,`outstanding`,`due_sort`,`reference`,`expected_from`,`state`,`expected_basis`,`detention_kind`,`owner_id`);--> statement-breakpoint
CREATE INDEX `cases_place` ON `cases` (`team_id`,`outstanding`,`place_id`,`due_sort`,`reference`,`expected_from`,`state`,`expected_basis`);--> statement-breakpoint
CREATE INDEX `cases_recent` ON `cases` (`team_id`,`created_at`,`reference`);--> statement-breakpoint
CREATE INDEX `cases_custody_from` ON `cases` (`team_id`,`custody_from`);--> statement-breakpoint
CREATE INDEX `cases_custody_to` ON `cases` (`team_id`,`custody_to`);--> statement-breakpoint
CREATE TABLE `custody_moments` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`when_text` text,
	`earliest` integer,
	`latest` integer,
	`institution_id` text,
	`release_kind` text,
	`note` text DEFAULT '' NOT NULL,
	`withdrawn` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `custody_moments_case` ON `custody_moments` (`case_id`,`earliest`);--> statement-breakpoint
CREATE TABLE `release_estimates` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`at` integer NOT NULL,
	`facts` text NOT NULL,
	`answer` text NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `release_estimates_case` ON `release_estimates` (`case_id`,`at`);--> statement-breakpoint
CREATE TABLE `stated_releases` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`when_text` text NOT NULL,
	`attributed_to` text NOT NULL,
	`source_id` text,
	`note` text DEFAULT '' NOT NULL,
	`withdrawn` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stated_releases_case` ON `stated_releases` (`case_id`);--> statement-breakpoint
CREATE TABLE `event_participants` (
	`event_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`event_id`, `person_id`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_participants_person` ON `event_participants` (`person_id`);--> statement-breakpoint
CREATE TABLE `event_sites` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`place_id` text NOT NULL,
	`spot` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_sites_event` ON `event_sites` (`event_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`start_text` text,
	`start_earliest` integer,
	`end_text` text,
	`zone` text NOT NULL,
	`organiser` text DEFAULT '' NOT NULL,
	`demands` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `events_team_start` ON `events` (`team_id`,`start_earliest`);--> statement-breakpoint
CREATE TABLE `order_cases` (
	`order_id` text NOT NULL,
	`case_id` text NOT NULL,
	PRIMARY KEY(`order_id`, `case_id`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_cases_case` ON `order_cases` (`case_id`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`kind` text NOT NULL,
	`court_id` text,
	`judge` text DEFAULT '' NOT NULL,
	`date_text` text,
	`earliest` integer,
	`articles` text DEFAULT '' NOT NULL,
	`term_amount` integer,
	`term_unit` text,
	`count_from` text DEFAULT 'not_stated' NOT NULL,
	`count_from_when` text,
	`zone` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`withdrawn` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`court_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `case_counters` (
	`prefix` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `institutions` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`place_id` text,
	`legal_status` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `institutions_kind_name` ON `institutions` (`kind`,`name_key`);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`default_locale` text NOT NULL,
	`default_place_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `places` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name_kk` text NOT NULL,
	`name_ru` text NOT NULL,
	`name_en` text NOT NULL,
	`country` text NOT NULL,
	`zone` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `places_code` ON `places` (`code`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`key` text PRIMARY KEY NOT NULL,
	`actor_id` text NOT NULL,
	`result` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `submissions_at` ON `submissions` (`at`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`identification` text NOT NULL,
	`display_name` text NOT NULL,
	`sex` text DEFAULT 'unknown' NOT NULL,
	`birth_date` text,
	`nationality` text DEFAULT '' NOT NULL,
	`occupation` text DEFAULT '' NOT NULL,
	`affiliation` text DEFAULT '' NOT NULL,
	`residence` text DEFAULT '' NOT NULL,
	`health_risk` text DEFAULT '' NOT NULL,
	`family_contact` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `people_team_name` ON `people` (`team_id`,`display_name`);--> statement-breakpoint
CREATE TABLE `person_names` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`kind` text NOT NULL,
	`name_key` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_names_person` ON `person_names` (`person_id`);--> statement-breakpoint
CREATE INDEX `person_names_key` ON `person_names` (`name_key`);--> statement-breakpoint
CREATE TABLE `citations` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`case_id` text NOT NULL,
	`field` text NOT NULL,
	`quote` text NOT NULL,
	`withdrawn` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `citations_case` ON `citations` (`case_id`);--> statement-breakpoint
CREATE INDEX `citations_source` ON `citations` (`source_id`);--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`publisher` text DEFAULT '' NOT NULL,
	`author` text DEFAULT '' NOT NULL,
	`url` text DEFAULT '' NOT NULL,
	`language` text DEFAULT 'other' NOT NULL,
	`published_text` text,
	`text` text DEFAULT '' NOT NULL,
	`text_sha256` text DEFAULT '' NOT NULL,
	`captured_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sources_team` ON `sources` (`team_id`,`captured_at`);--> statement-breakpoint
CREATE TABLE `one_time_links` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	`role` text,
	`team_id` text,
	`name` text DEFAULT '' NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`used_at` integer,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`device` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `sign_in_attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`blocked_until` integer NOT NULL,
	`window_start` integer NOT NULL,
	`checks_in_window` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `team_members` (
	`team_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`team_id`, `user_id`),
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `team_members_user` ON `team_members` (`user_id`);--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`login` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`locale` text NOT NULL,
	`theme` text DEFAULT 'system' NOT NULL,
	`password_hash` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_login` ON `users` (`login`);
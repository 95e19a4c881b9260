CREATE TABLE `place_names` (
	`place_id` text NOT NULL,
	`name_key` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`place_id`, `name_key`),
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `place_names_key` ON `place_names` (`name_key`);--> statement-breakpoint
CREATE TABLE `__new_allegations` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`when_text` text,
	`earliest` integer,
	`zone` text NOT NULL,
	`where_text` text DEFAULT '' NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`victim_scope` text NOT NULL,
	`victim_bound` text DEFAULT 'unknown' NOT NULL,
	`victim_count` integer,
	`victim_group` text DEFAULT '' NOT NULL,
	`event_id` text,
	`place_id` text,
	`attributed_to` text NOT NULL,
	`source_id` text,
	`injuries` text DEFAULT '' NOT NULL,
	`medical_attention` text DEFAULT 'unknown' NOT NULL,
	`medical_note` text DEFAULT '' NOT NULL,
	`forced_statement` text DEFAULT '' NOT NULL,
	`verification` text DEFAULT 'alleged' NOT NULL,
	`response` text DEFAULT 'not_asked' NOT NULL,
	`withdrawn` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_allegations`("id", "team_id", "when_text", "earliest", "zone", "where_text", "description", "victim_scope", "victim_bound", "victim_count", "victim_group", "event_id", "place_id", "attributed_to", "source_id", "injuries", "medical_attention", "medical_note", "forced_statement", "verification", "response", "withdrawn", "version", "created_at", "updated_at") SELECT "id", "team_id", "when_text", "earliest", "zone", "where_text", "description", "victim_scope", "victim_bound", "victim_count", "victim_group", "event_id", "place_id", "attributed_to", "source_id", "injuries", "medical_attention", "medical_note", "forced_statement", "verification", "response", "withdrawn", "version", "created_at", "updated_at" FROM `allegations`;--> statement-breakpoint
DROP TABLE `allegations`;--> statement-breakpoint
ALTER TABLE `__new_allegations` RENAME TO `allegations`;--> statement-breakpoint
ALTER TABLE `files` ADD `verdict` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `cases_held_at` ON `cases` (`held_at_id`);--> statement-breakpoint
CREATE INDEX `cases_last_held_at` ON `cases` (`last_held_at_id`);--> statement-breakpoint
CREATE INDEX `cases_agency` ON `cases` (`agency_id`);--> statement-breakpoint
CREATE INDEX `custody_moments_institution` ON `custody_moments` (`institution_id`);--> statement-breakpoint
CREATE INDEX `orders_court` ON `orders` (`court_id`);--> statement-breakpoint
UPDATE "allegation_responses" SET "asked_text" = "answered_text", "answered_text" = NULL WHERE "id" = "allegation_id";

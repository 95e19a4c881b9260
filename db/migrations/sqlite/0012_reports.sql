CREATE TABLE `letterheads` (
	`id` text PRIMARY KEY NOT NULL,
	`contact` text DEFAULT '' NOT NULL,
	`logo` text DEFAULT '' NOT NULL,
	`logo_width` integer DEFAULT 0 NOT NULL,
	`logo_height` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `report_counters` (
	`series` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `report_files` (
	`report_id` text NOT NULL,
	`format` text NOT NULL,
	`file_id` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`sealed_key` text NOT NULL,
	`made_at` integer NOT NULL,
	PRIMARY KEY(`report_id`, `format`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `report_records` (
	`report_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`record_id` text NOT NULL,
	`record_version` integer NOT NULL,
	`label` text NOT NULL,
	`named` integer,
	`status` text,
	`outstanding` integer,
	`expected_from` integer,
	`expected_to` integer,
	`overdue_from` integer,
	`released_text` text,
	PRIMARY KEY(`report_id`, `position`),
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_records_record` ON `report_records` (`kind`,`record_id`);--> statement-breakpoint
CREATE TABLE `report_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`report_id` text NOT NULL,
	`slot` text NOT NULL,
	`text` text NOT NULL,
	`author_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`report_id`) REFERENCES `reports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_texts_slot` ON `report_texts` (`report_id`,`slot`);--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`locale` text NOT NULL,
	`profile` text NOT NULL,
	`recipient_id` text,
	`audience` text,
	`purpose` text,
	`subject_id` text,
	`filter` text DEFAULT '' NOT NULL,
	`from_day` text,
	`to_day` text,
	`previous_id` text,
	`series` text,
	`number` integer,
	`document` text DEFAULT '' NOT NULL,
	`frame` text DEFAULT '' NOT NULL,
	`named` integer,
	`pseudonymous` integer,
	`engine_version` text DEFAULT '' NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`author_id` text,
	`issued_by_id` text,
	`issued_at` integer,
	`as_of` integer,
	`withdrawn_by_id` text,
	`withdrawn_at` integer,
	`withdrawn_reason` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reports_team` ON `reports` (`team_id`,`state`,`issued_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `reports_number` ON `reports` (`series`,`number`);--> statement-breakpoint
CREATE TABLE `saved_filters` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`author_id` text,
	`removed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `saved_filters_team` ON `saved_filters` (`team_id`,`name`);
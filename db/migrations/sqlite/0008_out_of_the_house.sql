CREATE TABLE `api_token_scopes` (
	`token_id` text NOT NULL,
	`scope` text NOT NULL,
	PRIMARY KEY(`token_id`, `scope`),
	FOREIGN KEY (`token_id`) REFERENCES `api_tokens`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`prefix` text NOT NULL,
	`secret_hash` text NOT NULL,
	`profile` text NOT NULL,
	`purpose` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_used_day` text,
	`revoked_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_secret` ON `api_tokens` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `api_tokens_user` ON `api_tokens` (`user_id`);--> statement-breakpoint
CREATE TABLE `webhook_deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`webhook_id` text NOT NULL,
	`seq` integer NOT NULL,
	`event` text NOT NULL,
	`body` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`last_at` integer,
	`last_status` text,
	FOREIGN KEY (`webhook_id`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `webhook_deliveries_once` ON `webhook_deliveries` (`webhook_id`,`seq`,`event`);--> statement-breakpoint
CREATE INDEX `webhook_deliveries_state` ON `webhook_deliveries` (`webhook_id`,`state`,`seq`);--> statement-breakpoint
CREATE TABLE `webhook_subscriptions` (
	`webhook_id` text NOT NULL,
	`event` text NOT NULL,
	PRIMARY KEY(`webhook_id`, `event`),
	FOREIGN KEY (`webhook_id`) REFERENCES `webhooks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`url` text NOT NULL,
	`sealed_secret` text NOT NULL,
	`active` integer DEFAULT true NOT NULL,
	`last_seq` integer NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`name` text NOT NULL,
	`kinds` text NOT NULL,
	`whose` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE INDEX `calendar_feeds_user` ON `calendar_feeds` (`user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `exports` (
	`id` text PRIMARY KEY NOT NULL,
	`what` text NOT NULL,
	`format` text NOT NULL,
	`filter` text NOT NULL,
	`profile` text NOT NULL,
	`recipient_id` text,
	`audience` text,
	`purpose` text,
	`reason` text DEFAULT '' NOT NULL,
	`locale` text NOT NULL,
	`made_by_id` text,
	`made_at` integer NOT NULL,
	`rows` integer,
	`complete` integer DEFAULT false NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`recipient_id`) REFERENCES `recipients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exports_recipient` ON `exports` (`recipient_id`,`made_at`);--> statement-breakpoint
CREATE INDEX `exports_maker` ON `exports` (`made_by_id`,`made_at`);--> statement-breakpoint
CREATE TABLE `recipients` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`audience` text NOT NULL,
	`profile` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`closed` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mail_queue` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`figure` integer DEFAULT 0 NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`problem` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `mail_queue_due` ON `mail_queue` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `mail_queue_user` ON `mail_queue` (`user_id`);--> statement-breakpoint
CREATE TABLE `notice_preferences` (
	`user_id` text PRIMARY KEY NOT NULL,
	`email` text DEFAULT '' NOT NULL,
	`email_tested_at` integer,
	`whose` text DEFAULT 'mine' NOT NULL,
	`digest_hour` integer DEFAULT 8 NOT NULL,
	`quiet_from` integer,
	`quiet_to` integer,
	`digest_on` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notice_ways` (
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`way` text NOT NULL,
	PRIMARY KEY(`user_id`, `kind`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`fact_key` text NOT NULL,
	`case_id` text NOT NULL,
	`task_id` text,
	`about_at` integer,
	`at` integer NOT NULL,
	`read_at` integer,
	`settled_at` integer,
	`mail` text DEFAULT 'none' NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_fact` ON `notices` (`fact_key`,`user_id`);--> statement-breakpoint
CREATE INDEX `notices_open` ON `notices` (`user_id`,`settled_at`,`read_at`,`at`);--> statement-breakpoint
CREATE INDEX `notices_standing` ON `notices` (`settled_at`,`id`);--> statement-breakpoint
CREATE INDEX `notices_mail` ON `notices` (`mail`,`user_id`);--> statement-breakpoint
CREATE INDEX `notices_task` ON `notices` (`task_id`);--> statement-breakpoint
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
	`variant` text DEFAULT '' NOT NULL,
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
CREATE INDEX `saved_filters_team` ON `saved_filters` (`team_id`,`name`);--> statement-breakpoint
CREATE TABLE `sheet_cells` (
	`id` text PRIMARY KEY NOT NULL,
	`draft_id` text NOT NULL,
	`case_id` text NOT NULL,
	`row` integer NOT NULL,
	`column_key` text NOT NULL,
	`typed` text NOT NULL,
	`choice` text DEFAULT '' NOT NULL,
	`against` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`draft_id`) REFERENCES `sheet_drafts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sheet_cells_place` ON `sheet_cells` (`draft_id`,`case_id`,`column_key`);--> statement-breakpoint
CREATE TABLE `sheet_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`export_id` text NOT NULL,
	`team_id` text NOT NULL,
	`author_id` text,
	`file_name` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`notes` text DEFAULT '{}' NOT NULL,
	`saved` integer DEFAULT 0 NOT NULL,
	`applied_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`export_id`) REFERENCES `sheet_exports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sheet_drafts_team` ON `sheet_drafts` (`team_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `sheet_exports` (
	`id` text PRIMARY KEY NOT NULL,
	`team_id` text NOT NULL,
	`taker_id` text,
	`locale` text NOT NULL,
	`filter` text NOT NULL,
	`reason` text NOT NULL,
	`rows` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taker_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sheet_exports_taker` ON `sheet_exports` (`taker_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `sheet_rows` (
	`export_id` text NOT NULL,
	`case_id` text NOT NULL,
	`position` integer NOT NULL,
	`case_version` integer NOT NULL,
	`base` text NOT NULL,
	PRIMARY KEY(`export_id`, `case_id`),
	FOREIGN KEY (`export_id`) REFERENCES `sheet_exports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sheet_rows_case` ON `sheet_rows` (`case_id`);--> statement-breakpoint
ALTER TABLE `import_batches` ADD `total` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `import_batches` ADD `phase` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `import_batches` ADD `done` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `import_batches` ADD `runner_id` text;--> statement-breakpoint
ALTER TABLE `import_batches` ADD `failure` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `import_batches` ADD `withdrawn` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `import_batches` ADD `reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `import_rows` ADD `cells` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `import_rows_verdict` ON `import_rows` (`batch_id`,`verdict`,`row`);--> statement-breakpoint
ALTER TABLE `sessions` ADD `stepped_up_at` integer;--> statement-breakpoint
ALTER TABLE `teams` ADD `hidden` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `cases_expected_from` ON `cases` (`team_id`,`expected_from`);--> statement-breakpoint
CREATE INDEX `cases_expected_to` ON `cases` (`team_id`,`expected_to`);--> statement-breakpoint
CREATE INDEX `cases_long_windows` ON `cases` (`team_id`,`expected_to`) WHERE expected_to - expected_from > 2000000000;--> statement-breakpoint
CREATE INDEX `cases_watch_from` ON `cases` (`team_id`,`watch_from`);--> statement-breakpoint
CREATE INDEX `cases_stated_differs` ON `cases` (`team_id`,`stated_differs`,`outstanding`);--> statement-breakpoint
CREATE INDEX `orders_team_date` ON `orders` (`team_id`,`earliest`);
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
CREATE INDEX `cases_expected_from` ON `cases` (`team_id`,`expected_from`);--> statement-breakpoint
CREATE INDEX `cases_expected_to` ON `cases` (`team_id`,`expected_to`);--> statement-breakpoint
CREATE INDEX `cases_long_windows` ON `cases` (`team_id`,`expected_to`) WHERE expected_to - expected_from > 2000000000;--> statement-breakpoint
CREATE INDEX `cases_watch_from` ON `cases` (`team_id`,`watch_from`);--> statement-breakpoint
CREATE INDEX `cases_stated_differs` ON `cases` (`team_id`,`stated_differs`,`outstanding`);--> statement-breakpoint
CREATE INDEX `orders_team_date` ON `orders` (`team_id`,`earliest`);
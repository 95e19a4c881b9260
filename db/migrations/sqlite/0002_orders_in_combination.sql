CREATE TABLE `adjustments` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_text` text,
	`to_text` text,
	`days` integer,
	`ratio` text,
	`authority` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`withdrawn` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `adjustments_case` ON `adjustments` (`case_id`);--> statement-breakpoint
CREATE TABLE `case_clocks` (
	`case_id` text NOT NULL,
	`team_id` text NOT NULL,
	`kind` text NOT NULL,
	`rule_id` text NOT NULL,
	`order_id` text DEFAULT '' NOT NULL,
	`from_at` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`case_id`, `rule_id`, `order_id`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `case_clocks_next` ON `case_clocks` (`team_id`,`kind`,`at`,`case_id`,`from_at`);--> statement-breakpoint
CREATE TABLE `release_overrides` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`when_text` text NOT NULL,
	`reason` text NOT NULL,
	`author_id` text NOT NULL,
	`facts` text NOT NULL,
	`ended` text,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `release_overrides_case` ON `release_overrides` (`case_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `recompute_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`started_by_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`versions` text NOT NULL,
	`examined` integer DEFAULT 0 NOT NULL,
	`moved` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`started_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recompute_runs_started` ON `recompute_runs` (`started_at`);--> statement-breakpoint
CREATE TABLE `rule_overrides` (
	`id` text PRIMARY KEY NOT NULL,
	`rule_id` text NOT NULL,
	`rule_version` integer NOT NULL,
	`value` text,
	`reason` text NOT NULL,
	`source` text NOT NULL,
	`author_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rule_overrides_version` ON `rule_overrides` (`rule_id`,`rule_version`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`team_id` text NOT NULL,
	`what` text NOT NULL,
	`due_text` text,
	`due_latest` integer,
	`assignee_id` text,
	`origin` text DEFAULT 'manual' NOT NULL,
	`origin_key` text DEFAULT '' NOT NULL,
	`done_at` integer,
	`done_by_id` text,
	`outcome` text DEFAULT '' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tasks_case` ON `tasks` (`case_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `tasks_due` ON `tasks` (`team_id`,`done_at`,`due_latest`);--> statement-breakpoint
CREATE INDEX `tasks_assignee` ON `tasks` (`assignee_id`,`done_at`,`due_latest`);--> statement-breakpoint
ALTER TABLE `cases` ADD `last_held_at_id` text REFERENCES institutions(id);--> statement-breakpoint
ALTER TABLE `cases` ADD `court_id` text REFERENCES institutions(id);--> statement-breakpoint
ALTER TABLE `cases` ADD `over_kind` text;--> statement-breakpoint
ALTER TABLE `cases` ADD `over_minutes` integer;--> statement-breakpoint
ALTER TABLE `cases` ADD `over_minutes_most` integer;--> statement-breakpoint
CREATE INDEX `cases_over` ON `cases` (`team_id`,`over_minutes`);--> statement-breakpoint
ALTER TABLE `release_estimates` ADD `cause` text DEFAULT 'facts' NOT NULL;--> statement-breakpoint
ALTER TABLE `release_estimates` ADD `override_id` text;--> statement-breakpoint
ALTER TABLE `order_cases` ADD `own_term` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `term` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `relation` text DEFAULT 'not_stated' NOT NULL;--> statement-breakpoint
ALTER TABLE `orders` ADD `relates_to_id` text;--> statement-breakpoint
ALTER TABLE `orders` ADD `served_share` text;--> statement-breakpoint
ALTER TABLE `organisations` ADD `calculator_open` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE `orders` SET `term` = CASE WHEN `term_unit` = 'h' THEN 'PT' ELSE 'P' END || `term_amount` || upper(`term_unit`) WHERE `term_amount` IS NOT NULL;

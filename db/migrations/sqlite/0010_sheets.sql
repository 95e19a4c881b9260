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
CREATE INDEX `sheet_rows_case` ON `sheet_rows` (`case_id`);
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

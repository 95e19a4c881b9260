ALTER TABLE `import_batches` ADD `total` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `import_batches` ADD `phase` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `import_batches` ADD `done` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `import_batches` ADD `runner_id` text;--> statement-breakpoint
ALTER TABLE `import_batches` ADD `failure` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `import_batches` ADD `withdrawn` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `import_batches` ADD `reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `import_rows` ADD `cells` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `import_rows_verdict` ON `import_rows` (`batch_id`,`verdict`,`row`);--> statement-breakpoint
ALTER TABLE `teams` ADD `hidden` integer DEFAULT false NOT NULL;
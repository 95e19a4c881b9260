CREATE TABLE `place_names` (
	`place_id` text NOT NULL,
	`name_key` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`place_id`, `name_key`),
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `place_names_key` ON `place_names` (`name_key`);--> statement-breakpoint
CREATE INDEX `cases_held_at` ON `cases` (`held_at_id`);--> statement-breakpoint
CREATE INDEX `cases_last_held_at` ON `cases` (`last_held_at_id`);--> statement-breakpoint
CREATE INDEX `cases_agency` ON `cases` (`agency_id`);--> statement-breakpoint
CREATE INDEX `custody_moments_institution` ON `custody_moments` (`institution_id`);--> statement-breakpoint
CREATE INDEX `orders_court` ON `orders` (`court_id`);
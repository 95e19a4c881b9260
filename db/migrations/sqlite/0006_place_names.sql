CREATE TABLE `place_names` (
	`place_id` text NOT NULL,
	`name_key` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`place_id`, `name_key`),
	FOREIGN KEY (`place_id`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `place_names_key` ON `place_names` (`name_key`);
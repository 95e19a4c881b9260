CREATE TABLE `case_rights` (
	`case_id` text NOT NULL,
	`article` text NOT NULL,
	PRIMARY KEY(`case_id`, `article`),
	FOREIGN KEY (`case_id`) REFERENCES `cases`(`id`) ON UPDATE no action ON DELETE no action
);

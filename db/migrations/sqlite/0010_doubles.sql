DROP INDEX `cases_person`;--> statement-breakpoint
CREATE INDEX `cases_person` ON `cases` (`person_id`,`seized_text`);--> statement-breakpoint
DROP INDEX `person_names_key`;--> statement-breakpoint
CREATE INDEX `person_names_key` ON `person_names` (`name_key`,`person_id`);
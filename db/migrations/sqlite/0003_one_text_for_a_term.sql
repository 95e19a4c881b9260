ALTER TABLE `orders` DROP COLUMN `term_amount`;--> statement-breakpoint
ALTER TABLE `orders` DROP COLUMN `term_unit`;
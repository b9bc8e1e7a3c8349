ALTER TABLE `events` ADD `start_time` text;
--> statement-breakpoint
ALTER TABLE `events` ADD `end_time` text;
--> statement-breakpoint
CREATE INDEX `attendees_by_email` ON `attendees` (`email_key`);

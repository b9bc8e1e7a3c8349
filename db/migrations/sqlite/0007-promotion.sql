ALTER TABLE `events` ADD `promotion_owed` integer DEFAULT false NOT NULL;

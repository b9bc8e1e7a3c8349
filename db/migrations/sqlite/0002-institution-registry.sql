CREATE TABLE `institution_overrides` (
	`institution_id` text NOT NULL,
	`field` text NOT NULL,
	`value` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	PRIMARY KEY(`institution_id`, `field`, `value`),
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "institution_overrides_field" CHECK("institution_overrides"."field" in ('name', 'city', 'country', 'status', 'dropped-name', 'dropped-identifier'))
);

--> statement-breakpoint
CREATE TABLE `event_partners` (
	`event_id` text NOT NULL,
	`position` integer NOT NULL,
	`institution_id` text NOT NULL,
	PRIMARY KEY(`event_id`, `institution_id`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE TABLE `institution_merge_moves` (
	`merge_id` text NOT NULL,
	`attendee_id` text NOT NULL,
	PRIMARY KEY(`merge_id`, `attendee_id`),
	FOREIGN KEY (`merge_id`) REFERENCES `institution_merges`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `institution_merge_moves_attendee` ON `institution_merge_moves` (`attendee_id`);
--> statement-breakpoint
CREATE TABLE `institution_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`into_id` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` text,
	`undone_at` integer,
	`undone_by_id` text,
	FOREIGN KEY (`from_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `institution_merges_from` ON `institution_merges` (`from_id`);
--> statement-breakpoint
CREATE INDEX `institution_merges_into` ON `institution_merges` (`into_id`);
--> statement-breakpoint
CREATE TABLE `__new_institution_identifiers` (
	`id` text PRIMARY KEY NOT NULL,
	`institution_id` text NOT NULL,
	`scheme` text NOT NULL,
	`value` text NOT NULL,
	`source` text DEFAULT 'curated' NOT NULL,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "institution_identifiers_scheme" CHECK("__new_institution_identifiers"."scheme" in ('ror', 'oid', 'pic', 'erasmus', 'schac', 'domain')),
	CONSTRAINT "institution_identifiers_source" CHECK("__new_institution_identifiers"."source" in ('curated', 'domains', 'ror', 'staff', 'participant'))
);

--> statement-breakpoint
INSERT INTO `__new_institution_identifiers`("id", "institution_id", "scheme", "value") SELECT "id", "institution_id", "scheme", "value" FROM `institution_identifiers`;
--> statement-breakpoint
DROP TABLE `institution_identifiers`;
--> statement-breakpoint
ALTER TABLE `__new_institution_identifiers` RENAME TO `institution_identifiers`;
--> statement-breakpoint
CREATE INDEX `institution_identifiers_of` ON `institution_identifiers` (`institution_id`,`scheme`);
--> statement-breakpoint
CREATE UNIQUE INDEX `institution_identifiers_value` ON `institution_identifiers` (`scheme`,`value`);
--> statement-breakpoint
CREATE TABLE `__new_institution_names` (
	`id` text PRIMARY KEY NOT NULL,
	`institution_id` text NOT NULL,
	`name` text NOT NULL,
	`folded` text NOT NULL,
	`language` text,
	`kind` text NOT NULL,
	`source` text DEFAULT 'curated' NOT NULL,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "institution_names_kind" CHECK("__new_institution_names"."kind" in ('official', 'alias', 'acronym')),
	CONSTRAINT "institution_names_source" CHECK("__new_institution_names"."source" in ('curated', 'domains', 'ror', 'staff', 'participant'))
);

--> statement-breakpoint
INSERT INTO `__new_institution_names`("id", "institution_id", "name", "folded", "language", "kind") SELECT "id", "institution_id", "name", "folded", "language", "kind" FROM `institution_names`;
--> statement-breakpoint
DROP TABLE `institution_names`;
--> statement-breakpoint
ALTER TABLE `__new_institution_names` RENAME TO `institution_names`;
--> statement-breakpoint
CREATE INDEX `institution_names_folded` ON `institution_names` (`folded`);
--> statement-breakpoint
CREATE UNIQUE INDEX `institution_names_once` ON `institution_names` (`institution_id`,`name`,`kind`);
--> statement-breakpoint
CREATE TABLE `__new_institutions` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`sort_key` text NOT NULL,
	`search_key` text DEFAULT '' NOT NULL,
	`city` text DEFAULT '' NOT NULL,
	`country_code` text,
	`status` text NOT NULL,
	`source` text DEFAULT 'curated' NOT NULL,
	`proposal_key` text,
	`merged_into_id` text,
	`record_hash` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`country_code`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_into_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "institutions_status" CHECK("__new_institutions"."status" in ('active', 'proposed', 'retired')),
	CONSTRAINT "institutions_source" CHECK("__new_institutions"."source" in ('curated', 'domains', 'ror', 'staff', 'participant'))
);

--> statement-breakpoint
INSERT INTO `__new_institutions`("id", "name", "sort_key", "city", "country_code", "status", "proposal_key", "created_at") SELECT "id", "name", "sort_key", "city", "country_code", "status", "proposal_key", "created_at" FROM `institutions`;
--> statement-breakpoint
DROP TABLE `institutions`;
--> statement-breakpoint
ALTER TABLE `__new_institutions` RENAME TO `institutions`;
--> statement-breakpoint
CREATE UNIQUE INDEX `institutions_proposal_key_unique` ON `institutions` (`proposal_key`);
--> statement-breakpoint
CREATE INDEX `institutions_country` ON `institutions` (`country_code`);
--> statement-breakpoint
CREATE INDEX `institutions_sort` ON `institutions` (`sort_key`);
--> statement-breakpoint
CREATE INDEX `institutions_by_status` ON `institutions` (`status`,`sort_key`);
--> statement-breakpoint
CREATE INDEX `institutions_merged` ON `institutions` (`merged_into_id`);
--> statement-breakpoint
ALTER TABLE `event_texts` ADD `outline` text DEFAULT '' NOT NULL;
--> statement-breakpoint
UPDATE `institutions` SET `source` = 'participant' WHERE `proposal_key` IS NOT NULL;
--> statement-breakpoint
UPDATE `institution_names` SET `source` = 'participant' WHERE `institution_id` IN (SELECT `id` FROM `institutions` WHERE `proposal_key` IS NOT NULL);

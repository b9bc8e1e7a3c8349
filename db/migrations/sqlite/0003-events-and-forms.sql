CREATE TABLE `form_section_texts` (
	`section_id` text NOT NULL,
	`locale` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`help` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`section_id`, `locale`),
	FOREIGN KEY (`section_id`) REFERENCES `form_sections`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE TABLE `form_sections` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`stage` text NOT NULL,
	`position` integer NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "form_sections_stage" CHECK("form_sections"."stage" in ('registration', 'afterwards'))
);

--> statement-breakpoint
CREATE INDEX `form_sections_event` ON `form_sections` (`event_id`);
--> statement-breakpoint
CREATE TABLE `question_option_texts` (
	`option_id` text NOT NULL,
	`locale` text NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`option_id`, `locale`),
	FOREIGN KEY (`option_id`) REFERENCES `question_options`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE TABLE `question_options` (
	`id` text PRIMARY KEY NOT NULL,
	`question_id` text NOT NULL,
	`position` integer NOT NULL,
	`archived_at` integer,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `question_options_question` ON `question_options` (`question_id`);
--> statement-breakpoint
CREATE TABLE `question_texts` (
	`question_id` text NOT NULL,
	`locale` text NOT NULL,
	`label` text DEFAULT '' NOT NULL,
	`help` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`question_id`, `locale`),
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE TABLE `question_types` (
	`question_id` text NOT NULL,
	`type_id` text NOT NULL,
	PRIMARY KEY(`question_id`, `type_id`),
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`type_id`) REFERENCES `attendee_types`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `question_types_type` ON `question_types` (`type_id`);
--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`section_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`data_class` text NOT NULL,
	`required` integer DEFAULT false NOT NULL,
	`required_from` text,
	`staff_only` integer DEFAULT false NOT NULL,
	`min` real,
	`max` real,
	`earliest` text,
	`latest` text,
	`condition` text,
	`archived_at` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`section_id`) REFERENCES `form_sections`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "questions_kind" CHECK("questions"."kind" in ('short', 'long', 'number', 'yes-no', 'one', 'several', 'list', 'date', 'time', 'travel', 'phone', 'country', 'institution', 'url', 'file', 'picture', 'consent')),
	CONSTRAINT "questions_data_class" CHECK("questions"."data_class" in ('identity', 'contact', 'logistics', 'sensitive'))
);

--> statement-breakpoint
CREATE INDEX `questions_event` ON `questions` (`event_id`);
--> statement-breakpoint
CREATE INDEX `questions_section` ON `questions` (`section_id`);
--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`purpose` text NOT NULL,
	`question_id` text,
	`attendee_id` text,
	`draft_hash` text,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "files_purpose" CHECK("files"."purpose" in ('answer', 'cover'))
);

--> statement-breakpoint
CREATE INDEX `files_attendee` ON `files` (`attendee_id`);
--> statement-breakpoint
CREATE INDEX `files_event` ON `files` (`event_id`,`purpose`);
--> statement-breakpoint
CREATE INDEX `files_draft` ON `files` (`draft_hash`);
--> statement-breakpoint
CREATE TABLE `answers` (
	`id` text PRIMARY KEY NOT NULL,
	`attendee_id` text NOT NULL,
	`question_id` text NOT NULL,
	`slot` text DEFAULT '' NOT NULL,
	`text` text NOT NULL,
	`number` real,
	`option_id` text,
	`country_code` text,
	`institution_id` text,
	`file_id` text,
	`answered_at` integer NOT NULL,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`option_id`) REFERENCES `question_options`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country_code`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`file_id`) REFERENCES `files`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE INDEX `answers_question` ON `answers` (`question_id`,`text`);
--> statement-breakpoint
CREATE INDEX `answers_option` ON `answers` (`option_id`);
--> statement-breakpoint
CREATE INDEX `answers_institution` ON `answers` (`institution_id`);
--> statement-breakpoint
CREATE INDEX `answers_file` ON `answers` (`file_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `answers_once` ON `answers` (`attendee_id`,`question_id`,`slot`);
--> statement-breakpoint
CREATE TABLE `__new_consents` (
	`id` text PRIMARY KEY NOT NULL,
	`attendee_id` text NOT NULL,
	`purpose` text NOT NULL,
	`notice_id` text,
	`question_id` text,
	`wording` text NOT NULL,
	`locale` text NOT NULL,
	`given_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "consents_purpose" CHECK("__new_consents"."purpose" in ('privacy', 'participant_list', 'question'))
);

--> statement-breakpoint
INSERT INTO `__new_consents`("id", "attendee_id", "purpose", "notice_id", "wording", "locale", "given_at", "withdrawn_at") SELECT "id", "attendee_id", "purpose", "notice_id", "wording", "locale", "given_at", "withdrawn_at" FROM `consents`;
--> statement-breakpoint
DROP TABLE `consents`;
--> statement-breakpoint
ALTER TABLE `__new_consents` RENAME TO `consents`;
--> statement-breakpoint
CREATE INDEX `consents_attendee` ON `consents` (`attendee_id`);
--> statement-breakpoint
CREATE TABLE `__new_outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`attendee_id` text,
	`user_id` text,
	`locale` text,
	`status` text NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`leased_until` integer,
	`sent_at` integer,
	`last_error` text,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "outbox_kind" CHECK("__new_outbox"."kind" in ('received', 'unconfirmed', 'confirmed', 'waiting', 'promoted', 'moved-to-waiting', 'cancelled', 'link', 'sign-in')),
	CONSTRAINT "outbox_status" CHECK("__new_outbox"."status" in ('queued', 'sending', 'sent', 'retry', 'failed'))
);

--> statement-breakpoint
INSERT INTO `__new_outbox`("id", "kind", "attendee_id", "user_id", "locale", "status", "created_at", "attempts", "due_at", "leased_until", "sent_at", "last_error") SELECT "id", "kind", "attendee_id", "user_id", "locale", "status", "created_at", "attempts", "due_at", "leased_until", "sent_at", "last_error" FROM `outbox`;
--> statement-breakpoint
DROP TABLE `outbox`;
--> statement-breakpoint
ALTER TABLE `__new_outbox` RENAME TO `outbox`;
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`status`,`due_at`);
--> statement-breakpoint
CREATE INDEX `outbox_attendee` ON `outbox` (`attendee_id`);
--> statement-breakpoint
DROP INDEX `attendee_types_position`;
--> statement-breakpoint
ALTER TABLE `attendee_types` ADD `archived_at` integer;
--> statement-breakpoint
CREATE INDEX `attendee_types_order` ON `attendee_types` (`event_id`,`position`);
--> statement-breakpoint
ALTER TABLE `event_texts` ADD `address` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `events` ADD `approval` integer DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE `events` ADD `freezes_at` integer;
--> statement-breakpoint
ALTER TABLE `events` ADD `confirm_hours` integer;
--> statement-breakpoint
ALTER TABLE `events` ADD `online_url` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `events` ADD `cover_id` text;
--> statement-breakpoint
ALTER TABLE `events` ADD `accent` text DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE `events` ADD `revision` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE `attendees` ADD `confirm_by` integer;
--> statement-breakpoint
CREATE INDEX `attendees_confirm_by` ON `attendees` (`confirm_by`);

CREATE TABLE `handovers` (
	`invitation_id` text PRIMARY KEY NOT NULL,
	`attendee_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `handovers_attendee` ON `handovers` (`attendee_id`);
--> statement-breakpoint
CREATE TABLE `mail_refusals` (
	`attendee_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE TABLE `mailing_recipients` (
	`mailing_id` text NOT NULL,
	`attendee_id` text NOT NULL,
	`skipped` text,
	PRIMARY KEY(`mailing_id`, `attendee_id`),
	FOREIGN KEY (`mailing_id`) REFERENCES `mailings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `mailing_recipients_attendee` ON `mailing_recipients` (`attendee_id`);
--> statement-breakpoint
CREATE TABLE `mailing_texts` (
	`mailing_id` text NOT NULL,
	`locale` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`mailing_id`, `locale`),
	FOREIGN KEY (`mailing_id`) REFERENCES `mailings`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE TABLE `mailings` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`filters` text NOT NULL,
	`created_by_id` text,
	`created_at` integer NOT NULL,
	`scheduled_for` integer,
	`started_at` integer,
	`cancelled_at` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);

--> statement-breakpoint
CREATE INDEX `mailings_event` ON `mailings` (`event_id`);
--> statement-breakpoint
CREATE INDEX `mailings_due` ON `mailings` (`started_at`,`scheduled_for`);
--> statement-breakpoint
CREATE TABLE `message_texts` (
	`event_id` text NOT NULL,
	`kind` text NOT NULL,
	`locale` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`event_id`, `kind`, `locale`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`days_before` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `reminders_once` ON `reminders` (`event_id`,`days_before`);
--> statement-breakpoint
CREATE TABLE `__new_outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`event_id` text,
	`attendee_id` text,
	`user_id` text,
	`invitation_id` text,
	`mailing_id` text,
	`locale` text,
	`status` text NOT NULL,
	`created_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`due_at` integer NOT NULL,
	`leased_until` integer,
	`sent_at` integer,
	`last_error` text,
	`doubtful_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`mailing_id`) REFERENCES `mailings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "outbox_kind" CHECK("__new_outbox"."kind" in ('received', 'unconfirmed', 'confirmed', 'waiting', 'promoted', 'moved-to-waiting', 'offered', 'offer-expired', 'declined', 'cancelled', 'invitation', 'handover', 'handed-over', 'handover-ended', 'changed', 'event-changed', 'event-cancelled', 'reminder', 'mailing', 'earlier', 'team', 'link', 'sign-in')),
	CONSTRAINT "outbox_status" CHECK("__new_outbox"."status" in ('queued', 'sending', 'sent', 'retry', 'failed', 'stopped'))
);

--> statement-breakpoint
INSERT INTO `__new_outbox`("id", "kind", "attendee_id", "user_id", "invitation_id", "locale", "status", "created_at", "attempts", "due_at", "leased_until", "sent_at", "last_error") SELECT "id", "kind", "attendee_id", "user_id", "invitation_id", "locale", "status", "created_at", "attempts", "due_at", "leased_until", "sent_at", "last_error" FROM `outbox`;
--> statement-breakpoint
DROP TABLE `outbox`;
--> statement-breakpoint
ALTER TABLE `__new_outbox` RENAME TO `outbox`;
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`status`,`due_at`);
--> statement-breakpoint
CREATE INDEX `outbox_attendee` ON `outbox` (`attendee_id`);
--> statement-breakpoint
CREATE INDEX `outbox_event` ON `outbox` (`event_id`,`status`,`created_at`);
--> statement-breakpoint
CREATE INDEX `outbox_mailing` ON `outbox` (`mailing_id`);
--> statement-breakpoint
CREATE INDEX `outbox_invitation` ON `outbox` (`invitation_id`);
--> statement-breakpoint
UPDATE outbox SET event_id = (SELECT event_id FROM attendees WHERE attendees.id = outbox.attendee_id) WHERE attendee_id IS NOT NULL;

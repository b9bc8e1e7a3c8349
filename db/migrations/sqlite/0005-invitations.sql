CREATE TABLE `invitation_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`label` text NOT NULL,
	`type_id` text,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`outcome` text,
	`ended_at` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`type_id`) REFERENCES `attendee_types`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitation_codes_ended" CHECK(("invitation_codes"."outcome" is null) = ("invitation_codes"."ended_at" is null))
);

--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_codes_code_hash_unique` ON `invitation_codes` (`code_hash`);
--> statement-breakpoint
CREATE INDEX `invitation_codes_event` ON `invitation_codes` (`event_id`);
--> statement-breakpoint
CREATE INDEX `invitation_codes_due` ON `invitation_codes` (`outcome`,`expires_at`);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`given_name` text DEFAULT '' NOT NULL,
	`family_name` text DEFAULT '' NOT NULL,
	`locale` text NOT NULL,
	`type_id` text,
	`note` text DEFAULT '' NOT NULL,
	`holds` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`link_version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer,
	`outcome` text,
	`ended_at` integer,
	`attendee_id` text,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`type_id`) REFERENCES `attendee_types`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE set null,
	CONSTRAINT "invitations_outcome" CHECK("invitations"."outcome" in ('accepted', 'declined', 'expired', 'withdrawn')),
	CONSTRAINT "invitations_ended" CHECK(("invitations"."outcome" is null) = ("invitations"."ended_at" is null))
);

--> statement-breakpoint
CREATE INDEX `invitations_event` ON `invitations` (`event_id`,`email_key`);
--> statement-breakpoint
CREATE INDEX `invitations_due` ON `invitations` (`outcome`,`expires_at`);
--> statement-breakpoint
CREATE INDEX `invitations_attendee` ON `invitations` (`attendee_id`);
--> statement-breakpoint
CREATE TABLE `__new_pool_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`pool_id` text,
	`subject` text NOT NULL,
	`subject_id` text,
	`each_capacity` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`pool_id`) REFERENCES `seat_pools`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "pool_rules_subject" CHECK("__new_pool_rules"."subject" in ('event', 'type', 'institution', 'country', 'option', 'code')),
	CONSTRAINT "pool_rules_each" CHECK(("__new_pool_rules"."pool_id" is null) = ("__new_pool_rules"."each_capacity" is not null))
);

--> statement-breakpoint
INSERT INTO `__new_pool_rules`("id", "event_id", "pool_id", "subject", "subject_id", "each_capacity") SELECT "id", "event_id", "pool_id", "subject", "subject_id", "each_capacity" FROM `pool_rules`;
--> statement-breakpoint
DROP TABLE `pool_rules`;
--> statement-breakpoint
ALTER TABLE `__new_pool_rules` RENAME TO `pool_rules`;
--> statement-breakpoint
CREATE INDEX `pool_rules_event` ON `pool_rules` (`event_id`);
--> statement-breakpoint
CREATE TABLE `__new_outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`attendee_id` text,
	`user_id` text,
	`invitation_id` text,
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
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "outbox_kind" CHECK("__new_outbox"."kind" in ('received', 'unconfirmed', 'confirmed', 'waiting', 'promoted', 'moved-to-waiting', 'offered', 'offer-expired', 'declined', 'cancelled', 'invitation', 'link', 'sign-in')),
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
CREATE INDEX `outbox_invitation` ON `outbox` (`invitation_id`);
--> statement-breakpoint
CREATE TABLE `__new_seats` (
	`id` text PRIMARY KEY NOT NULL,
	`pool_id` text NOT NULL,
	`taken_from_id` text NOT NULL,
	`attendee_id` text,
	`invitation_id` text,
	`code_id` text,
	`taken_at` integer NOT NULL,
	FOREIGN KEY (`pool_id`) REFERENCES `seat_pools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_from_id`) REFERENCES `seat_pools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`invitation_id`) REFERENCES `invitations`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`code_id`) REFERENCES `invitation_codes`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "seats_holder" CHECK(case when "__new_seats"."attendee_id" is null then 0 else 1 end + case when "__new_seats"."invitation_id" is null then 0 else 1 end + case when "__new_seats"."code_id" is null then 0 else 1 end = 1)
);

--> statement-breakpoint
INSERT INTO `__new_seats`("id", "pool_id", "taken_from_id", "attendee_id", "taken_at") SELECT "id", "pool_id", "taken_from_id", "attendee_id", "taken_at" FROM `seats`;
--> statement-breakpoint
DROP TABLE `seats`;
--> statement-breakpoint
ALTER TABLE `__new_seats` RENAME TO `seats`;
--> statement-breakpoint
CREATE INDEX `seats_pool` ON `seats` (`pool_id`);
--> statement-breakpoint
CREATE INDEX `seats_code` ON `seats` (`code_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `seats_once` ON `seats` (`attendee_id`,`pool_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `seats_invitation` ON `seats` (`invitation_id`,`pool_id`);
--> statement-breakpoint
ALTER TABLE `attendees` ADD `code_id` text REFERENCES invitation_codes(id);
--> statement-breakpoint
CREATE INDEX `attendees_code` ON `attendees` (`code_id`);

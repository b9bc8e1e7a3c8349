CREATE TABLE `offers` (
	`id` text PRIMARY KEY NOT NULL,
	`attendee_id` text NOT NULL,
	`offered_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`outcome` text,
	`ended_at` integer,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "offers_outcome" CHECK("offers"."outcome" in ('accepted', 'declined', 'expired', 'withdrawn')),
	CONSTRAINT "offers_ended" CHECK(("offers"."outcome" is null) = ("offers"."ended_at" is null))
);

--> statement-breakpoint
CREATE INDEX `offers_attendee` ON `offers` (`attendee_id`);
--> statement-breakpoint
CREATE INDEX `offers_due` ON `offers` (`outcome`,`expires_at`);
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
	CONSTRAINT "outbox_kind" CHECK("__new_outbox"."kind" in ('received', 'unconfirmed', 'confirmed', 'waiting', 'promoted', 'moved-to-waiting', 'offered', 'offer-expired', 'declined', 'cancelled', 'link', 'sign-in')),
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
CREATE TABLE `__new_events` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`status` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`time_zone` text NOT NULL,
	`opens_at` integer,
	`closes_at` integer,
	`default_locale` text NOT NULL,
	`country_code` text,
	`host_id` text,
	`contact_email` text DEFAULT '' NOT NULL,
	`funder` text,
	`programme` text DEFAULT '' NOT NULL,
	`project_number` text DEFAULT '' NOT NULL,
	`approval` integer DEFAULT false NOT NULL,
	`pending_holds` integer DEFAULT false NOT NULL,
	`waiting_mode` text DEFAULT 'automatic' NOT NULL,
	`offer_hours` integer DEFAULT 48 NOT NULL,
	`freezes_at` integer,
	`confirm_hours` integer,
	`online_url` text DEFAULT '' NOT NULL,
	`cover_id` text,
	`accent` text DEFAULT '' NOT NULL,
	`list_visibility` text DEFAULT 'nobody' NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`is_example` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`country_code`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "events_status" CHECK("__new_events"."status" in ('draft', 'published', 'archived')),
	CONSTRAINT "events_waiting_mode" CHECK("__new_events"."waiting_mode" in ('automatic', 'offers', 'manual')),
	CONSTRAINT "events_funder" CHECK("__new_events"."funder" in ('eu-funded', 'eu-co-funded')),
	CONSTRAINT "events_list_visibility" CHECK("__new_events"."list_visibility" in ('nobody', 'participants', 'public'))
);

--> statement-breakpoint
INSERT INTO `__new_events`("id", "slug", "status", "starts_on", "ends_on", "time_zone", "opens_at", "closes_at", "default_locale", "country_code", "host_id", "contact_email", "funder", "programme", "project_number", "approval", "freezes_at", "confirm_hours", "online_url", "cover_id", "accent", "list_visibility", "revision", "is_example", "created_at", "updated_at") SELECT "id", "slug", "status", "starts_on", "ends_on", "time_zone", "opens_at", "closes_at", "default_locale", "country_code", "host_id", "contact_email", "funder", "programme", "project_number", "approval", "freezes_at", "confirm_hours", "online_url", "cover_id", "accent", "list_visibility", "revision", "is_example", "created_at", "updated_at" FROM `events`;
--> statement-breakpoint
DROP TABLE `events`;
--> statement-breakpoint
ALTER TABLE `__new_events` RENAME TO `events`;
--> statement-breakpoint
CREATE UNIQUE INDEX `events_slug_unique` ON `events` (`slug`);
--> statement-breakpoint
CREATE INDEX `events_status_starts` ON `events` (`status`,`starts_on`);

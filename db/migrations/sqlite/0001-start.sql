CREATE TABLE `countries` (
	`code` text PRIMARY KEY NOT NULL
);

--> statement-breakpoint
CREATE TABLE `institution_identifiers` (
	`id` text PRIMARY KEY NOT NULL,
	`institution_id` text NOT NULL,
	`scheme` text NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "institution_identifiers_scheme" CHECK("institution_identifiers"."scheme" in ('ror', 'oid', 'pic', 'erasmus', 'schac', 'domain'))
);

--> statement-breakpoint
CREATE INDEX `institution_identifiers_institution` ON `institution_identifiers` (`institution_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `institution_identifiers_value` ON `institution_identifiers` (`scheme`,`value`);
--> statement-breakpoint
CREATE TABLE `institution_names` (
	`id` text PRIMARY KEY NOT NULL,
	`institution_id` text NOT NULL,
	`name` text NOT NULL,
	`folded` text NOT NULL,
	`language` text,
	`kind` text NOT NULL,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "institution_names_kind" CHECK("institution_names"."kind" in ('official', 'alias', 'acronym'))
);

--> statement-breakpoint
CREATE INDEX `institution_names_folded` ON `institution_names` (`folded`);
--> statement-breakpoint
CREATE UNIQUE INDEX `institution_names_once` ON `institution_names` (`institution_id`,`name`,`kind`);
--> statement-breakpoint
CREATE TABLE `institutions` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`sort_key` text NOT NULL,
	`city` text DEFAULT '' NOT NULL,
	`country_code` text,
	`status` text NOT NULL,
	`proposal_key` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`country_code`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "institutions_status" CHECK("institutions"."status" in ('active', 'proposed', 'retired'))
);

--> statement-breakpoint
CREATE UNIQUE INDEX `institutions_proposal_key_unique` ON `institutions` (`proposal_key`);
--> statement-breakpoint
CREATE INDEX `institutions_country` ON `institutions` (`country_code`);
--> statement-breakpoint
CREATE INDEX `institutions_sort` ON `institutions` (`sort_key`);
--> statement-breakpoint
CREATE TABLE `attendee_type_texts` (
	`type_id` text NOT NULL,
	`locale` text NOT NULL,
	`name` text NOT NULL,
	PRIMARY KEY(`type_id`, `locale`),
	FOREIGN KEY (`type_id`) REFERENCES `attendee_types`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE TABLE `attendee_types` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `attendee_types_position` ON `attendee_types` (`event_id`,`position`);
--> statement-breakpoint
CREATE TABLE `event_texts` (
	`event_id` text NOT NULL,
	`locale` text NOT NULL,
	`title` text NOT NULL,
	`subtitle` text DEFAULT '' NOT NULL,
	`city` text DEFAULT '' NOT NULL,
	`venue` text DEFAULT '' NOT NULL,
	`lead` text DEFAULT '' NOT NULL,
	`about` text DEFAULT '' NOT NULL,
	`practical` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`event_id`, `locale`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE TABLE `events` (
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
	`list_visibility` text DEFAULT 'nobody' NOT NULL,
	`is_example` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`country_code`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "events_status" CHECK("events"."status" in ('draft', 'published', 'archived')),
	CONSTRAINT "events_funder" CHECK("events"."funder" in ('eu-funded', 'eu-co-funded')),
	CONSTRAINT "events_list_visibility" CHECK("events"."list_visibility" in ('nobody', 'participants', 'public'))
);

--> statement-breakpoint
CREATE UNIQUE INDEX `events_slug_unique` ON `events` (`slug`);
--> statement-breakpoint
CREATE INDEX `events_status_starts` ON `events` (`status`,`starts_on`);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`version` integer NOT NULL,
	`locale` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE UNIQUE INDEX `notices_version` ON `notices` (`event_id`,`version`,`locale`);
--> statement-breakpoint
CREATE TABLE `attendees` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`code` text NOT NULL,
	`status` text NOT NULL,
	`type_id` text NOT NULL,
	`institution_id` text NOT NULL,
	`country_code` text NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`patronymic` text DEFAULT '' NOT NULL,
	`native_name` text DEFAULT '' NOT NULL,
	`badge_name` text DEFAULT '' NOT NULL,
	`position` text DEFAULT '' NOT NULL,
	`phone` text DEFAULT '' NOT NULL,
	`locale` text NOT NULL,
	`search_key` text NOT NULL,
	`sort_key` text NOT NULL,
	`link_version` integer DEFAULT 1 NOT NULL,
	`submission_hash` text NOT NULL,
	`registered_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`type_id`) REFERENCES `attendee_types`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`institution_id`) REFERENCES `institutions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`country_code`) REFERENCES `countries`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "attendees_status" CHECK("attendees"."status" in ('pending', 'confirmed', 'offered', 'waiting', 'declined', 'cancelled'))
);

--> statement-breakpoint
CREATE UNIQUE INDEX `attendees_code_unique` ON `attendees` (`code`);
--> statement-breakpoint
CREATE INDEX `attendees_by_name` ON `attendees` (`event_id`,`sort_key`,`id`);
--> statement-breakpoint
CREATE INDEX `attendees_by_status` ON `attendees` (`event_id`,`status`,`sort_key`);
--> statement-breakpoint
CREATE INDEX `attendees_institution` ON `attendees` (`institution_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `attendees_email` ON `attendees` (`event_id`,`email_key`);
--> statement-breakpoint
CREATE UNIQUE INDEX `attendees_submission` ON `attendees` (`event_id`,`submission_hash`);
--> statement-breakpoint
CREATE TABLE `cancellations` (
	`id` text PRIMARY KEY NOT NULL,
	`attendee_id` text NOT NULL,
	`at` integer NOT NULL,
	`by_kind` text NOT NULL,
	`by_id` text,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "cancellations_by" CHECK("cancellations"."by_kind" in ('anonymous', 'participant', 'user', 'system'))
);

--> statement-breakpoint
CREATE INDEX `cancellations_attendee` ON `cancellations` (`attendee_id`);
--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`attendee_id` text NOT NULL,
	`purpose` text NOT NULL,
	`notice_id` text,
	`wording` text NOT NULL,
	`locale` text NOT NULL,
	`given_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "consents_purpose" CHECK("consents"."purpose" in ('privacy', 'participant_list'))
);

--> statement-breakpoint
CREATE INDEX `consents_attendee` ON `consents` (`attendee_id`);
--> statement-breakpoint
CREATE TABLE `pool_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`pool_id` text,
	`subject` text NOT NULL,
	`subject_id` text,
	`each_capacity` integer,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`pool_id`) REFERENCES `seat_pools`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "pool_rules_subject" CHECK("pool_rules"."subject" in ('event', 'type', 'institution', 'country', 'option')),
	CONSTRAINT "pool_rules_each" CHECK(("pool_rules"."pool_id" is null) = ("pool_rules"."each_capacity" is not null))
);

--> statement-breakpoint
CREATE INDEX `pool_rules_event` ON `pool_rules` (`event_id`);
--> statement-breakpoint
CREATE TABLE `seat_pools` (
	`id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`key` text NOT NULL,
	`capacity` integer,
	`taken` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "seat_pools_taken" CHECK("seat_pools"."taken" >= 0),
	CONSTRAINT "seat_pools_capacity" CHECK("seat_pools"."capacity" >= 0)
);

--> statement-breakpoint
CREATE UNIQUE INDEX `seat_pools_key` ON `seat_pools` (`event_id`,`key`);
--> statement-breakpoint
CREATE TABLE `seats` (
	`id` text PRIMARY KEY NOT NULL,
	`pool_id` text NOT NULL,
	`taken_from_id` text NOT NULL,
	`attendee_id` text NOT NULL,
	`taken_at` integer NOT NULL,
	FOREIGN KEY (`pool_id`) REFERENCES `seat_pools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_from_id`) REFERENCES `seat_pools`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `seats_pool` ON `seats` (`pool_id`);
--> statement-breakpoint
CREATE UNIQUE INDEX `seats_once` ON `seats` (`attendee_id`,`pool_id`);
--> statement-breakpoint
CREATE TABLE `waiting_places` (
	`attendee_id` text PRIMARY KEY NOT NULL,
	`event_id` text NOT NULL,
	`position` integer NOT NULL,
	`blocked_by_id` text,
	`since` integer NOT NULL,
	`held_by_id` text,
	`held_reason` text,
	FOREIGN KEY (`attendee_id`) REFERENCES `attendees`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`blocked_by_id`) REFERENCES `seat_pools`(`id`) ON UPDATE no action ON DELETE no action
);

--> statement-breakpoint
CREATE UNIQUE INDEX `waiting_places_position` ON `waiting_places` (`event_id`,`position`);
--> statement-breakpoint
CREATE TABLE `accounts` (
	`user_id` text NOT NULL,
	`type` text NOT NULL,
	`provider` text NOT NULL,
	`provider_account_id` text NOT NULL,
	`refresh_token` text,
	`access_token` text,
	`expires_at` integer,
	`token_type` text,
	`scope` text,
	`id_token` text,
	`session_state` text,
	PRIMARY KEY(`provider`, `provider_account_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE TABLE `admins` (
	`user_id` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE TABLE `memberships` (
	`user_id` text NOT NULL,
	`event_id` text NOT NULL,
	`role` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`user_id`, `event_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "memberships_role" CHECK("memberships"."role" in ('organizer', 'staff'))
);

--> statement-breakpoint
CREATE INDEX `memberships_event` ON `memberships` (`event_id`);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`session_token` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`expires` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);

--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text,
	`email` text NOT NULL,
	`email_verified` integer,
	`image` text
);

--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);
--> statement-breakpoint
CREATE TABLE `verification_tokens` (
	`identifier` text NOT NULL,
	`token` text NOT NULL,
	`expires` integer NOT NULL,
	PRIMARY KEY(`identifier`, `token`)
);

--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`verb` text NOT NULL,
	`event_id` text,
	`subject_id` text,
	`reason` text,
	`before` text,
	`after` text,
	CONSTRAINT "audit_entries_actor" CHECK("audit_entries"."actor_kind" in ('anonymous', 'participant', 'user', 'system'))
);

--> statement-breakpoint
CREATE INDEX `audit_entries_subject` ON `audit_entries` (`subject_id`,`at`);
--> statement-breakpoint
CREATE INDEX `audit_entries_event` ON `audit_entries` (`event_id`,`at`);
--> statement-breakpoint
CREATE TABLE `outbox` (
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
	CONSTRAINT "outbox_kind" CHECK("outbox"."kind" in ('confirmed', 'waiting', 'promoted', 'moved-to-waiting', 'cancelled', 'link', 'sign-in')),
	CONSTRAINT "outbox_status" CHECK("outbox"."status" in ('queued', 'sending', 'sent', 'retry', 'failed'))
);

--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`status`,`due_at`);
--> statement-breakpoint
CREATE INDEX `outbox_attendee` ON `outbox` (`attendee_id`);

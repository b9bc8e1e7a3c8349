CREATE TABLE "countries" (
	"code" text COLLATE "C" PRIMARY KEY NOT NULL
);

--> statement-breakpoint
CREATE TABLE "institution_identifiers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"institution_id" text COLLATE "C" NOT NULL,
	"scheme" text COLLATE "C" NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	CONSTRAINT "institution_identifiers_value" UNIQUE("scheme","value"),
	CONSTRAINT "institution_identifiers_scheme" CHECK ("institution_identifiers"."scheme" in ('ror', 'oid', 'pic', 'erasmus', 'schac', 'domain'))
);

--> statement-breakpoint
CREATE TABLE "institution_names" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"institution_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"folded" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C",
	"kind" text COLLATE "C" NOT NULL,
	CONSTRAINT "institution_names_once" UNIQUE("institution_id","name","kind"),
	CONSTRAINT "institution_names_kind" CHECK ("institution_names"."kind" in ('official', 'alias', 'acronym'))
);

--> statement-breakpoint
CREATE TABLE "institutions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"sort_key" text COLLATE "C" NOT NULL,
	"city" text COLLATE "C" DEFAULT '' NOT NULL,
	"country_code" text COLLATE "C",
	"status" text COLLATE "C" NOT NULL,
	"proposal_key" text COLLATE "C",
	"created_at" bigint NOT NULL,
	CONSTRAINT "institutions_proposal_key_unique" UNIQUE("proposal_key"),
	CONSTRAINT "institutions_status" CHECK ("institutions"."status" in ('active', 'proposed', 'retired'))
);

--> statement-breakpoint
CREATE TABLE "attendee_type_texts" (
	"type_id" text COLLATE "C" NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	CONSTRAINT "attendee_type_texts_type_id_locale_pk" PRIMARY KEY("type_id","locale")
);

--> statement-breakpoint
CREATE TABLE "attendee_types" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "attendee_types_position" UNIQUE("event_id","position")
);

--> statement-breakpoint
CREATE TABLE "event_texts" (
	"event_id" text COLLATE "C" NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"subtitle" text COLLATE "C" DEFAULT '' NOT NULL,
	"city" text COLLATE "C" DEFAULT '' NOT NULL,
	"venue" text COLLATE "C" DEFAULT '' NOT NULL,
	"lead" text COLLATE "C" DEFAULT '' NOT NULL,
	"about" text COLLATE "C" DEFAULT '' NOT NULL,
	"practical" text COLLATE "C" DEFAULT '' NOT NULL,
	CONSTRAINT "event_texts_event_id_locale_pk" PRIMARY KEY("event_id","locale")
);

--> statement-breakpoint
CREATE TABLE "events" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"starts_on" text COLLATE "C" NOT NULL,
	"ends_on" text COLLATE "C" NOT NULL,
	"time_zone" text COLLATE "C" NOT NULL,
	"opens_at" bigint,
	"closes_at" bigint,
	"default_locale" text COLLATE "C" NOT NULL,
	"country_code" text COLLATE "C",
	"host_id" text COLLATE "C",
	"contact_email" text COLLATE "C" DEFAULT '' NOT NULL,
	"funder" text COLLATE "C",
	"programme" text COLLATE "C" DEFAULT '' NOT NULL,
	"project_number" text COLLATE "C" DEFAULT '' NOT NULL,
	"list_visibility" text COLLATE "C" DEFAULT 'nobody' NOT NULL,
	"is_example" bigint DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "events_slug_unique" UNIQUE("slug"),
	CONSTRAINT "events_status" CHECK ("events"."status" in ('draft', 'published', 'archived')),
	CONSTRAINT "events_funder" CHECK ("events"."funder" in ('eu-funded', 'eu-co-funded')),
	CONSTRAINT "events_list_visibility" CHECK ("events"."list_visibility" in ('nobody', 'participants', 'public'))
);

--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "notices_version" UNIQUE("event_id","version","locale")
);

--> statement-breakpoint
CREATE TABLE "attendees" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"type_id" text COLLATE "C" NOT NULL,
	"institution_id" text COLLATE "C" NOT NULL,
	"country_code" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"email_key" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" DEFAULT '' NOT NULL,
	"given_name" text COLLATE "C" NOT NULL,
	"family_name" text COLLATE "C" NOT NULL,
	"patronymic" text COLLATE "C" DEFAULT '' NOT NULL,
	"native_name" text COLLATE "C" DEFAULT '' NOT NULL,
	"badge_name" text COLLATE "C" DEFAULT '' NOT NULL,
	"position" text COLLATE "C" DEFAULT '' NOT NULL,
	"phone" text COLLATE "C" DEFAULT '' NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"search_key" text COLLATE "C" NOT NULL,
	"sort_key" text COLLATE "C" NOT NULL,
	"link_version" bigint DEFAULT 1 NOT NULL,
	"submission_hash" text COLLATE "C" NOT NULL,
	"registered_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "attendees_code_unique" UNIQUE("code"),
	CONSTRAINT "attendees_email" UNIQUE("event_id","email_key"),
	CONSTRAINT "attendees_submission" UNIQUE("event_id","submission_hash"),
	CONSTRAINT "attendees_status" CHECK ("attendees"."status" in ('pending', 'confirmed', 'offered', 'waiting', 'declined', 'cancelled'))
);

--> statement-breakpoint
CREATE TABLE "cancellations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"attendee_id" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"by_kind" text COLLATE "C" NOT NULL,
	"by_id" text COLLATE "C",
	"reason" text COLLATE "C" DEFAULT '' NOT NULL,
	CONSTRAINT "cancellations_by" CHECK ("cancellations"."by_kind" in ('anonymous', 'participant', 'user', 'system'))
);

--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"attendee_id" text COLLATE "C" NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"notice_id" text COLLATE "C",
	"wording" text COLLATE "C" NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"given_at" bigint NOT NULL,
	"withdrawn_at" bigint,
	CONSTRAINT "consents_purpose" CHECK ("consents"."purpose" in ('privacy', 'participant_list'))
);

--> statement-breakpoint
CREATE TABLE "pool_rules" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"pool_id" text COLLATE "C",
	"subject" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C",
	"each_capacity" bigint,
	CONSTRAINT "pool_rules_subject" CHECK ("pool_rules"."subject" in ('event', 'type', 'institution', 'country', 'option')),
	CONSTRAINT "pool_rules_each" CHECK (("pool_rules"."pool_id" is null) = ("pool_rules"."each_capacity" is not null))
);

--> statement-breakpoint
CREATE TABLE "seat_pools" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"capacity" bigint,
	"taken" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "seat_pools_key" UNIQUE("event_id","key"),
	CONSTRAINT "seat_pools_taken" CHECK ("seat_pools"."taken" >= 0),
	CONSTRAINT "seat_pools_capacity" CHECK ("seat_pools"."capacity" >= 0)
);

--> statement-breakpoint
CREATE TABLE "seats" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"pool_id" text COLLATE "C" NOT NULL,
	"taken_from_id" text COLLATE "C" NOT NULL,
	"attendee_id" text COLLATE "C" NOT NULL,
	"taken_at" bigint NOT NULL,
	CONSTRAINT "seats_once" UNIQUE("attendee_id","pool_id")
);

--> statement-breakpoint
CREATE TABLE "waiting_places" (
	"attendee_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"position" bigint NOT NULL,
	"blocked_by_id" text COLLATE "C",
	"since" bigint NOT NULL,
	"held_by_id" text COLLATE "C",
	"held_reason" text COLLATE "C",
	CONSTRAINT "waiting_places_position" UNIQUE("event_id","position")
);

--> statement-breakpoint
CREATE TABLE "accounts" (
	"user_id" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"provider" text COLLATE "C" NOT NULL,
	"provider_account_id" text COLLATE "C" NOT NULL,
	"refresh_token" text COLLATE "C",
	"access_token" text COLLATE "C",
	"expires_at" bigint,
	"token_type" text COLLATE "C",
	"scope" text COLLATE "C",
	"id_token" text COLLATE "C",
	"session_state" text COLLATE "C",
	CONSTRAINT "accounts_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);

--> statement-breakpoint
CREATE TABLE "admins" (
	"user_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"since" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "memberships" (
	"user_id" text COLLATE "C" NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"since" bigint NOT NULL,
	CONSTRAINT "memberships_user_id_event_id_pk" PRIMARY KEY("user_id","event_id"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('organizer', 'staff'))
);

--> statement-breakpoint
CREATE TABLE "sessions" (
	"session_token" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"expires" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "users" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C",
	"email" text COLLATE "C" NOT NULL,
	"email_verified" bigint,
	"image" text COLLATE "C",
	CONSTRAINT "users_email_unique" UNIQUE("email")
);

--> statement-breakpoint
CREATE TABLE "verification_tokens" (
	"identifier" text COLLATE "C" NOT NULL,
	"token" text COLLATE "C" NOT NULL,
	"expires" bigint NOT NULL,
	CONSTRAINT "verification_tokens_identifier_token_pk" PRIMARY KEY("identifier","token")
);

--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor_kind" text COLLATE "C" NOT NULL,
	"actor_id" text COLLATE "C",
	"verb" text COLLATE "C" NOT NULL,
	"event_id" text COLLATE "C",
	"subject_id" text COLLATE "C",
	"reason" text COLLATE "C",
	"before" text COLLATE "C",
	"after" text COLLATE "C",
	CONSTRAINT "audit_entries_actor" CHECK ("audit_entries"."actor_kind" in ('anonymous', 'participant', 'user', 'system'))
);

--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"attendee_id" text COLLATE "C",
	"user_id" text COLLATE "C",
	"locale" text COLLATE "C",
	"status" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"due_at" bigint NOT NULL,
	"leased_until" bigint,
	"sent_at" bigint,
	"last_error" text COLLATE "C",
	CONSTRAINT "outbox_kind" CHECK ("outbox"."kind" in ('confirmed', 'waiting', 'promoted', 'moved-to-waiting', 'cancelled', 'link', 'sign-in')),
	CONSTRAINT "outbox_status" CHECK ("outbox"."status" in ('queued', 'sending', 'sent', 'retry', 'failed'))
);

--> statement-breakpoint
ALTER TABLE "institution_identifiers" ADD CONSTRAINT "institution_identifiers_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "institution_names" ADD CONSTRAINT "institution_names_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "institutions" ADD CONSTRAINT "institutions_country_code_countries_code_fk" FOREIGN KEY ("country_code") REFERENCES "public"."countries"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "attendee_type_texts" ADD CONSTRAINT "attendee_type_texts_type_id_attendee_types_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."attendee_types"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "attendee_types" ADD CONSTRAINT "attendee_types_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "event_texts" ADD CONSTRAINT "event_texts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_country_code_countries_code_fk" FOREIGN KEY ("country_code") REFERENCES "public"."countries"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_host_id_institutions_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "attendees" ADD CONSTRAINT "attendees_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "attendees" ADD CONSTRAINT "attendees_type_id_attendee_types_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."attendee_types"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "attendees" ADD CONSTRAINT "attendees_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "attendees" ADD CONSTRAINT "attendees_country_code_countries_code_fk" FOREIGN KEY ("country_code") REFERENCES "public"."countries"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "cancellations" ADD CONSTRAINT "cancellations_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "pool_rules" ADD CONSTRAINT "pool_rules_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "pool_rules" ADD CONSTRAINT "pool_rules_pool_id_seat_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."seat_pools"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "seat_pools" ADD CONSTRAINT "seat_pools_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_pool_id_seat_pools_id_fk" FOREIGN KEY ("pool_id") REFERENCES "public"."seat_pools"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_taken_from_id_seat_pools_id_fk" FOREIGN KEY ("taken_from_id") REFERENCES "public"."seat_pools"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "waiting_places" ADD CONSTRAINT "waiting_places_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "waiting_places" ADD CONSTRAINT "waiting_places_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "waiting_places" ADD CONSTRAINT "waiting_places_blocked_by_id_seat_pools_id_fk" FOREIGN KEY ("blocked_by_id") REFERENCES "public"."seat_pools"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "admins" ADD CONSTRAINT "admins_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "institution_identifiers_institution" ON "institution_identifiers" USING btree ("institution_id");
--> statement-breakpoint
CREATE INDEX "institution_names_folded" ON "institution_names" USING btree ("folded");
--> statement-breakpoint
CREATE INDEX "institutions_country" ON "institutions" USING btree ("country_code");
--> statement-breakpoint
CREATE INDEX "institutions_sort" ON "institutions" USING btree ("sort_key");
--> statement-breakpoint
CREATE INDEX "events_status_starts" ON "events" USING btree ("status","starts_on");
--> statement-breakpoint
CREATE INDEX "attendees_by_name" ON "attendees" USING btree ("event_id","sort_key","id");
--> statement-breakpoint
CREATE INDEX "attendees_by_status" ON "attendees" USING btree ("event_id","status","sort_key");
--> statement-breakpoint
CREATE INDEX "attendees_institution" ON "attendees" USING btree ("institution_id");
--> statement-breakpoint
CREATE INDEX "cancellations_attendee" ON "cancellations" USING btree ("attendee_id");
--> statement-breakpoint
CREATE INDEX "consents_attendee" ON "consents" USING btree ("attendee_id");
--> statement-breakpoint
CREATE INDEX "pool_rules_event" ON "pool_rules" USING btree ("event_id");
--> statement-breakpoint
CREATE INDEX "seats_pool" ON "seats" USING btree ("pool_id");
--> statement-breakpoint
CREATE INDEX "memberships_event" ON "memberships" USING btree ("event_id");
--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");
--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("subject_id","at");
--> statement-breakpoint
CREATE INDEX "audit_entries_event" ON "audit_entries" USING btree ("event_id","at");
--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("status","due_at");
--> statement-breakpoint
CREATE INDEX "outbox_attendee" ON "outbox" USING btree ("attendee_id");

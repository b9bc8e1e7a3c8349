CREATE TABLE "invitation_codes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"code_hash" text COLLATE "C" NOT NULL,
	"version" bigint DEFAULT 1 NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	"type_id" text COLLATE "C",
	"expires_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"outcome" text COLLATE "C",
	"ended_at" bigint,
	CONSTRAINT "invitation_codes_code_hash_unique" UNIQUE("code_hash"),
	CONSTRAINT "invitation_codes_ended" CHECK (("invitation_codes"."outcome" is null) = ("invitation_codes"."ended_at" is null))
);

--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"email_key" text COLLATE "C" NOT NULL,
	"given_name" text COLLATE "C" DEFAULT '' NOT NULL,
	"family_name" text COLLATE "C" DEFAULT '' NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"type_id" text COLLATE "C",
	"note" text COLLATE "C" DEFAULT '' NOT NULL,
	"holds" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"link_version" bigint DEFAULT 1 NOT NULL,
	"created_at" bigint NOT NULL,
	"seen_at" bigint,
	"outcome" text COLLATE "C",
	"ended_at" bigint,
	"attendee_id" text COLLATE "C",
	CONSTRAINT "invitations_outcome" CHECK ("invitations"."outcome" in ('accepted', 'declined', 'expired', 'withdrawn')),
	CONSTRAINT "invitations_ended" CHECK (("invitations"."outcome" is null) = ("invitations"."ended_at" is null))
);

--> statement-breakpoint
ALTER TABLE "pool_rules" DROP CONSTRAINT "pool_rules_subject";
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind";
--> statement-breakpoint
ALTER TABLE "seats" ALTER COLUMN "attendee_id" DROP NOT NULL;
--> statement-breakpoint
ALTER TABLE "attendees" ADD COLUMN "code_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "invitation_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "seats" ADD COLUMN "code_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "invitation_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "invitation_codes" ADD CONSTRAINT "invitation_codes_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invitation_codes" ADD CONSTRAINT "invitation_codes_type_id_attendee_types_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."attendee_types"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_type_id_attendee_types_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."attendee_types"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "invitation_codes_event" ON "invitation_codes" USING btree ("event_id");
--> statement-breakpoint
CREATE INDEX "invitation_codes_due" ON "invitation_codes" USING btree ("outcome","expires_at");
--> statement-breakpoint
CREATE INDEX "invitations_event" ON "invitations" USING btree ("event_id","email_key");
--> statement-breakpoint
CREATE INDEX "invitations_due" ON "invitations" USING btree ("outcome","expires_at");
--> statement-breakpoint
CREATE INDEX "invitations_attendee" ON "invitations" USING btree ("attendee_id");
--> statement-breakpoint
ALTER TABLE "attendees" ADD CONSTRAINT "attendees_code_id_invitation_codes_id_fk" FOREIGN KEY ("code_id") REFERENCES "public"."invitation_codes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_code_id_invitation_codes_id_fk" FOREIGN KEY ("code_id") REFERENCES "public"."invitation_codes"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "attendees_code" ON "attendees" USING btree ("code_id");
--> statement-breakpoint
CREATE INDEX "seats_code" ON "seats" USING btree ("code_id");
--> statement-breakpoint
CREATE INDEX "outbox_invitation" ON "outbox" USING btree ("invitation_id");
--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_invitation" UNIQUE("invitation_id","pool_id");
--> statement-breakpoint
ALTER TABLE "pool_rules" ADD CONSTRAINT "pool_rules_subject" CHECK ("pool_rules"."subject" in ('event', 'type', 'institution', 'country', 'option', 'code'));
--> statement-breakpoint
ALTER TABLE "seats" ADD CONSTRAINT "seats_holder" CHECK (case when "seats"."attendee_id" is null then 0 else 1 end + case when "seats"."invitation_id" is null then 0 else 1 end + case when "seats"."code_id" is null then 0 else 1 end = 1);
--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK ("outbox"."kind" in ('received', 'unconfirmed', 'confirmed', 'waiting', 'promoted', 'moved-to-waiting', 'offered', 'offer-expired', 'declined', 'cancelled', 'invitation', 'link', 'sign-in'));

CREATE TABLE "handovers" (
	"invitation_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"attendee_id" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "mail_refusals" (
	"attendee_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL
);

--> statement-breakpoint
CREATE TABLE "mailing_recipients" (
	"mailing_id" text COLLATE "C" NOT NULL,
	"attendee_id" text COLLATE "C" NOT NULL,
	"skipped" text COLLATE "C",
	CONSTRAINT "mailing_recipients_mailing_id_attendee_id_pk" PRIMARY KEY("mailing_id","attendee_id")
);

--> statement-breakpoint
CREATE TABLE "mailing_texts" (
	"mailing_id" text COLLATE "C" NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	CONSTRAINT "mailing_texts_mailing_id_locale_pk" PRIMARY KEY("mailing_id","locale")
);

--> statement-breakpoint
CREATE TABLE "mailings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"filters" text COLLATE "C" NOT NULL,
	"created_by_id" text COLLATE "C",
	"created_at" bigint NOT NULL,
	"scheduled_for" bigint,
	"started_at" bigint,
	"cancelled_at" bigint,
	"revision" bigint DEFAULT 1 NOT NULL
);

--> statement-breakpoint
CREATE TABLE "message_texts" (
	"event_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "message_texts_event_id_kind_locale_pk" PRIMARY KEY("event_id","kind","locale")
);

--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"days_before" bigint NOT NULL,
	"sent_at" bigint,
	CONSTRAINT "reminders_once" UNIQUE("event_id","days_before")
);

--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind";
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_status";
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "event_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "mailing_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "doubtful_at" bigint;
--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "mail_refusals" ADD CONSTRAINT "mail_refusals_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "mailing_recipients" ADD CONSTRAINT "mailing_recipients_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailings"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "mailing_recipients" ADD CONSTRAINT "mailing_recipients_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "mailing_texts" ADD CONSTRAINT "mailing_texts_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailings"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "message_texts" ADD CONSTRAINT "message_texts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "handovers_attendee" ON "handovers" USING btree ("attendee_id");
--> statement-breakpoint
CREATE INDEX "mailing_recipients_attendee" ON "mailing_recipients" USING btree ("attendee_id");
--> statement-breakpoint
CREATE INDEX "mailings_event" ON "mailings" USING btree ("event_id");
--> statement-breakpoint
CREATE INDEX "mailings_due" ON "mailings" USING btree ("started_at","scheduled_for");
--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailings"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "outbox_event" ON "outbox" USING btree ("event_id","status","created_at");
--> statement-breakpoint
CREATE INDEX "outbox_mailing" ON "outbox" USING btree ("mailing_id");
--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK ("outbox"."kind" in ('received', 'unconfirmed', 'confirmed', 'waiting', 'promoted', 'moved-to-waiting', 'offered', 'offer-expired', 'declined', 'cancelled', 'invitation', 'handover', 'handed-over', 'handover-ended', 'changed', 'event-changed', 'event-cancelled', 'reminder', 'mailing', 'earlier', 'team', 'link', 'sign-in'));
--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_status" CHECK ("outbox"."status" in ('queued', 'sending', 'sent', 'retry', 'failed', 'stopped'));
--> statement-breakpoint
UPDATE outbox SET event_id = (SELECT event_id FROM attendees WHERE attendees.id = outbox.attendee_id) WHERE attendee_id IS NOT NULL;

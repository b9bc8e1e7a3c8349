CREATE TABLE "offers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"attendee_id" text COLLATE "C" NOT NULL,
	"offered_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"outcome" text COLLATE "C",
	"ended_at" bigint,
	CONSTRAINT "offers_outcome" CHECK ("offers"."outcome" in ('accepted', 'declined', 'expired', 'withdrawn')),
	CONSTRAINT "offers_ended" CHECK (("offers"."outcome" is null) = ("offers"."ended_at" is null))
);

--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind";
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "pending_holds" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "waiting_mode" text COLLATE "C" DEFAULT 'automatic' NOT NULL;
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "offer_hours" bigint DEFAULT 48 NOT NULL;
--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "offers_attendee" ON "offers" USING btree ("attendee_id");
--> statement-breakpoint
CREATE INDEX "offers_due" ON "offers" USING btree ("outcome","expires_at");
--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_waiting_mode" CHECK ("events"."waiting_mode" in ('automatic', 'offers', 'manual'));
--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK ("outbox"."kind" in ('received', 'unconfirmed', 'confirmed', 'waiting', 'promoted', 'moved-to-waiting', 'offered', 'offer-expired', 'declined', 'cancelled', 'link', 'sign-in'));

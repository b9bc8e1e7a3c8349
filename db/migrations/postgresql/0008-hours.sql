ALTER TABLE "events" ADD COLUMN "start_time" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "end_time" text COLLATE "C";
--> statement-breakpoint
CREATE INDEX "attendees_by_email" ON "attendees" USING btree ("email_key");

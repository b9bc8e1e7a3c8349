CREATE TABLE "institution_overrides" (
	"institution_id" text COLLATE "C" NOT NULL,
	"field" text COLLATE "C" NOT NULL,
	"value" text COLLATE "C" DEFAULT '' NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text COLLATE "C",
	CONSTRAINT "institution_overrides_institution_id_field_value_pk" PRIMARY KEY("institution_id","field","value"),
	CONSTRAINT "institution_overrides_field" CHECK ("institution_overrides"."field" in ('name', 'city', 'country', 'status', 'dropped-name', 'dropped-identifier'))
);

--> statement-breakpoint
CREATE TABLE "event_partners" (
	"event_id" text COLLATE "C" NOT NULL,
	"position" bigint NOT NULL,
	"institution_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "event_partners_event_id_institution_id_pk" PRIMARY KEY("event_id","institution_id")
);

--> statement-breakpoint
CREATE TABLE "institution_merge_moves" (
	"merge_id" text COLLATE "C" NOT NULL,
	"attendee_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "institution_merge_moves_merge_id_attendee_id_pk" PRIMARY KEY("merge_id","attendee_id")
);

--> statement-breakpoint
CREATE TABLE "institution_merges" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"from_id" text COLLATE "C" NOT NULL,
	"into_id" text COLLATE "C" NOT NULL,
	"at" bigint NOT NULL,
	"by_id" text COLLATE "C",
	"undone_at" bigint,
	"undone_by_id" text COLLATE "C"
);

--> statement-breakpoint
DROP INDEX "institution_identifiers_institution";
--> statement-breakpoint
ALTER TABLE "institution_identifiers" ADD COLUMN "source" text COLLATE "C" DEFAULT 'curated' NOT NULL;
--> statement-breakpoint
ALTER TABLE "institution_names" ADD COLUMN "source" text COLLATE "C" DEFAULT 'curated' NOT NULL;
--> statement-breakpoint
ALTER TABLE "institutions" ADD COLUMN "search_key" text COLLATE "C" DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "institutions" ADD COLUMN "source" text COLLATE "C" DEFAULT 'curated' NOT NULL;
--> statement-breakpoint
ALTER TABLE "institutions" ADD COLUMN "merged_into_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "institutions" ADD COLUMN "record_hash" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "event_texts" ADD COLUMN "outline" text COLLATE "C" DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "institution_overrides" ADD CONSTRAINT "institution_overrides_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "event_partners" ADD CONSTRAINT "event_partners_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "event_partners" ADD CONSTRAINT "event_partners_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "institution_merge_moves" ADD CONSTRAINT "institution_merge_moves_merge_id_institution_merges_id_fk" FOREIGN KEY ("merge_id") REFERENCES "public"."institution_merges"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "institution_merge_moves" ADD CONSTRAINT "institution_merge_moves_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "institution_merges" ADD CONSTRAINT "institution_merges_from_id_institutions_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "institution_merges" ADD CONSTRAINT "institution_merges_into_id_institutions_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "institution_merge_moves_attendee" ON "institution_merge_moves" USING btree ("attendee_id");
--> statement-breakpoint
CREATE INDEX "institution_merges_from" ON "institution_merges" USING btree ("from_id");
--> statement-breakpoint
CREATE INDEX "institution_merges_into" ON "institution_merges" USING btree ("into_id");
--> statement-breakpoint
ALTER TABLE "institutions" ADD CONSTRAINT "institutions_merged_into_id_institutions_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "institution_identifiers_of" ON "institution_identifiers" USING btree ("institution_id","scheme");
--> statement-breakpoint
CREATE INDEX "institutions_by_status" ON "institutions" USING btree ("status","sort_key");
--> statement-breakpoint
CREATE INDEX "institutions_merged" ON "institutions" USING btree ("merged_into_id");
--> statement-breakpoint
ALTER TABLE "institution_identifiers" ADD CONSTRAINT "institution_identifiers_source" CHECK ("institution_identifiers"."source" in ('curated', 'domains', 'ror', 'staff', 'participant'));
--> statement-breakpoint
ALTER TABLE "institution_names" ADD CONSTRAINT "institution_names_source" CHECK ("institution_names"."source" in ('curated', 'domains', 'ror', 'staff', 'participant'));
--> statement-breakpoint
ALTER TABLE "institutions" ADD CONSTRAINT "institutions_source" CHECK ("institutions"."source" in ('curated', 'domains', 'ror', 'staff', 'participant'));
--> statement-breakpoint
UPDATE "institutions" SET "source" = 'participant' WHERE "proposal_key" IS NOT NULL;
--> statement-breakpoint
UPDATE "institution_names" SET "source" = 'participant' WHERE "institution_id" IN (SELECT "id" FROM "institutions" WHERE "proposal_key" IS NOT NULL);

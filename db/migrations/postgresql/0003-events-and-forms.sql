CREATE TABLE "form_section_texts" (
	"section_id" text COLLATE "C" NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" DEFAULT '' NOT NULL,
	"help" text COLLATE "C" DEFAULT '' NOT NULL,
	CONSTRAINT "form_section_texts_section_id_locale_pk" PRIMARY KEY("section_id","locale")
);

--> statement-breakpoint
CREATE TABLE "form_sections" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"stage" text COLLATE "C" NOT NULL,
	"position" bigint NOT NULL,
	"archived_at" bigint,
	CONSTRAINT "form_sections_stage" CHECK ("form_sections"."stage" in ('registration', 'afterwards'))
);

--> statement-breakpoint
CREATE TABLE "question_option_texts" (
	"option_id" text COLLATE "C" NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" DEFAULT '' NOT NULL,
	CONSTRAINT "question_option_texts_option_id_locale_pk" PRIMARY KEY("option_id","locale")
);

--> statement-breakpoint
CREATE TABLE "question_options" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"question_id" text COLLATE "C" NOT NULL,
	"position" bigint NOT NULL,
	"archived_at" bigint
);

--> statement-breakpoint
CREATE TABLE "question_texts" (
	"question_id" text COLLATE "C" NOT NULL,
	"locale" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" DEFAULT '' NOT NULL,
	"help" text COLLATE "C" DEFAULT '' NOT NULL,
	CONSTRAINT "question_texts_question_id_locale_pk" PRIMARY KEY("question_id","locale")
);

--> statement-breakpoint
CREATE TABLE "question_types" (
	"question_id" text COLLATE "C" NOT NULL,
	"type_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "question_types_question_id_type_id_pk" PRIMARY KEY("question_id","type_id")
);

--> statement-breakpoint
CREATE TABLE "questions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"section_id" text COLLATE "C" NOT NULL,
	"position" bigint NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"data_class" text COLLATE "C" NOT NULL,
	"required" bigint DEFAULT 0 NOT NULL,
	"required_from" text COLLATE "C",
	"staff_only" bigint DEFAULT 0 NOT NULL,
	"min" double precision,
	"max" double precision,
	"earliest" text COLLATE "C",
	"latest" text COLLATE "C",
	"condition" text COLLATE "C",
	"archived_at" bigint,
	"revision" bigint DEFAULT 1 NOT NULL,
	CONSTRAINT "questions_kind" CHECK ("questions"."kind" in ('short', 'long', 'number', 'yes-no', 'one', 'several', 'list', 'date', 'time', 'travel', 'phone', 'country', 'institution', 'url', 'file', 'picture', 'consent')),
	CONSTRAINT "questions_data_class" CHECK ("questions"."data_class" in ('identity', 'contact', 'logistics', 'sensitive'))
);

--> statement-breakpoint
CREATE TABLE "files" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"event_id" text COLLATE "C" NOT NULL,
	"purpose" text COLLATE "C" NOT NULL,
	"question_id" text COLLATE "C",
	"attendee_id" text COLLATE "C",
	"draft_hash" text COLLATE "C",
	"name" text COLLATE "C" NOT NULL,
	"media_type" text COLLATE "C" NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "files_purpose" CHECK ("files"."purpose" in ('answer', 'cover'))
);

--> statement-breakpoint
CREATE TABLE "answers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"attendee_id" text COLLATE "C" NOT NULL,
	"question_id" text COLLATE "C" NOT NULL,
	"slot" text COLLATE "C" DEFAULT '' NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"number" double precision,
	"option_id" text COLLATE "C",
	"country_code" text COLLATE "C",
	"institution_id" text COLLATE "C",
	"file_id" text COLLATE "C",
	"answered_at" bigint NOT NULL,
	CONSTRAINT "answers_once" UNIQUE("attendee_id","question_id","slot")
);

--> statement-breakpoint
ALTER TABLE "attendee_types" DROP CONSTRAINT "attendee_types_position";
--> statement-breakpoint
ALTER TABLE "consents" DROP CONSTRAINT "consents_purpose";
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind";
--> statement-breakpoint
ALTER TABLE "attendee_types" ADD COLUMN "archived_at" bigint;
--> statement-breakpoint
ALTER TABLE "event_texts" ADD COLUMN "address" text COLLATE "C" DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "approval" bigint DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "freezes_at" bigint;
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "confirm_hours" bigint;
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "online_url" text COLLATE "C" DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "cover_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "accent" text COLLATE "C" DEFAULT '' NOT NULL;
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "revision" bigint DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE "attendees" ADD COLUMN "confirm_by" bigint;
--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "question_id" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "form_section_texts" ADD CONSTRAINT "form_section_texts_section_id_form_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."form_sections"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "form_sections" ADD CONSTRAINT "form_sections_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "question_option_texts" ADD CONSTRAINT "question_option_texts_option_id_question_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."question_options"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "question_options" ADD CONSTRAINT "question_options_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "question_texts" ADD CONSTRAINT "question_texts_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "question_types" ADD CONSTRAINT "question_types_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "question_types" ADD CONSTRAINT "question_types_type_id_attendee_types_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."attendee_types"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_section_id_form_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."form_sections"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_attendee_id_attendees_id_fk" FOREIGN KEY ("attendee_id") REFERENCES "public"."attendees"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_option_id_question_options_id_fk" FOREIGN KEY ("option_id") REFERENCES "public"."question_options"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_country_code_countries_code_fk" FOREIGN KEY ("country_code") REFERENCES "public"."countries"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_institution_id_institutions_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."institutions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "form_sections_event" ON "form_sections" USING btree ("event_id");
--> statement-breakpoint
CREATE INDEX "question_options_question" ON "question_options" USING btree ("question_id");
--> statement-breakpoint
CREATE INDEX "question_types_type" ON "question_types" USING btree ("type_id");
--> statement-breakpoint
CREATE INDEX "questions_event" ON "questions" USING btree ("event_id");
--> statement-breakpoint
CREATE INDEX "questions_section" ON "questions" USING btree ("section_id");
--> statement-breakpoint
CREATE INDEX "files_attendee" ON "files" USING btree ("attendee_id");
--> statement-breakpoint
CREATE INDEX "files_event" ON "files" USING btree ("event_id","purpose");
--> statement-breakpoint
CREATE INDEX "files_draft" ON "files" USING btree ("draft_hash");
--> statement-breakpoint
CREATE INDEX "answers_question" ON "answers" USING btree ("question_id","text");
--> statement-breakpoint
CREATE INDEX "answers_option" ON "answers" USING btree ("option_id");
--> statement-breakpoint
CREATE INDEX "answers_institution" ON "answers" USING btree ("institution_id");
--> statement-breakpoint
CREATE INDEX "answers_file" ON "answers" USING btree ("file_id");
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "attendee_types_order" ON "attendee_types" USING btree ("event_id","position");
--> statement-breakpoint
CREATE INDEX "attendees_confirm_by" ON "attendees" USING btree ("confirm_by");
--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_purpose" CHECK ("consents"."purpose" in ('privacy', 'participant_list', 'question'));
--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK ("outbox"."kind" in ('received', 'unconfirmed', 'confirmed', 'waiting', 'promoted', 'moved-to-waiting', 'cancelled', 'link', 'sign-in'));

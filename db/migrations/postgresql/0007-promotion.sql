ALTER TABLE "events" ADD COLUMN "promotion_owed" bigint DEFAULT 0 NOT NULL;

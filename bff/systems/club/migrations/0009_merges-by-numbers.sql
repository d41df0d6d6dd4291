ALTER TABLE "club"."identity_reviews" DROP CONSTRAINT "identity_reviews_decided";--> statement-breakpoint
ALTER TABLE "club"."member_merges" DROP CONSTRAINT "member_merges_cause";--> statement-breakpoint
ALTER TABLE "club"."member_merges" ADD COLUMN "told_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "member_merges_to_tell" ON "club"."member_merges" USING btree ("at","id") WHERE told_at is null;--> statement-breakpoint
ALTER TABLE "club"."identity_reviews" ADD CONSTRAINT "identity_reviews_decided" CHECK ((state = 'open') = (decided_at is null) and (state = 'open') = (decision_request_id is null) and (state <> 'open' or decided_by is null) and (state <> 'refused' or decided_by is not null));--> statement-breakpoint
ALTER TABLE "club"."member_merges" ADD CONSTRAINT "member_merges_cause" CHECK (cause in ('phoneBinding', 'identityReview', 'bothNumbers'));
ALTER TABLE "club"."redemptions" ADD COLUMN "limit_holder" text;--> statement-breakpoint
ALTER TABLE "club"."redemptions" ADD COLUMN "limit_day" date;--> statement-breakpoint
ALTER TABLE "club"."redemptions" ADD COLUMN "limit_no" smallint;--> statement-breakpoint
CREATE UNIQUE INDEX "redemptions_day_limit" ON "club"."redemptions" USING btree ("limit_holder","service_id","limit_day","limit_no") WHERE limit_no is not null and reversed_at is null;--> statement-breakpoint
ALTER TABLE "club"."redemptions" ADD CONSTRAINT "redemptions_limit" CHECK ((limit_no is null) = (limit_holder is null) and (limit_no is null) = (limit_day is null) and limit_no >= 1);
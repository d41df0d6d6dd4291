CREATE TABLE "bff"."access_records" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"viewer_role" text NOT NULL,
	"viewer_id" text NOT NULL,
	"viewer_name_sealed" "bytea",
	"place" text,
	"action" text NOT NULL,
	"fields" text[] NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"copied_from_id" text
);
--> statement-breakpoint
CREATE TABLE "bff"."account_deletions" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"requested_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "account_deletions_one_end" CHECK ("bff"."account_deletions"."cancelled_at" is null or "bff"."account_deletions"."done_at" is null)
);
--> statement-breakpoint
CREATE TABLE "bff"."data_exports" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"session_id" text NOT NULL,
	"content_sealed" "bytea" NOT NULL,
	"bytes" integer NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bff"."consents" ADD COLUMN "wording" text;--> statement-breakpoint
ALTER TABLE "bff"."consents" ADD COLUMN "how" text;--> statement-breakpoint
ALTER TABLE "bff"."consents" ADD COLUMN "client" text;--> statement-breakpoint
CREATE INDEX "access_records_by_account" ON "bff"."access_records" USING btree ("account_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_deletions_one_open" ON "bff"."account_deletions" USING btree ("account_id") WHERE "bff"."account_deletions"."cancelled_at" is null and "bff"."account_deletions"."done_at" is null;--> statement-breakpoint
CREATE INDEX "account_deletions_unfinished" ON "bff"."account_deletions" USING btree ("next_try_at") WHERE "bff"."account_deletions"."cancelled_at" is null and "bff"."account_deletions"."done_at" is null;--> statement-breakpoint
CREATE INDEX "data_exports_by_account" ON "bff"."data_exports" USING btree ("account_id","made_at");--> statement-breakpoint
CREATE INDEX "data_exports_by_expiry" ON "bff"."data_exports" USING btree ("expires_at");
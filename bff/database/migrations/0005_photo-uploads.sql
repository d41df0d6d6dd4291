CREATE TABLE "bff"."photo_uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"request_key" text NOT NULL,
	"shot" text NOT NULL,
	"bytes" integer NOT NULL,
	"chunk_bytes" integer NOT NULL,
	"received_bytes" integer DEFAULT 0 NOT NULL,
	"chunk_hashes" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"sha256" text,
	"content_key_sealed" "bytea",
	"lease_token" text,
	"lease_until" timestamp (3) with time zone,
	"chunks_gone_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"touched_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "photo_uploads_received" CHECK ("bff"."photo_uploads"."received_bytes" between 0 and "bff"."photo_uploads"."bytes"),
	CONSTRAINT "photo_uploads_hashes" CHECK (length("bff"."photo_uploads"."chunk_hashes") = 64 * ceil("bff"."photo_uploads"."received_bytes"::numeric / "bff"."photo_uploads"."chunk_bytes")),
	CONSTRAINT "photo_uploads_key" CHECK (("bff"."photo_uploads"."state" = 'open') = ("bff"."photo_uploads"."content_key_sealed" is not null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "photo_uploads_request" ON "bff"."photo_uploads" USING btree ("owner_id","request_key");--> statement-breakpoint
CREATE INDEX "photo_uploads_by_claim" ON "bff"."photo_uploads" USING btree ("claim_id","owner_id");--> statement-breakpoint
CREATE INDEX "photo_uploads_untouched" ON "bff"."photo_uploads" USING btree ("touched_at");
CREATE TABLE "bff"."photo_link_photos" (
	"photo_id" text PRIMARY KEY NOT NULL,
	"link_id" text NOT NULL,
	"shot" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bff"."photo_links" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"account_id" text NOT NULL,
	"request_key" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"phone_index" "bytea" NOT NULL,
	"phone_sealed" "bytea" NOT NULL,
	"photos_left" smallint NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "photo_links_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "bff"."queued_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"request_key" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	"report_sealed" "bytea" NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"claim_id" text,
	"refusal_code" text,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"delivered_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "bff"."photo_link_photos" ADD CONSTRAINT "photo_link_photos_link_id_photo_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "bff"."photo_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "photo_link_photos_link" ON "bff"."photo_link_photos" USING btree ("link_id");--> statement-breakpoint
CREATE UNIQUE INDEX "photo_links_request" ON "bff"."photo_links" USING btree ("account_id","request_key");--> statement-breakpoint
CREATE UNIQUE INDEX "photo_links_living" ON "bff"."photo_links" USING btree ("claim_id","phone_index") WHERE "bff"."photo_links"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "photo_links_expiry" ON "bff"."photo_links" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "queued_reports_request" ON "bff"."queued_reports" USING btree ("account_id","request_key");--> statement-breakpoint
CREATE INDEX "queued_reports_due" ON "bff"."queued_reports" USING btree ("due_at") WHERE "bff"."queued_reports"."state" = 'queued';
CREATE SCHEMA "sms";
--> statement-breakpoint
CREATE TABLE "sms"."messages" (
	"id" text PRIMARY KEY NOT NULL,
	"request_key" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	"template" text NOT NULL,
	"phone_index" "bytea" NOT NULL,
	"content_sealed" "bytea" NOT NULL,
	"accepted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "messages_request_key_unique" UNIQUE("request_key")
);
--> statement-breakpoint
CREATE INDEX "messages_by_phone" ON "sms"."messages" USING btree ("phone_index","id");--> statement-breakpoint
CREATE INDEX "messages_by_time" ON "sms"."messages" USING btree ("accepted_at");
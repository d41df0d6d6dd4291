CREATE TABLE "bff"."message_acceptances" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"kind" text NOT NULL,
	"openid_sealed" "bytea" NOT NULL,
	"openid_index" "bytea" NOT NULL,
	"accepted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"message_key" text,
	"taken_at" timestamp (3) with time zone,
	"outcome" text,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "message_acceptances_message_key_unique" UNIQUE("message_key")
);
--> statement-breakpoint
CREATE INDEX "message_acceptances_free" ON "bff"."message_acceptances" USING btree ("account_id","kind","accepted_at") WHERE "bff"."message_acceptances"."message_key" is null and "bff"."message_acceptances"."outcome" is null;--> statement-breakpoint
CREATE INDEX "message_acceptances_openid" ON "bff"."message_acceptances" USING btree ("openid_index","kind");--> statement-breakpoint
CREATE INDEX "message_acceptances_ended" ON "bff"."message_acceptances" USING btree ("ended_at");
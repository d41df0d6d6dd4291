CREATE TABLE "wechat"."acceptances" (
	"openid" text NOT NULL,
	"template_id" text NOT NULL,
	"left_count" integer NOT NULL,
	CONSTRAINT "acceptances_openid_template_id_pk" PRIMARY KEY("openid","template_id")
);
--> statement-breakpoint
CREATE TABLE "wechat"."devices" (
	"openid" text PRIMARY KEY NOT NULL,
	"phone_index" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wechat"."messages" (
	"id" text PRIMARY KEY NOT NULL,
	"openid" text NOT NULL,
	"content_sealed" "bytea" NOT NULL,
	"sent_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "devices_by_phone" ON "wechat"."devices" USING btree ("phone_index");--> statement-breakpoint
CREATE INDEX "messages_by_openid" ON "wechat"."messages" USING btree ("openid","sent_at");
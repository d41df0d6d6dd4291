CREATE SCHEMA "wechat";
--> statement-breakpoint
CREATE TABLE "wechat"."access_tokens" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wechat"."login_codes" (
	"code_hash" "bytea" PRIMARY KEY NOT NULL,
	"openid" text NOT NULL,
	"unionid" text NOT NULL,
	"planned_errcode" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "wechat"."phone_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"phone_sealed" "bytea" NOT NULL,
	"planned_errcode" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "phone_codes_code_hash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE INDEX "login_codes_by_openid" ON "wechat"."login_codes" USING btree ("openid","used_at");
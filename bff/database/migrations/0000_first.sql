CREATE SCHEMA "bff";
--> statement-breakpoint
CREATE TABLE "bff"."consents" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"purpose" text NOT NULL,
	"document_version" text NOT NULL,
	"granted" boolean NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"copied_from_id" text
);
--> statement-breakpoint
CREATE TABLE "bff"."follow_ups" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"payload_sealed" "bytea" NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bff"."idempotency_records" (
	"scope" text NOT NULL,
	"request_key" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	"lease_token" text NOT NULL,
	"lease_until" timestamp (3) with time zone NOT NULL,
	"status" smallint,
	"answer_sealed" "bytea",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_records_scope_request_key_pk" PRIMARY KEY("scope","request_key"),
	CONSTRAINT "idempotency_records_finished" CHECK (("bff"."idempotency_records"."status" is null) = ("bff"."idempotency_records"."answer_sealed" is null))
);
--> statement-breakpoint
CREATE TABLE "bff"."rate_limits" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "bff"."refresh_tokens" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"predecessor_hash" "bytea",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"exchanged_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "bff"."sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"audience" text NOT NULL,
	"client" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"end_reason" text,
	CONSTRAINT "sessions_end_has_reason" CHECK (("bff"."sessions"."ended_at" is null) = ("bff"."sessions"."end_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "bff"."sms_codes" (
	"audience" text NOT NULL,
	"phone_index" "bytea" NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"tries_left" smallint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "sms_codes_audience_phone_index_pk" PRIMARY KEY("audience","phone_index"),
	CONSTRAINT "sms_codes_tries" CHECK ("bff"."sms_codes"."tries_left" >= 0)
);
--> statement-breakpoint
CREATE TABLE "bff"."last_known" (
	"subject" text NOT NULL,
	"what" text NOT NULL,
	"answer_sealed" "bytea" NOT NULL,
	"as_of" timestamp (3) with time zone NOT NULL,
	"saved_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "last_known_subject_what_pk" PRIMARY KEY("subject","what")
);
--> statement-breakpoint
CREATE TABLE "bff"."claim_photos" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"slot" smallint NOT NULL,
	"shot" text NOT NULL,
	"state" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"content_key_sealed" "bytea",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"files_gone_at" timestamp (3) with time zone,
	"announced_at" timestamp (3) with time zone,
	"withdrawal_announced_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "claim_photos_slot" CHECK ("bff"."claim_photos"."slot" between 1 and 30),
	CONSTRAINT "claim_photos_sha256" CHECK ("bff"."claim_photos"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "claim_photos_key" CHECK (("bff"."claim_photos"."state" = 'removed') = ("bff"."claim_photos"."content_key_sealed" is null))
);
--> statement-breakpoint
ALTER TABLE "bff"."refresh_tokens" ADD CONSTRAINT "refresh_tokens_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "bff"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consents_by_account" ON "bff"."consents" USING btree ("account_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "consents_copied_once" ON "bff"."consents" USING btree ("account_id","copied_from_id");--> statement-breakpoint
CREATE INDEX "follow_ups_by_due" ON "bff"."follow_ups" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "idempotency_records_by_age" ON "bff"."idempotency_records" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "rate_limits_by_expiry" ON "bff"."rate_limits" USING btree ("expire");--> statement-breakpoint
CREATE INDEX "refresh_tokens_by_session" ON "bff"."refresh_tokens" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_by_predecessor" ON "bff"."refresh_tokens" USING btree ("predecessor_hash");--> statement-breakpoint
CREATE INDEX "sessions_live_by_account" ON "bff"."sessions" USING btree ("account_id") WHERE "bff"."sessions"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "sessions_by_end" ON "bff"."sessions" USING btree ("ended_at") WHERE "bff"."sessions"."ended_at" is not null;--> statement-breakpoint
CREATE INDEX "sessions_by_expiry" ON "bff"."sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sms_codes_by_expiry" ON "bff"."sms_codes" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "last_known_by_age" ON "bff"."last_known" USING btree ("saved_at");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_photos_one_per_slot" ON "bff"."claim_photos" USING btree ("claim_id","slot") WHERE "bff"."claim_photos"."state" <> 'removed';--> statement-breakpoint
CREATE INDEX "claim_photos_by_claim" ON "bff"."claim_photos" USING btree ("claim_id","owner_id","created_at");--> statement-breakpoint
CREATE INDEX "claim_photos_unfinished" ON "bff"."claim_photos" USING btree ("due_at") WHERE "bff"."claim_photos"."state" = 'storing' or ("bff"."claim_photos"."state" = 'received' and "bff"."claim_photos"."announced_at" is null) or ("bff"."claim_photos"."state" = 'removed' and ("bff"."claim_photos"."withdrawal_announced_at" is null or "bff"."claim_photos"."files_gone_at" is null));
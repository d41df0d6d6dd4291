CREATE TABLE "core"."verified_identities" (
	"subject" text NOT NULL,
	"name_index" "bytea" NOT NULL,
	"id_number_index" "bytea" NOT NULL,
	"verified_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "verified_identities_subject_name_index_id_number_index_pk" PRIMARY KEY("subject","name_index","id_number_index")
);
--> statement-breakpoint
CREATE TABLE "core"."hidden_policies" (
	"subject" text NOT NULL,
	"policy_id" text NOT NULL,
	"hidden_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hidden_policies_subject_policy_id_pk" PRIMARY KEY("subject","policy_id")
);
--> statement-breakpoint
CREATE TABLE "core"."service_records" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"policy_id" text NOT NULL,
	"kind" text NOT NULL,
	"item" text,
	"request_id" text NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"receipt_no" text NOT NULL,
	"content_sealed" "bytea" NOT NULL,
	"undoes" text,
	"open" boolean NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "service_records_receipt_no_unique" UNIQUE("receipt_no"),
	CONSTRAINT "service_records_undoes_unique" UNIQUE("undoes")
);
--> statement-breakpoint
ALTER TABLE "core"."customers" ADD COLUMN "address_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "core"."clauses" ADD COLUMN "article" text;--> statement-breakpoint
ALTER TABLE "core"."clauses" ADD COLUMN "exclusions" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."coverages" ADD COLUMN "units" integer;--> statement-breakpoint
ALTER TABLE "core"."endorsements" ADD COLUMN "endorsement_no" text;--> statement-breakpoint
ALTER TABLE "core"."endorsements" ADD COLUMN "detail" text;--> statement-breakpoint
ALTER TABLE "core"."policies" ADD COLUMN "no_claim_years" integer;--> statement-breakpoint
ALTER TABLE "core"."policies" ADD COLUMN "claims_counted" integer;--> statement-breakpoint
ALTER TABLE "core"."policies" ADD COLUMN "premium_factor_percent" integer;--> statement-breakpoint
ALTER TABLE "core"."policies" ADD COLUMN "vehicle_tax_fen" bigint;--> statement-breakpoint
ALTER TABLE "core"."policies" ADD COLUMN "vehicle_tax_year" integer;--> statement-breakpoint
ALTER TABLE "core"."hidden_policies" ADD CONSTRAINT "hidden_policies_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "core"."policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."service_records" ADD CONSTRAINT "service_records_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "core"."policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."service_records" ADD CONSTRAINT "service_records_undoes_service_records_id_fk" FOREIGN KEY ("undoes") REFERENCES "core"."service_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "service_records_request" ON "core"."service_records" USING btree ("subject","request_id");--> statement-breakpoint
CREATE INDEX "service_records_subject" ON "core"."service_records" USING btree ("subject","at");--> statement-breakpoint
CREATE UNIQUE INDEX "service_records_lost" ON "core"."service_records" USING btree ("policy_id","item") WHERE "core"."service_records"."kind" = 'lossReport' and "core"."service_records"."open";--> statement-breakpoint
ALTER TABLE "core"."endorsements" ADD CONSTRAINT "endorsements_endorsement_no_unique" UNIQUE("endorsement_no");
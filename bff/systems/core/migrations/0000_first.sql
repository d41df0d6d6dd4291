CREATE SCHEMA "core";
--> statement-breakpoint
CREATE TABLE "core"."branches" (
	"id" text PRIMARY KEY NOT NULL,
	"parent_id" text,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."claim_events" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"kind" text NOT NULL,
	"detail" text NOT NULL,
	"actor_role" text NOT NULL,
	"actor_subject" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."claim_photos" (
	"claim_id" text NOT NULL,
	"photo_id" text NOT NULL,
	"shot" text NOT NULL,
	"content_hash" "bytea" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "claim_photos_claim_id_photo_id_pk" PRIMARY KEY("claim_id","photo_id")
);
--> statement-breakpoint
CREATE TABLE "core"."claim_policies" (
	"claim_id" text NOT NULL,
	"policy_id" text NOT NULL,
	CONSTRAINT "claim_policies_claim_id_policy_id_pk" PRIMARY KEY("claim_id","policy_id")
);
--> statement-breakpoint
CREATE TABLE "core"."claim_steps" (
	"claim_id" text NOT NULL,
	"position" integer NOT NULL,
	"code" text NOT NULL,
	"owner_id" text,
	"due_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "claim_steps_claim_id_position_pk" PRIMARY KEY("claim_id","position")
);
--> statement-breakpoint
CREATE TABLE "core"."claims" (
	"id" text PRIMARY KEY NOT NULL,
	"report_no" text NOT NULL,
	"branch_id" text,
	"subject" text NOT NULL,
	"request_id" text NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"receipt_sealed" "bytea" NOT NULL,
	"plate_sealed" "bytea" NOT NULL,
	"scenario" text NOT NULL,
	"injured" boolean NOT NULL,
	"casualties_sealed" "bytea" NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"address_sealed" "bytea" NOT NULL,
	"position_sealed" "bytea",
	"driver_name_sealed" "bytea" NOT NULL,
	"contact_phone_sealed" "bytea" NOT NULL,
	"description_sealed" "bytea",
	"other_parties_sealed" "bytea" NOT NULL,
	"status" text NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL,
	"open" boolean DEFAULT true NOT NULL,
	"moves_by_itself" boolean DEFAULT false NOT NULL,
	CONSTRAINT "claims_report_no_unique" UNIQUE("report_no")
);
--> statement-breakpoint
CREATE TABLE "core"."clauses" (
	"id" text PRIMARY KEY NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."coverages" (
	"policy_id" text NOT NULL,
	"code" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"sum_insured_fen" bigint,
	"deductible_percent" integer DEFAULT 0 NOT NULL,
	"clause_id" text NOT NULL,
	CONSTRAINT "coverages_policy_id_code_pk" PRIMARY KEY("policy_id","code"),
	CONSTRAINT "coverages_deductible" CHECK ("core"."coverages"."deductible_percent" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "core"."customers" (
	"id" text PRIMARY KEY NOT NULL,
	"branch_id" text NOT NULL,
	"kind" text NOT NULL,
	"name_sealed" "bytea" NOT NULL,
	"name_index" "bytea" NOT NULL,
	"id_type" text NOT NULL,
	"id_number_sealed" "bytea" NOT NULL,
	"id_number_index" "bytea" NOT NULL,
	"phone_sealed" "bytea",
	"phone_index" "bytea",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."endorsements" (
	"id" text PRIMARY KEY NOT NULL,
	"policy_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"title" text NOT NULL,
	"change_fen" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."identity_links" (
	"subject" text NOT NULL,
	"customer_id" text NOT NULL,
	"linked_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identity_links_subject_customer_id_pk" PRIMARY KEY("subject","customer_id")
);
--> statement-breakpoint
CREATE TABLE "core"."payments" (
	"id" text PRIMARY KEY NOT NULL,
	"policy_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"amount_fen" bigint NOT NULL,
	"method" text NOT NULL,
	"state" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."policies" (
	"id" text PRIMARY KEY NOT NULL,
	"branch_id" text NOT NULL,
	"policy_no" text NOT NULL,
	"product" text NOT NULL,
	"product_name" text NOT NULL,
	"vehicle_id" text NOT NULL,
	"policyholder_id" text NOT NULL,
	"insured_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"account_manager_id" text,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"premium_fen" bigint NOT NULL,
	CONSTRAINT "policies_policy_no_unique" UNIQUE("policy_no"),
	CONSTRAINT "policies_period" CHECK ("core"."policies"."starts_at" < "core"."policies"."ends_at"),
	CONSTRAINT "policies_premium" CHECK ("core"."policies"."premium_fen" >= 0)
);
--> statement-breakpoint
CREATE TABLE "core"."staff" (
	"id" text PRIMARY KEY NOT NULL,
	"branch_id" text NOT NULL,
	"role" text NOT NULL,
	"name_sealed" "bytea" NOT NULL,
	"phone_sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."vehicles" (
	"id" text PRIMARY KEY NOT NULL,
	"branch_id" text NOT NULL,
	"plate_sealed" "bytea" NOT NULL,
	"plate_index" "bytea" NOT NULL,
	"plate_type" text NOT NULL,
	"vin_sealed" "bytea" NOT NULL,
	"vin_index" "bytea" NOT NULL,
	"engine_no_sealed" "bytea" NOT NULL,
	"model" text NOT NULL,
	"new_energy" boolean NOT NULL,
	"seats" integer NOT NULL,
	"registered_on" date NOT NULL,
	CONSTRAINT "vehicles_vin_index_unique" UNIQUE("vin_index")
);
--> statement-breakpoint
ALTER TABLE "core"."branches" ADD CONSTRAINT "branches_parent_id_branches_id_fk" FOREIGN KEY ("parent_id") REFERENCES "core"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_events" ADD CONSTRAINT "claim_events_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "core"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_photos" ADD CONSTRAINT "claim_photos_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "core"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_policies" ADD CONSTRAINT "claim_policies_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "core"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_policies" ADD CONSTRAINT "claim_policies_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "core"."policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_steps" ADD CONSTRAINT "claim_steps_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "core"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_steps" ADD CONSTRAINT "claim_steps_owner_id_staff_id_fk" FOREIGN KEY ("owner_id") REFERENCES "core"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claims" ADD CONSTRAINT "claims_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "core"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."coverages" ADD CONSTRAINT "coverages_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "core"."policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."coverages" ADD CONSTRAINT "coverages_clause_id_clauses_id_fk" FOREIGN KEY ("clause_id") REFERENCES "core"."clauses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."customers" ADD CONSTRAINT "customers_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "core"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."endorsements" ADD CONSTRAINT "endorsements_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "core"."policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."identity_links" ADD CONSTRAINT "identity_links_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "core"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."payments" ADD CONSTRAINT "payments_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "core"."policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."policies" ADD CONSTRAINT "policies_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "core"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."policies" ADD CONSTRAINT "policies_vehicle_id_vehicles_id_fk" FOREIGN KEY ("vehicle_id") REFERENCES "core"."vehicles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."policies" ADD CONSTRAINT "policies_policyholder_id_customers_id_fk" FOREIGN KEY ("policyholder_id") REFERENCES "core"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."policies" ADD CONSTRAINT "policies_insured_id_customers_id_fk" FOREIGN KEY ("insured_id") REFERENCES "core"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."policies" ADD CONSTRAINT "policies_owner_id_customers_id_fk" FOREIGN KEY ("owner_id") REFERENCES "core"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."policies" ADD CONSTRAINT "policies_account_manager_id_staff_id_fk" FOREIGN KEY ("account_manager_id") REFERENCES "core"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."staff" ADD CONSTRAINT "staff_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "core"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."vehicles" ADD CONSTRAINT "vehicles_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "core"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_events_claim" ON "core"."claim_events" USING btree ("claim_id","at");--> statement-breakpoint
CREATE INDEX "claim_policies_policy" ON "core"."claim_policies" USING btree ("policy_id");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_steps_code" ON "core"."claim_steps" USING btree ("claim_id","code");--> statement-breakpoint
CREATE INDEX "claim_steps_owner" ON "core"."claim_steps" USING btree ("owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "claims_request" ON "core"."claims" USING btree ("subject","request_id");--> statement-breakpoint
CREATE INDEX "claims_subject" ON "core"."claims" USING btree ("subject","reported_at","id");--> statement-breakpoint
CREATE INDEX "claims_moving" ON "core"."claims" USING btree ("moved_at") WHERE "core"."claims"."open" and "core"."claims"."moves_by_itself";--> statement-breakpoint
CREATE INDEX "customers_identity" ON "core"."customers" USING btree ("id_number_index","name_index");--> statement-breakpoint
CREATE INDEX "customers_phone" ON "core"."customers" USING btree ("phone_index");--> statement-breakpoint
CREATE INDEX "endorsements_policy" ON "core"."endorsements" USING btree ("policy_id","at");--> statement-breakpoint
CREATE INDEX "identity_links_customer" ON "core"."identity_links" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "payments_policy" ON "core"."payments" USING btree ("policy_id","at");--> statement-breakpoint
CREATE INDEX "policies_vehicle" ON "core"."policies" USING btree ("vehicle_id","starts_at");--> statement-breakpoint
CREATE INDEX "policies_policyholder" ON "core"."policies" USING btree ("policyholder_id");--> statement-breakpoint
CREATE INDEX "policies_insured" ON "core"."policies" USING btree ("insured_id");--> statement-breakpoint
CREATE INDEX "policies_account_manager" ON "core"."policies" USING btree ("account_manager_id");--> statement-breakpoint
CREATE INDEX "staff_branch_role" ON "core"."staff" USING btree ("branch_id","role");--> statement-breakpoint
CREATE INDEX "vehicles_plate" ON "core"."vehicles" USING btree ("plate_index");
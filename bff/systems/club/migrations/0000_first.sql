CREATE SCHEMA "club";
--> statement-breakpoint
CREATE TABLE "club"."branches" (
	"id" text PRIMARY KEY NOT NULL,
	"parent_id" text,
	"name" text NOT NULL,
	"takes_new_members" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "club"."identity_bindings" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"outcome" text NOT NULL,
	"answer_sealed" "bytea" NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"request_scope" text NOT NULL,
	"request_id" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	CONSTRAINT "identity_bindings_request" UNIQUE("request_scope","request_id"),
	CONSTRAINT "identity_bindings_outcome" CHECK (outcome in ('verified', 'heldByAnother'))
);
--> statement-breakpoint
CREATE TABLE "club"."identity_reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"branch_id" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"kind" text NOT NULL,
	"name_sealed" "bytea" NOT NULL,
	"id_number_sealed" "bytea" NOT NULL,
	"id_number_index" "bytea" NOT NULL,
	"cause" text NOT NULL,
	"submitted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"reason_sealed" "bytea",
	"request_scope" text NOT NULL,
	"request_id" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	"decision_scope" text,
	"decision_request_id" text,
	"decision_input_hash" "bytea",
	CONSTRAINT "identity_reviews_request" UNIQUE("request_scope","request_id"),
	CONSTRAINT "identity_reviews_decision" UNIQUE("decision_scope","decision_request_id"),
	CONSTRAINT "identity_reviews_state" CHECK (state in ('open', 'accepted', 'refused')),
	CONSTRAINT "identity_reviews_kind" CHECK (kind in ('person', 'organisation')),
	CONSTRAINT "identity_reviews_cause" CHECK (cause in ('noMatch', 'sharedPhone', 'heldByAnother', 'providerAway')),
	CONSTRAINT "identity_reviews_decided" CHECK ((state = 'open') = (decided_at is null) and (state = 'open') = (decided_by is null) and (state = 'open') = (decision_request_id is null))
);
--> statement-breakpoint
CREATE TABLE "club"."member_merges" (
	"id" text PRIMARY KEY NOT NULL,
	"from_member_id" text NOT NULL,
	"into_member_id" text NOT NULL,
	"cause" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_merges_from_member_id_unique" UNIQUE("from_member_id"),
	CONSTRAINT "member_merges_cause" CHECK (cause in ('phoneBinding', 'identityReview'))
);
--> statement-breakpoint
CREATE TABLE "club"."members" (
	"id" text PRIMARY KEY NOT NULL,
	"branch_id" text NOT NULL,
	"phone_sealed" "bytea",
	"phone_index" "bytea",
	"identity_kind" text,
	"name_sealed" "bytea",
	"id_number_sealed" "bytea",
	"id_number_index" "bytea",
	"level" text DEFAULT 'basic' NOT NULL,
	"identity_verified_at" timestamp (3) with time zone,
	"merged_into" text,
	"theme" text DEFAULT 'system' NOT NULL,
	"elder" boolean DEFAULT false NOT NULL,
	"source_scene" text,
	"source_ref" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "members_phone_once" UNIQUE("phone_index"),
	CONSTRAINT "members_id_number_once" UNIQUE("id_number_index"),
	CONSTRAINT "members_level" CHECK (level in ('basic', 'senior')),
	CONSTRAINT "members_theme" CHECK (theme in ('system', 'light', 'dark')),
	CONSTRAINT "members_identity_kind" CHECK (identity_kind in ('person', 'organisation')),
	CONSTRAINT "members_phone_both" CHECK ((phone_sealed is null) = (phone_index is null)),
	CONSTRAINT "members_senior_is_verified" CHECK ((level = 'senior') = (identity_verified_at is not null) and (level = 'basic' or (identity_kind is not null and name_sealed is not null and id_number_sealed is not null and id_number_index is not null))),
	CONSTRAINT "members_merged_is_empty" CHECK (merged_into is null or (phone_index is null and id_number_index is null and merged_into <> id))
);
--> statement-breakpoint
CREATE TABLE "club"."operators" (
	"id" text PRIMARY KEY NOT NULL,
	"branch_id" text NOT NULL,
	"phone_sealed" "bytea" NOT NULL,
	"phone_index" "bytea" NOT NULL,
	"name_sealed" "bytea" NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operators_phone_once" UNIQUE("phone_index")
);
--> statement-breakpoint
CREATE TABLE "club"."vehicles" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"plate_sealed" "bytea" NOT NULL,
	"plate_index" "bytea" NOT NULL,
	"plate_type" text NOT NULL,
	"vin_sealed" "bytea" NOT NULL,
	"engine_no_sealed" "bytea" NOT NULL,
	"model" text,
	"seats" integer,
	"added_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"request_scope" text NOT NULL,
	"request_id" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	CONSTRAINT "vehicles_request" UNIQUE("request_scope","request_id"),
	CONSTRAINT "vehicles_plate_type" CHECK (plate_type in ('02', '51', '52'))
);
--> statement-breakpoint
CREATE TABLE "club"."wechat_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"openid_sealed" "bytea" NOT NULL,
	"openid_index" "bytea" NOT NULL,
	"unionid_sealed" "bytea",
	"unionid_index" "bytea",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "wechat_accounts_openid_once" UNIQUE("openid_index")
);
--> statement-breakpoint
CREATE TABLE "club"."clerk_stores" (
	"clerk_id" text NOT NULL,
	"store_id" text NOT NULL,
	CONSTRAINT "clerk_stores_clerk_id_store_id_pk" PRIMARY KEY("clerk_id","store_id")
);
--> statement-breakpoint
CREATE TABLE "club"."clerks" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"role" text NOT NULL,
	"phone_sealed" "bytea" NOT NULL,
	"phone_index" "bytea" NOT NULL,
	"name_sealed" "bytea" NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "clerks_phone_once" UNIQUE("phone_index"),
	CONSTRAINT "clerks_role" CHECK (role in ('owner', 'manager', 'clerk'))
);
--> statement-breakpoint
CREATE TABLE "club"."merchant_services" (
	"merchant_id" text NOT NULL,
	"service_id" text NOT NULL,
	"settlement_rule" text NOT NULL,
	"settlement_price_fen" bigint,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "merchant_services_merchant_id_service_id_pk" PRIMARY KEY("merchant_id","service_id"),
	CONSTRAINT "merchant_services_rule" CHECK ((settlement_rule = 'price' and settlement_price_fen >= 0) or (settlement_rule = 'discount' and settlement_price_fen is null))
);
--> statement-breakpoint
CREATE TABLE "club"."merchants" (
	"id" text PRIMARY KEY NOT NULL,
	"branch_id" text NOT NULL,
	"name" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "merchants_state" CHECK (state in ('active', 'suspended', 'ended'))
);
--> statement-breakpoint
CREATE TABLE "club"."services" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"unit" text NOT NULL,
	"fulfilment" text NOT NULL,
	"terms" jsonb NOT NULL,
	"discount_text" text,
	"discount_percent" smallint,
	"amount_cap_fen" bigint,
	"typed_code_allowed" boolean NOT NULL,
	"live_presentation_required" boolean NOT NULL,
	"vehicle_bound" boolean NOT NULL,
	"validity_days" integer NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "services_kind" CHECK (kind in ('carWash', 'fuel', 'inspection', 'designatedDriver', 'roadside', 'airport', 'health', 'vehicleCheck', 'maintenance', 'paperwork', 'partner')),
	CONSTRAINT "services_unit" CHECK (unit in ('use', 'amount')),
	CONSTRAINT "services_fulfilment" CHECK (fulfilment in ('visit', 'booking', 'dispatch')),
	CONSTRAINT "services_state" CHECK (state in ('active', 'paused', 'ended')),
	CONSTRAINT "services_validity" CHECK (validity_days between 1 and 3650),
	CONSTRAINT "services_one_way_of_showing" CHECK (not (typed_code_allowed and live_presentation_required)),
	CONSTRAINT "services_amount_rule" CHECK ((unit = 'amount') = (discount_percent is not null) and (unit = 'amount') = (amount_cap_fen is not null) and (discount_percent is null or discount_percent between 1 and 100) and (amount_cap_fen is null or amount_cap_fen > 0))
);
--> statement-breakpoint
CREATE TABLE "club"."store_services" (
	"store_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"service_id" text NOT NULL,
	CONSTRAINT "store_services_store_id_service_id_pk" PRIMARY KEY("store_id","service_id")
);
--> statement-breakpoint
CREATE TABLE "club"."stores" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"branch_id" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"phone" text NOT NULL,
	"opening_hours" text NOT NULL,
	"opens_minute" smallint NOT NULL,
	"closes_minute" smallint NOT NULL,
	"open_weekdays" smallint[] NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"suspended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stores_hours" CHECK (opens_minute between 0 and 1439 and closes_minute > opens_minute and closes_minute <= 2880),
	CONSTRAINT "stores_position" CHECK (latitude between -90 and 90 and longitude between -180 and 180)
);
--> statement-breakpoint
CREATE TABLE "club"."gift_claims" (
	"gift_id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "gift_claims_order_id_unique" UNIQUE("order_id")
);
--> statement-breakpoint
CREATE TABLE "club"."gift_contents" (
	"package_id" text NOT NULL,
	"position" smallint NOT NULL,
	"service_id" text NOT NULL,
	"quantity" smallint NOT NULL,
	"uses_each" smallint DEFAULT 1 NOT NULL,
	"amount_total_fen" bigint,
	"validity_days" integer NOT NULL,
	CONSTRAINT "gift_contents_package_id_position_pk" PRIMARY KEY("package_id","position"),
	CONSTRAINT "gift_contents_quantity" CHECK (quantity between 1 and 50 and uses_each between 1 and 100),
	CONSTRAINT "gift_contents_validity" CHECK (validity_days between 1 and 3650)
);
--> statement-breakpoint
CREATE TABLE "club"."gift_packages" (
	"id" text PRIMARY KEY NOT NULL,
	"branch_id" text NOT NULL,
	"title" text NOT NULL,
	"giver" text NOT NULL,
	"basis" text NOT NULL,
	"validity_text" text NOT NULL,
	"stock" integer,
	"issued" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "gift_packages_basis" CHECK (basis in ('policyRider', 'courtesy', 'points')),
	CONSTRAINT "gift_packages_stock" CHECK (issued >= 0 and (stock is null or issued <= stock))
);
--> statement-breakpoint
CREATE TABLE "club"."gifts" (
	"id" text PRIMARY KEY NOT NULL,
	"package_id" text NOT NULL,
	"member_id" text NOT NULL,
	"branch_id" text NOT NULL,
	"grant_key" text NOT NULL,
	"state" text DEFAULT 'offered' NOT NULL,
	"vehicle_id" text,
	"plate_sealed" "bytea",
	"offered_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"claimed_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "gifts_granted_once" UNIQUE("package_id","grant_key"),
	CONSTRAINT "gifts_state" CHECK (state in ('offered', 'claimed', 'revoked')),
	CONSTRAINT "gifts_claimed" CHECK ((state = 'claimed') = (claimed_at is not null)),
	CONSTRAINT "gifts_revoked" CHECK ((state = 'revoked') = (revoked_at is not null)),
	CONSTRAINT "gifts_life" CHECK (expires_at > offered_at)
);
--> statement-breakpoint
CREATE TABLE "club"."orders" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"request_scope" text NOT NULL,
	"request_id" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	CONSTRAINT "orders_request" UNIQUE("request_scope","request_id"),
	CONSTRAINT "orders_kind" CHECK (kind in ('gift', 'exchange'))
);
--> statement-breakpoint
CREATE TABLE "club"."presentations" (
	"id" text PRIMARY KEY NOT NULL,
	"voucher_id" text NOT NULL,
	"seq" integer NOT NULL,
	"short_code_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "presentations_seq" UNIQUE("voucher_id","seq")
);
--> statement-breakpoint
CREATE TABLE "club"."voucher_events" (
	"id" text PRIMARY KEY NOT NULL,
	"voucher_id" text NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"uses_left" smallint NOT NULL,
	"amount_left_fen" bigint,
	"cause_id" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "voucher_events_version" UNIQUE("voucher_id","version"),
	CONSTRAINT "voucher_events_kind" CHECK (kind in ('issued', 'redeemed', 'reversed', 'extended', 'reserved', 'released', 'revoked', 'transferred', 'moved'))
);
--> statement-breakpoint
CREATE TABLE "club"."vouchers" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" text NOT NULL,
	"branch_id" text NOT NULL,
	"service_id" text NOT NULL,
	"order_id" text,
	"origin_voucher_id" text,
	"title" text NOT NULL,
	"basis" text NOT NULL,
	"fulfilment" text NOT NULL,
	"terms" jsonb NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"code_sealed" "bytea" NOT NULL,
	"code_index" "bytea" NOT NULL,
	"uses_total" smallint NOT NULL,
	"uses_left" smallint NOT NULL,
	"open_use_nos" smallint[] NOT NULL,
	"last_use_no" smallint,
	"last_redeemed_at" timestamp (3) with time zone,
	"discount_text" text,
	"discount_percent" smallint,
	"amount_cap_fen" bigint,
	"amount_total_fen" bigint,
	"amount_left_fen" bigint,
	"last_discount_fen" bigint,
	"vehicle_id" text,
	"plate_sealed" "bytea",
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_until" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"presentation_seq" integer DEFAULT 0 NOT NULL,
	"issued_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vouchers_code_once" UNIQUE("code_index"),
	CONSTRAINT "vouchers_state" CHECK (state in ('active', 'reserved', 'revoked', 'transferred')),
	CONSTRAINT "vouchers_basis" CHECK (basis in ('policyRider', 'courtesy', 'points')),
	CONSTRAINT "vouchers_fulfilment" CHECK (fulfilment in ('visit', 'booking', 'dispatch')),
	CONSTRAINT "vouchers_uses" CHECK (uses_total between 1 and 100 and uses_left between 0 and uses_total),
	CONSTRAINT "vouchers_use_numbers" CHECK (cardinality(open_use_nos) = uses_left),
	CONSTRAINT "vouchers_life" CHECK (valid_until > valid_from),
	CONSTRAINT "vouchers_amount" CHECK ((amount_total_fen is null) = (amount_left_fen is null) and (amount_total_fen is null) = (discount_percent is null) and (amount_total_fen is null) = (amount_cap_fen is null) and (amount_left_fen is null or amount_left_fen between 0 and amount_total_fen) and (discount_percent is null or discount_percent between 1 and 100)),
	CONSTRAINT "vouchers_amount_by_use" CHECK (last_discount_fen is null or (last_discount_fen > 0 and last_discount_fen <= amount_cap_fen))
);
--> statement-breakpoint
CREATE TABLE "club"."code_attempts" (
	"clerk_id" text NOT NULL,
	"kind" text NOT NULL,
	"wrong" integer NOT NULL,
	"window_started_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "code_attempts_clerk_id_kind_pk" PRIMARY KEY("clerk_id","kind"),
	CONSTRAINT "code_attempts_kind" CHECK (kind in ('shortCode', 'voucherCode')),
	CONSTRAINT "code_attempts_wrong" CHECK (wrong >= 0)
);
--> statement-breakpoint
CREATE TABLE "club"."redemption_reversals" (
	"id" text PRIMARY KEY NOT NULL,
	"redemption_id" text NOT NULL,
	"clerk_id" text NOT NULL,
	"reason_sealed" "bytea" NOT NULL,
	"uses_left_after" smallint NOT NULL,
	"valid_until_after" timestamp (3) with time zone NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"request_scope" text NOT NULL,
	"request_id" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	CONSTRAINT "redemption_reversals_once" UNIQUE("redemption_id"),
	CONSTRAINT "redemption_reversals_request" UNIQUE("request_scope","request_id")
);
--> statement-breakpoint
CREATE TABLE "club"."redemptions" (
	"id" text PRIMARY KEY NOT NULL,
	"voucher_id" text NOT NULL,
	"use_no" smallint NOT NULL,
	"uses_left_after" smallint NOT NULL,
	"member_id" text NOT NULL,
	"service_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"store_id" text NOT NULL,
	"branch_id" text NOT NULL,
	"clerk_id" text NOT NULL,
	"presentation_id" text,
	"sale_amount_fen" bigint,
	"discount_fen" bigint,
	"customer_pays_fen" bigint,
	"settlement_fen" bigint NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"reversed_at" timestamp (3) with time zone,
	"request_id" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	CONSTRAINT "redemptions_request" UNIQUE("clerk_id","request_id"),
	CONSTRAINT "redemptions_use_no" CHECK (use_no >= 1 and uses_left_after >= 0),
	CONSTRAINT "redemptions_amounts" CHECK (settlement_fen >= 0 and ((sale_amount_fen is null and discount_fen is null and customer_pays_fen is null) or (sale_amount_fen > 0 and discount_fen > 0 and customer_pays_fen >= 0 and customer_pays_fen = sale_amount_fen - discount_fen)))
);
--> statement-breakpoint
CREATE TABLE "club"."settlement_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"redemption_id" text,
	"kind" text NOT NULL,
	"merchant_id" text NOT NULL,
	"store_id" text NOT NULL,
	"branch_id" text NOT NULL,
	"service_id" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"batch_id" text,
	CONSTRAINT "settlement_lines_once" UNIQUE("redemption_id","kind"),
	CONSTRAINT "settlement_lines_kind" CHECK (kind in ('redemption', 'reversal', 'adjustment')),
	CONSTRAINT "settlement_lines_source" CHECK ((kind = 'adjustment') = (redemption_id is null)),
	CONSTRAINT "settlement_lines_sign" CHECK (kind = 'adjustment' or (kind = 'redemption' and amount_fen >= 0) or (kind = 'reversal' and amount_fen <= 0))
);
--> statement-breakpoint
CREATE TABLE "club"."points_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"member_id" text,
	"balance_points" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "points_accounts_one_a_member" UNIQUE("member_id"),
	CONSTRAINT "points_accounts_kind" CHECK (kind in ('member', 'issued', 'spent', 'expired')),
	CONSTRAINT "points_accounts_owner" CHECK ((kind = 'member') = (member_id is not null)),
	CONSTRAINT "points_accounts_never_negative" CHECK (kind <> 'member' or balance_points >= 0)
);
--> statement-breakpoint
CREATE TABLE "club"."points_allocations" (
	"lot_id" text NOT NULL,
	"transaction_id" text NOT NULL,
	"points" integer NOT NULL,
	CONSTRAINT "points_allocations_once" UNIQUE("lot_id","transaction_id"),
	CONSTRAINT "points_allocations_positive" CHECK (points > 0)
);
--> statement-breakpoint
CREATE TABLE "club"."points_entries" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "club"."points_entries_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"transaction_id" text NOT NULL,
	"account_id" text NOT NULL,
	"points" integer NOT NULL,
	"balance_after_points" bigint NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "points_entries_once" UNIQUE("transaction_id","account_id"),
	CONSTRAINT "points_entries_not_zero" CHECK (points <> 0)
);
--> statement-breakpoint
CREATE TABLE "club"."points_lots" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"transaction_id" text NOT NULL,
	"points" integer NOT NULL,
	"left_points" integer NOT NULL,
	"earned_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "points_lots_left" CHECK (points > 0 and left_points between 0 and points),
	CONSTRAINT "points_lots_life" CHECK (expires_at > earned_at)
);
--> statement-breakpoint
CREATE TABLE "club"."points_transactions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"request_scope" text NOT NULL,
	"request_id" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "points_transactions_request" UNIQUE("request_scope","request_id"),
	CONSTRAINT "points_transactions_kind" CHECK (kind in ('earn', 'spend', 'expire', 'giveBack', 'move'))
);
--> statement-breakpoint
ALTER TABLE "club"."branches" ADD CONSTRAINT "branches_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "club"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."identity_bindings" ADD CONSTRAINT "identity_bindings_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."identity_reviews" ADD CONSTRAINT "identity_reviews_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."identity_reviews" ADD CONSTRAINT "identity_reviews_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "club"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."identity_reviews" ADD CONSTRAINT "identity_reviews_decided_by_operators_id_fk" FOREIGN KEY ("decided_by") REFERENCES "club"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."member_merges" ADD CONSTRAINT "member_merges_from_member_id_members_id_fk" FOREIGN KEY ("from_member_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."member_merges" ADD CONSTRAINT "member_merges_into_member_id_members_id_fk" FOREIGN KEY ("into_member_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."members" ADD CONSTRAINT "members_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "club"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."members" ADD CONSTRAINT "members_merged_into_members_id_fk" FOREIGN KEY ("merged_into") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."operators" ADD CONSTRAINT "operators_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "club"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."vehicles" ADD CONSTRAINT "vehicles_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."wechat_accounts" ADD CONSTRAINT "wechat_accounts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."clerk_stores" ADD CONSTRAINT "clerk_stores_clerk_id_clerks_id_fk" FOREIGN KEY ("clerk_id") REFERENCES "club"."clerks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."clerk_stores" ADD CONSTRAINT "clerk_stores_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "club"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."clerks" ADD CONSTRAINT "clerks_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "club"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."merchant_services" ADD CONSTRAINT "merchant_services_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "club"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."merchant_services" ADD CONSTRAINT "merchant_services_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "club"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."merchants" ADD CONSTRAINT "merchants_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "club"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."store_services" ADD CONSTRAINT "store_services_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "club"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."store_services" ADD CONSTRAINT "store_services_priced_fk" FOREIGN KEY ("merchant_id","service_id") REFERENCES "club"."merchant_services"("merchant_id","service_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."stores" ADD CONSTRAINT "stores_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "club"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."stores" ADD CONSTRAINT "stores_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "club"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."gift_claims" ADD CONSTRAINT "gift_claims_gift_id_gifts_id_fk" FOREIGN KEY ("gift_id") REFERENCES "club"."gifts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."gift_claims" ADD CONSTRAINT "gift_claims_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "club"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."gift_contents" ADD CONSTRAINT "gift_contents_package_id_gift_packages_id_fk" FOREIGN KEY ("package_id") REFERENCES "club"."gift_packages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."gift_contents" ADD CONSTRAINT "gift_contents_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "club"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."gift_packages" ADD CONSTRAINT "gift_packages_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "club"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."gifts" ADD CONSTRAINT "gifts_package_id_gift_packages_id_fk" FOREIGN KEY ("package_id") REFERENCES "club"."gift_packages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."gifts" ADD CONSTRAINT "gifts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."gifts" ADD CONSTRAINT "gifts_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "club"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."gifts" ADD CONSTRAINT "gifts_vehicle_id_vehicles_id_fk" FOREIGN KEY ("vehicle_id") REFERENCES "club"."vehicles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."orders" ADD CONSTRAINT "orders_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."presentations" ADD CONSTRAINT "presentations_voucher_id_vouchers_id_fk" FOREIGN KEY ("voucher_id") REFERENCES "club"."vouchers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."voucher_events" ADD CONSTRAINT "voucher_events_voucher_id_vouchers_id_fk" FOREIGN KEY ("voucher_id") REFERENCES "club"."vouchers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."vouchers" ADD CONSTRAINT "vouchers_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."vouchers" ADD CONSTRAINT "vouchers_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "club"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."vouchers" ADD CONSTRAINT "vouchers_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "club"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."vouchers" ADD CONSTRAINT "vouchers_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "club"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."vouchers" ADD CONSTRAINT "vouchers_vehicle_id_vehicles_id_fk" FOREIGN KEY ("vehicle_id") REFERENCES "club"."vehicles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."vouchers" ADD CONSTRAINT "vouchers_origin_fk" FOREIGN KEY ("origin_voucher_id") REFERENCES "club"."vouchers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."code_attempts" ADD CONSTRAINT "code_attempts_clerk_id_clerks_id_fk" FOREIGN KEY ("clerk_id") REFERENCES "club"."clerks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."redemption_reversals" ADD CONSTRAINT "redemption_reversals_redemption_id_redemptions_id_fk" FOREIGN KEY ("redemption_id") REFERENCES "club"."redemptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."redemption_reversals" ADD CONSTRAINT "redemption_reversals_clerk_id_clerks_id_fk" FOREIGN KEY ("clerk_id") REFERENCES "club"."clerks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."redemptions" ADD CONSTRAINT "redemptions_voucher_id_vouchers_id_fk" FOREIGN KEY ("voucher_id") REFERENCES "club"."vouchers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."redemptions" ADD CONSTRAINT "redemptions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."redemptions" ADD CONSTRAINT "redemptions_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "club"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."redemptions" ADD CONSTRAINT "redemptions_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "club"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."redemptions" ADD CONSTRAINT "redemptions_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "club"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."redemptions" ADD CONSTRAINT "redemptions_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "club"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."redemptions" ADD CONSTRAINT "redemptions_clerk_id_clerks_id_fk" FOREIGN KEY ("clerk_id") REFERENCES "club"."clerks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_lines" ADD CONSTRAINT "settlement_lines_redemption_id_redemptions_id_fk" FOREIGN KEY ("redemption_id") REFERENCES "club"."redemptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_lines" ADD CONSTRAINT "settlement_lines_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "club"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_lines" ADD CONSTRAINT "settlement_lines_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "club"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_lines" ADD CONSTRAINT "settlement_lines_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "club"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_lines" ADD CONSTRAINT "settlement_lines_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "club"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."points_accounts" ADD CONSTRAINT "points_accounts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."points_allocations" ADD CONSTRAINT "points_allocations_lot_id_points_lots_id_fk" FOREIGN KEY ("lot_id") REFERENCES "club"."points_lots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."points_allocations" ADD CONSTRAINT "points_allocations_transaction_id_points_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "club"."points_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."points_entries" ADD CONSTRAINT "points_entries_transaction_id_points_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "club"."points_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."points_entries" ADD CONSTRAINT "points_entries_account_id_points_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "club"."points_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."points_lots" ADD CONSTRAINT "points_lots_account_id_points_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "club"."points_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."points_lots" ADD CONSTRAINT "points_lots_transaction_id_points_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "club"."points_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "branches_one_default" ON "club"."branches" USING btree ("takes_new_members") WHERE takes_new_members;--> statement-breakpoint
CREATE INDEX "identity_bindings_by_member" ON "club"."identity_bindings" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "identity_reviews_one_open" ON "club"."identity_reviews" USING btree ("member_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "identity_reviews_by_branch" ON "club"."identity_reviews" USING btree ("branch_id","state","submitted_at");--> statement-breakpoint
CREATE INDEX "identity_reviews_by_member" ON "club"."identity_reviews" USING btree ("member_id","submitted_at");--> statement-breakpoint
CREATE INDEX "member_merges_by_target" ON "club"."member_merges" USING btree ("into_member_id");--> statement-breakpoint
CREATE INDEX "members_by_branch" ON "club"."members" USING btree ("branch_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "vehicles_plate_once_a_member" ON "club"."vehicles" USING btree ("member_id","plate_index") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "wechat_accounts_by_member" ON "club"."wechat_accounts" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "wechat_accounts_by_unionid" ON "club"."wechat_accounts" USING btree ("unionid_index");--> statement-breakpoint
CREATE INDEX "clerk_stores_by_store" ON "club"."clerk_stores" USING btree ("store_id");--> statement-breakpoint
CREATE INDEX "clerks_by_merchant" ON "club"."clerks" USING btree ("merchant_id");--> statement-breakpoint
CREATE INDEX "merchants_by_branch" ON "club"."merchants" USING btree ("branch_id");--> statement-breakpoint
CREATE INDEX "store_services_by_service" ON "club"."store_services" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "stores_by_merchant" ON "club"."stores" USING btree ("merchant_id");--> statement-breakpoint
CREATE INDEX "gifts_by_member" ON "club"."gifts" USING btree ("member_id","offered_at","id");--> statement-breakpoint
CREATE INDEX "orders_by_member" ON "club"."orders" USING btree ("member_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "presentations_short_code_once" ON "club"."presentations" USING btree ("short_code_hash");--> statement-breakpoint
CREATE INDEX "presentations_by_expiry" ON "club"."presentations" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "vouchers_by_member" ON "club"."vouchers" USING btree ("member_id","issued_at","id");--> statement-breakpoint
CREATE INDEX "vouchers_by_order" ON "club"."vouchers" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "vouchers_by_expiry" ON "club"."vouchers" USING btree ("valid_until");--> statement-breakpoint
CREATE UNIQUE INDEX "redemptions_use_once" ON "club"."redemptions" USING btree ("voucher_id","use_no") WHERE reversed_at is null;--> statement-breakpoint
CREATE INDEX "redemptions_by_merchant" ON "club"."redemptions" USING btree ("merchant_id","at","id");--> statement-breakpoint
CREATE INDEX "redemptions_by_store" ON "club"."redemptions" USING btree ("store_id","at");--> statement-breakpoint
CREATE INDEX "settlement_lines_open" ON "club"."settlement_lines" USING btree ("merchant_id","at") WHERE batch_id is null;--> statement-breakpoint
CREATE INDEX "settlement_lines_by_batch" ON "club"."settlement_lines" USING btree ("batch_id");--> statement-breakpoint
CREATE UNIQUE INDEX "points_accounts_one_a_kind" ON "club"."points_accounts" USING btree (kind) WHERE kind <> 'member';--> statement-breakpoint
CREATE INDEX "points_allocations_by_transaction" ON "club"."points_allocations" USING btree ("transaction_id");--> statement-breakpoint
CREATE INDEX "points_entries_by_account" ON "club"."points_entries" USING btree ("account_id","seq");--> statement-breakpoint
CREATE INDEX "points_lots_open" ON "club"."points_lots" USING btree ("account_id","expires_at") WHERE left_points > 0;
CREATE TABLE "club"."points_rules" (
	"code" text NOT NULL,
	"version" smallint NOT NULL,
	"title" text NOT NULL,
	"explanation" text NOT NULL,
	"limit_text" text NOT NULL,
	"points" integer NOT NULL,
	"validity_days" integer,
	"effective_from" timestamp (3) with time zone NOT NULL,
	"effective_until" timestamp (3) with time zone,
	CONSTRAINT "points_rules_pk" PRIMARY KEY("code","version"),
	CONSTRAINT "points_rules_code" CHECK (code in ('policyStart', 'noClaimYear', 'signIn', 'signInWeek', 'survey', 'referral', 'identity')),
	CONSTRAINT "points_rules_points" CHECK (points between 1 and 1000000 and version >= 1),
	CONSTRAINT "points_rules_validity" CHECK (validity_days is null or validity_days between 1 and 3650),
	CONSTRAINT "points_rules_life" CHECK (effective_until is null or effective_until > effective_from)
);
--> statement-breakpoint
CREATE TABLE "club"."sign_ins" (
	"member_id" text NOT NULL,
	"day" date NOT NULL,
	"streak" integer NOT NULL,
	"points" integer NOT NULL,
	"bonus_points" integer NOT NULL,
	CONSTRAINT "sign_ins_pk" PRIMARY KEY("member_id","day"),
	CONSTRAINT "sign_ins_streak" CHECK (streak >= 1 and points >= 0 and bonus_points >= 0)
);
--> statement-breakpoint
CREATE TABLE "club"."mall_allowances" (
	"item_id" text NOT NULL,
	"member_id" text NOT NULL,
	"taken" integer NOT NULL,
	CONSTRAINT "mall_allowances_pk" PRIMARY KEY("item_id","member_id"),
	CONSTRAINT "mall_allowances_taken" CHECK (taken >= 0)
);
--> statement-breakpoint
CREATE TABLE "club"."mall_cancellations" (
	"order_id" text PRIMARY KEY NOT NULL,
	"points_transaction_id" text NOT NULL,
	"returned_until" timestamp (3) with time zone NOT NULL,
	"balance_after_points" integer NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"request_scope" text NOT NULL,
	"request_id" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	CONSTRAINT "mall_cancellations_returned_once" UNIQUE("points_transaction_id"),
	CONSTRAINT "mall_cancellations_request" UNIQUE("request_scope","request_id")
);
--> statement-breakpoint
CREATE TABLE "club"."mall_items" (
	"id" text PRIMARY KEY NOT NULL,
	"branch_id" text NOT NULL,
	"service_id" text NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"price_points" integer NOT NULL,
	"stocked" integer NOT NULL,
	"stock" integer NOT NULL,
	"limit_per_member" smallint,
	"uses_each" smallint DEFAULT 1 NOT NULL,
	"amount_total_fen" bigint,
	"validity_days" integer NOT NULL,
	"state" text DEFAULT 'onSale' NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mall_items_stock" CHECK (stock between 0 and stocked),
	CONSTRAINT "mall_items_price" CHECK (price_points between 1 and 10000000),
	CONSTRAINT "mall_items_limit" CHECK (limit_per_member is null or limit_per_member >= 1),
	CONSTRAINT "mall_items_uses" CHECK (uses_each between 1 and 100),
	CONSTRAINT "mall_items_validity" CHECK (validity_days between 1 and 3650),
	CONSTRAINT "mall_items_state" CHECK (state in ('onSale', 'paused', 'ended'))
);
--> statement-breakpoint
CREATE TABLE "club"."mall_orders" (
	"order_id" text PRIMARY KEY NOT NULL,
	"item_id" text NOT NULL,
	"quantity" smallint NOT NULL,
	"price_points" integer NOT NULL,
	"points_transaction_id" text NOT NULL,
	"balance_after_points" integer NOT NULL,
	CONSTRAINT "mall_orders_paid_once" UNIQUE("points_transaction_id"),
	CONSTRAINT "mall_orders_quantity" CHECK (quantity between 1 and 50)
);
--> statement-breakpoint
CREATE TABLE "club"."transfers" (
	"id" text PRIMARY KEY NOT NULL,
	"voucher_id" text NOT NULL,
	"giver_id" text NOT NULL,
	"receiver_id" text,
	"new_voucher_id" text,
	"state" text DEFAULT 'offered' NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"offered_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"taken_back_at" timestamp (3) with time zone,
	"request_scope" text NOT NULL,
	"request_id" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	"accept_scope" text,
	"accept_request_id" text,
	"accept_input_hash" "bytea",
	CONSTRAINT "transfers_token_once" UNIQUE("token_hash"),
	CONSTRAINT "transfers_request" UNIQUE("request_scope","request_id"),
	CONSTRAINT "transfers_accept_request" UNIQUE("accept_scope","accept_request_id"),
	CONSTRAINT "transfers_state" CHECK (state in ('offered', 'accepted', 'takenBack', 'expired')),
	CONSTRAINT "transfers_accepted" CHECK ((state = 'accepted') = (accepted_at is not null) and (accepted_at is null) = (receiver_id is null) and (accepted_at is null) = (new_voucher_id is null) and (accepted_at is null) = (accept_request_id is null)),
	CONSTRAINT "transfers_taken_back" CHECK ((state = 'takenBack') = (taken_back_at is not null)),
	CONSTRAINT "transfers_life" CHECK (expires_at > offered_at and expires_at <= offered_at + interval '72 hours')
);
--> statement-breakpoint
CREATE TABLE "club"."redemption_ratings" (
	"id" text PRIMARY KEY NOT NULL,
	"redemption_id" text NOT NULL,
	"voucher_id" text NOT NULL,
	"member_id" text NOT NULL,
	"score" smallint NOT NULL,
	"as_promised" boolean NOT NULL,
	"comment_sealed" "bytea",
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"request_scope" text NOT NULL,
	"request_id" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	CONSTRAINT "redemption_ratings_once" UNIQUE("redemption_id"),
	CONSTRAINT "redemption_ratings_request" UNIQUE("request_scope","request_id"),
	CONSTRAINT "redemption_ratings_score" CHECK (score between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "club"."services" ADD COLUMN "transferable" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "club"."points_transactions" ADD COLUMN "rule_code" text;--> statement-breakpoint
ALTER TABLE "club"."points_transactions" ADD COLUMN "rule_version" smallint;--> statement-breakpoint
ALTER TABLE "club"."sign_ins" ADD CONSTRAINT "sign_ins_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."mall_allowances" ADD CONSTRAINT "mall_allowances_item_id_mall_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "club"."mall_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."mall_allowances" ADD CONSTRAINT "mall_allowances_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."mall_cancellations" ADD CONSTRAINT "mall_cancellations_order_id_mall_orders_order_id_fk" FOREIGN KEY ("order_id") REFERENCES "club"."mall_orders"("order_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."mall_cancellations" ADD CONSTRAINT "mall_cancellations_points_transaction_id_points_transactions_id_fk" FOREIGN KEY ("points_transaction_id") REFERENCES "club"."points_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."mall_items" ADD CONSTRAINT "mall_items_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "club"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."mall_items" ADD CONSTRAINT "mall_items_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "club"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."mall_orders" ADD CONSTRAINT "mall_orders_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "club"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."mall_orders" ADD CONSTRAINT "mall_orders_item_id_mall_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "club"."mall_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."mall_orders" ADD CONSTRAINT "mall_orders_points_transaction_id_points_transactions_id_fk" FOREIGN KEY ("points_transaction_id") REFERENCES "club"."points_transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."transfers" ADD CONSTRAINT "transfers_voucher_id_vouchers_id_fk" FOREIGN KEY ("voucher_id") REFERENCES "club"."vouchers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."transfers" ADD CONSTRAINT "transfers_giver_id_members_id_fk" FOREIGN KEY ("giver_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."transfers" ADD CONSTRAINT "transfers_receiver_id_members_id_fk" FOREIGN KEY ("receiver_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."transfers" ADD CONSTRAINT "transfers_new_voucher_id_vouchers_id_fk" FOREIGN KEY ("new_voucher_id") REFERENCES "club"."vouchers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."redemption_ratings" ADD CONSTRAINT "redemption_ratings_redemption_id_redemptions_id_fk" FOREIGN KEY ("redemption_id") REFERENCES "club"."redemptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."redemption_ratings" ADD CONSTRAINT "redemption_ratings_voucher_id_vouchers_id_fk" FOREIGN KEY ("voucher_id") REFERENCES "club"."vouchers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."redemption_ratings" ADD CONSTRAINT "redemption_ratings_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mall_items_by_position" ON "club"."mall_items" USING btree ("position","id");--> statement-breakpoint
CREATE INDEX "mall_orders_by_item" ON "club"."mall_orders" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_one_offer" ON "club"."transfers" USING btree ("voucher_id") WHERE state = 'offered';--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_accepted_once" ON "club"."transfers" USING btree ("voucher_id") WHERE state = 'accepted';--> statement-breakpoint
CREATE INDEX "transfers_by_giver" ON "club"."transfers" USING btree ("giver_id","offered_at","id");--> statement-breakpoint
CREATE INDEX "transfers_by_receiver" ON "club"."transfers" USING btree ("receiver_id","offered_at","id");--> statement-breakpoint
CREATE INDEX "redemption_ratings_by_voucher" ON "club"."redemption_ratings" USING btree ("voucher_id");--> statement-breakpoint
ALTER TABLE "club"."points_transactions" ADD CONSTRAINT "points_transactions_rule_fk" FOREIGN KEY ("rule_code","rule_version") REFERENCES "club"."points_rules"("code","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "vouchers_one_successor" ON "club"."vouchers" USING btree ("origin_voucher_id") WHERE origin_voucher_id is not null;--> statement-breakpoint
ALTER TABLE "club"."services" ADD CONSTRAINT "services_bound_stay" CHECK (not (vehicle_bound and transferable));
CREATE TABLE "club"."clerk_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"clerk_id" text NOT NULL,
	"by_clerk_id" text NOT NULL,
	"kind" text NOT NULL,
	"role" text NOT NULL,
	"store_ids" text[] NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"request_scope" text NOT NULL,
	"request_id" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	CONSTRAINT "clerk_changes_request" UNIQUE("request_scope","request_id"),
	CONSTRAINT "clerk_changes_kind" CHECK (kind in ('invited', 'changed', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "club"."store_special_days" (
	"store_id" text NOT NULL,
	"day" date NOT NULL,
	"opens_minute" smallint,
	"closes_minute" smallint,
	"note" text NOT NULL,
	CONSTRAINT "store_special_days_store_id_day_pk" PRIMARY KEY("store_id","day"),
	CONSTRAINT "store_special_days_hours" CHECK ((opens_minute is null) = (closes_minute is null) and (opens_minute is null or (opens_minute between 0 and 1439 and closes_minute > opens_minute and closes_minute <= 2880)))
);
--> statement-breakpoint
CREATE TABLE "club"."settlement_actions" (
	"id" text PRIMARY KEY NOT NULL,
	"batch_id" text NOT NULL,
	"kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"dispute_id" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"request_scope" text NOT NULL,
	"request_id" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	CONSTRAINT "settlement_actions_request" UNIQUE("request_scope","request_id"),
	CONSTRAINT "settlement_actions_kind" CHECK (kind in ('confirmed', 'invoiced', 'disputed', 'answered', 'paid'))
);
--> statement-breakpoint
CREATE TABLE "club"."settlement_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"branch_id" text NOT NULL,
	"run_id" text NOT NULL,
	"number" integer NOT NULL,
	"through" timestamp (3) with time zone NOT NULL,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"total_fen" bigint NOT NULL,
	"line_count" integer NOT NULL,
	"redemption_count" integer NOT NULL,
	"state" text DEFAULT 'closed' NOT NULL,
	"closed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"confirmed_by" text,
	"invoice_no" text,
	"invoiced_at" timestamp (3) with time zone,
	"paid_at" timestamp (3) with time zone,
	"paid_by" text,
	"payment_ref" text,
	CONSTRAINT "settlement_batches_number" UNIQUE("merchant_id","number"),
	CONSTRAINT "settlement_batches_once" UNIQUE("merchant_id","through"),
	CONSTRAINT "settlement_batches_state" CHECK (state in ('closed', 'disputed', 'confirmed', 'paid')),
	CONSTRAINT "settlement_batches_lines" CHECK (line_count > 0 and redemption_count between 0 and line_count),
	CONSTRAINT "settlement_batches_period" CHECK (period_to >= period_from),
	CONSTRAINT "settlement_batches_confirmed" CHECK ((state in ('confirmed', 'paid')) = (confirmed_at is not null) and (confirmed_at is null) = (confirmed_by is null)),
	CONSTRAINT "settlement_batches_invoiced" CHECK ((invoice_no is null) = (invoiced_at is null)),
	CONSTRAINT "settlement_batches_paid" CHECK ((state = 'paid') = (paid_at is not null) and (paid_at is null) = (paid_by is null) and (paid_at is null or invoice_no is not null))
);
--> statement-breakpoint
CREATE TABLE "club"."settlement_disputes" (
	"id" text PRIMARY KEY NOT NULL,
	"batch_id" text NOT NULL,
	"line_id" text NOT NULL,
	"branch_id" text NOT NULL,
	"clerk_id" text NOT NULL,
	"reason_sealed" "bytea" NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"answer_sealed" "bytea",
	"answered_at" timestamp (3) with time zone,
	"answered_by" text,
	"adjustment_line_id" text,
	CONSTRAINT "settlement_disputes_state" CHECK (state in ('open', 'accepted', 'refused')),
	CONSTRAINT "settlement_disputes_answered" CHECK ((state = 'open') = (answered_at is null) and (state = 'open') = (answer_sealed is null) and (state = 'open') = (answered_by is null)),
	CONSTRAINT "settlement_disputes_adjusted" CHECK (adjustment_line_id is null or state = 'accepted')
);
--> statement-breakpoint
CREATE TABLE "club"."settlement_run_merchants" (
	"run_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"handled_at" timestamp (3) with time zone,
	"batch_id" text,
	CONSTRAINT "settlement_run_merchants_run_id_merchant_id_pk" PRIMARY KEY("run_id","merchant_id")
);
--> statement-breakpoint
CREATE TABLE "club"."settlement_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"cause" text NOT NULL,
	"only_due" boolean NOT NULL,
	"operator_id" text,
	"branch_id" text,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"request_scope" text NOT NULL,
	"request_id" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	CONSTRAINT "settlement_runs_request" UNIQUE("request_scope","request_id"),
	CONSTRAINT "settlement_runs_cause" CHECK (cause in ('schedule', 'operator'))
);
--> statement-breakpoint
CREATE TABLE "club"."voucher_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "club"."voucher_reports_ticket_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"voucher_id" text NOT NULL,
	"redemption_id" text,
	"member_id" text NOT NULL,
	"store_id" text,
	"branch_id" text NOT NULL,
	"kind" text NOT NULL,
	"remedy" text NOT NULL,
	"valid_until_after" timestamp (3) with time zone,
	"comment_sealed" "bytea",
	"state" text DEFAULT 'open' NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"answer_sealed" "bytea",
	"closed_at" timestamp (3) with time zone,
	"closed_by" text,
	"request_scope" text NOT NULL,
	"request_id" text NOT NULL,
	"input_hash" "bytea" NOT NULL,
	"closing_scope" text,
	"closing_request_id" text,
	"closing_input_hash" "bytea",
	CONSTRAINT "voucher_reports_ticket" UNIQUE("ticket_seq"),
	CONSTRAINT "voucher_reports_request" UNIQUE("request_scope","request_id"),
	CONSTRAINT "voucher_reports_closing" UNIQUE("closing_scope","closing_request_id"),
	CONSTRAINT "voucher_reports_kind" CHECK (kind in ('refusedByStore', 'notMe')),
	CONSTRAINT "voucher_reports_remedy" CHECK (remedy in ('restored', 'extended', 'none')),
	CONSTRAINT "voucher_reports_state" CHECK (state in ('open', 'closed')),
	CONSTRAINT "voucher_reports_closed" CHECK ((state = 'open') = (closed_at is null) and (state = 'open') = (answer_sealed is null) and (state = 'open') = (closed_by is null))
);
--> statement-breakpoint
CREATE TABLE "club"."alarms" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"branch_id" text,
	"store_id" text,
	"clerk_id" text,
	"member_id" text,
	"redemption_id" text,
	"facts" jsonb NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"seen_by" text,
	CONSTRAINT "alarms_once" UNIQUE("kind","key"),
	CONSTRAINT "alarms_kind" CHECK (kind in ('busyClerk', 'busyMember', 'oddHours', 'notMe', 'stuckMessage', 'stuckJob', 'stuckRun', 'brokenPromise'))
);
--> statement-breakpoint
CREATE TABLE "club"."check_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"breaches" integer NOT NULL,
	"found" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "club"."job_cursors" (
	"name" text PRIMARY KEY NOT NULL,
	"through" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "club"."outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "outbox_kind" CHECK (kind in ('voucherUsed', 'voucherRestored', 'ticketClosed', 'clerkInvited'))
);
--> statement-breakpoint
ALTER TABLE "club"."clerks" DROP CONSTRAINT "clerks_phone_once";--> statement-breakpoint
ALTER TABLE "club"."voucher_events" DROP CONSTRAINT "voucher_events_kind";--> statement-breakpoint
DROP INDEX "club"."settlement_lines_by_batch";--> statement-breakpoint
ALTER TABLE "club"."redemption_reversals" ALTER COLUMN "clerk_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "club"."merchants" ADD COLUMN "settlement_period" text DEFAULT 'month' NOT NULL;--> statement-breakpoint
ALTER TABLE "club"."stores" ADD COLUMN "suspended_by" text;--> statement-breakpoint
ALTER TABLE "club"."stores" ADD COLUMN "suspension_reason" text;--> statement-breakpoint
ALTER TABLE "club"."redemption_reversals" ADD COLUMN "cause" text DEFAULT 'counter' NOT NULL;--> statement-breakpoint
ALTER TABLE "club"."redemption_reversals" ADD COLUMN "operator_id" text;--> statement-breakpoint
ALTER TABLE "club"."settlement_lines" ADD COLUMN "note_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "club"."settlement_lines" ADD COLUMN "request_scope" text;--> statement-breakpoint
ALTER TABLE "club"."settlement_lines" ADD COLUMN "request_id" text;--> statement-breakpoint
ALTER TABLE "club"."settlement_lines" ADD COLUMN "input_hash" "bytea";--> statement-breakpoint
ALTER TABLE "club"."clerk_changes" ADD CONSTRAINT "clerk_changes_clerk_id_clerks_id_fk" FOREIGN KEY ("clerk_id") REFERENCES "club"."clerks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."clerk_changes" ADD CONSTRAINT "clerk_changes_by_clerk_id_clerks_id_fk" FOREIGN KEY ("by_clerk_id") REFERENCES "club"."clerks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."store_special_days" ADD CONSTRAINT "store_special_days_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "club"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_actions" ADD CONSTRAINT "settlement_actions_batch_id_settlement_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "club"."settlement_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_batches" ADD CONSTRAINT "settlement_batches_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "club"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_batches" ADD CONSTRAINT "settlement_batches_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "club"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_batches" ADD CONSTRAINT "settlement_batches_run_id_settlement_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "club"."settlement_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_batches" ADD CONSTRAINT "settlement_batches_confirmed_by_clerks_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "club"."clerks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_batches" ADD CONSTRAINT "settlement_batches_paid_by_operators_id_fk" FOREIGN KEY ("paid_by") REFERENCES "club"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_disputes" ADD CONSTRAINT "settlement_disputes_batch_id_settlement_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "club"."settlement_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_disputes" ADD CONSTRAINT "settlement_disputes_line_id_settlement_lines_id_fk" FOREIGN KEY ("line_id") REFERENCES "club"."settlement_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_disputes" ADD CONSTRAINT "settlement_disputes_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "club"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_disputes" ADD CONSTRAINT "settlement_disputes_clerk_id_clerks_id_fk" FOREIGN KEY ("clerk_id") REFERENCES "club"."clerks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_disputes" ADD CONSTRAINT "settlement_disputes_answered_by_operators_id_fk" FOREIGN KEY ("answered_by") REFERENCES "club"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_disputes" ADD CONSTRAINT "settlement_disputes_adjustment_line_id_settlement_lines_id_fk" FOREIGN KEY ("adjustment_line_id") REFERENCES "club"."settlement_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_run_merchants" ADD CONSTRAINT "settlement_run_merchants_run_id_settlement_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "club"."settlement_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_run_merchants" ADD CONSTRAINT "settlement_run_merchants_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "club"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_run_merchants" ADD CONSTRAINT "settlement_run_merchants_batch_id_settlement_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "club"."settlement_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_runs" ADD CONSTRAINT "settlement_runs_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "club"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_runs" ADD CONSTRAINT "settlement_runs_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "club"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."voucher_reports" ADD CONSTRAINT "voucher_reports_voucher_id_vouchers_id_fk" FOREIGN KEY ("voucher_id") REFERENCES "club"."vouchers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."voucher_reports" ADD CONSTRAINT "voucher_reports_redemption_id_redemptions_id_fk" FOREIGN KEY ("redemption_id") REFERENCES "club"."redemptions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."voucher_reports" ADD CONSTRAINT "voucher_reports_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."voucher_reports" ADD CONSTRAINT "voucher_reports_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "club"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."voucher_reports" ADD CONSTRAINT "voucher_reports_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "club"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."voucher_reports" ADD CONSTRAINT "voucher_reports_closed_by_operators_id_fk" FOREIGN KEY ("closed_by") REFERENCES "club"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."alarms" ADD CONSTRAINT "alarms_branch_id_branches_id_fk" FOREIGN KEY ("branch_id") REFERENCES "club"."branches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."alarms" ADD CONSTRAINT "alarms_store_id_stores_id_fk" FOREIGN KEY ("store_id") REFERENCES "club"."stores"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."alarms" ADD CONSTRAINT "alarms_clerk_id_clerks_id_fk" FOREIGN KEY ("clerk_id") REFERENCES "club"."clerks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."alarms" ADD CONSTRAINT "alarms_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."alarms" ADD CONSTRAINT "alarms_seen_by_operators_id_fk" FOREIGN KEY ("seen_by") REFERENCES "club"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clerk_changes_by_clerk" ON "club"."clerk_changes" USING btree ("clerk_id","at");--> statement-breakpoint
CREATE INDEX "settlement_actions_by_batch" ON "club"."settlement_actions" USING btree ("batch_id","at");--> statement-breakpoint
CREATE INDEX "settlement_batches_by_merchant" ON "club"."settlement_batches" USING btree ("merchant_id","closed_at","id");--> statement-breakpoint
CREATE INDEX "settlement_batches_by_state" ON "club"."settlement_batches" USING btree ("branch_id","state","closed_at");--> statement-breakpoint
CREATE INDEX "settlement_batches_by_time" ON "club"."settlement_batches" USING btree ("closed_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "settlement_disputes_one_open" ON "club"."settlement_disputes" USING btree ("line_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "settlement_disputes_by_batch" ON "club"."settlement_disputes" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "settlement_disputes_by_line" ON "club"."settlement_disputes" USING btree ("line_id","opened_at");--> statement-breakpoint
CREATE INDEX "settlement_disputes_by_state" ON "club"."settlement_disputes" USING btree ("branch_id","state","opened_at");--> statement-breakpoint
CREATE INDEX "settlement_runs_by_time" ON "club"."settlement_runs" USING btree ("started_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "voucher_reports_one_open" ON "club"."voucher_reports" USING btree ("voucher_id","kind",coalesce(redemption_id, '')) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "voucher_reports_by_voucher" ON "club"."voucher_reports" USING btree ("voucher_id","at");--> statement-breakpoint
CREATE INDEX "voucher_reports_by_member" ON "club"."voucher_reports" USING btree ("member_id","at");--> statement-breakpoint
CREATE INDEX "voucher_reports_by_state" ON "club"."voucher_reports" USING btree ("branch_id","state","at");--> statement-breakpoint
CREATE INDEX "alarms_by_time" ON "club"."alarms" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "check_runs_by_time" ON "club"."check_runs" USING btree ("finished_at");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "club"."outbox" USING btree ("due_at") WHERE done_at is null;--> statement-breakpoint
ALTER TABLE "club"."redemption_reversals" ADD CONSTRAINT "redemption_reversals_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "club"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."settlement_lines" ADD CONSTRAINT "settlement_lines_batch_id_settlement_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "club"."settlement_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "clerks_phone_active_once" ON "club"."clerks" USING btree ("phone_index") WHERE active;--> statement-breakpoint
CREATE INDEX "clerks_by_phone" ON "club"."clerks" USING btree ("phone_index");--> statement-breakpoint
CREATE INDEX "stores_by_position" ON "club"."stores" USING btree ("latitude","longitude");--> statement-breakpoint
CREATE INDEX "settlement_lines_by_batch" ON "club"."settlement_lines" USING btree ("batch_id","at","id");--> statement-breakpoint
ALTER TABLE "club"."settlement_lines" ADD CONSTRAINT "settlement_lines_request" UNIQUE("request_scope","request_id");--> statement-breakpoint
ALTER TABLE "club"."merchants" ADD CONSTRAINT "merchants_settlement_period" CHECK (settlement_period in ('week', 'halfMonth', 'month'));--> statement-breakpoint
ALTER TABLE "club"."stores" ADD CONSTRAINT "stores_suspended_by" CHECK (suspended_by in ('owner', 'operator'));--> statement-breakpoint
ALTER TABLE "club"."voucher_events" ADD CONSTRAINT "voucher_events_kind" CHECK (kind in ('issued', 'redeemed', 'reversed', 'extended', 'reserved', 'released', 'revoked', 'transferred', 'moved', 'expired'));--> statement-breakpoint
ALTER TABLE "club"."redemption_reversals" ADD CONSTRAINT "redemption_reversals_cause" CHECK (cause in ('counter', 'operator', 'refusedByStore'));--> statement-breakpoint
ALTER TABLE "club"."redemption_reversals" ADD CONSTRAINT "redemption_reversals_by" CHECK ((cause = 'counter') = (clerk_id is not null) and (cause = 'operator') = (operator_id is not null));--> statement-breakpoint
ALTER TABLE "club"."settlement_lines" ADD CONSTRAINT "settlement_lines_note" CHECK ((kind = 'adjustment') = (note_sealed is not null));
CREATE TABLE "core"."claim_actions" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"subject" text NOT NULL,
	"request_id" text NOT NULL,
	"request_hash" "bytea" NOT NULL,
	"kind" text NOT NULL,
	"answer_sealed" "bytea",
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."claim_assessments" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"round" integer NOT NULL,
	"state" text NOT NULL,
	"assessor_id" text,
	"fault_percent" integer NOT NULL,
	"content_sealed" "bytea" NOT NULL,
	"total_fen" bigint NOT NULL,
	"payable_fen" bigint NOT NULL,
	"proposed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"objection_sealed" "bytea"
);
--> statement-breakpoint
CREATE TABLE "core"."claim_notices" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"kind" text NOT NULL,
	"news" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."claim_paper_photos" (
	"paper_id" text NOT NULL,
	"photo_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "claim_paper_photos_paper_id_photo_id_pk" PRIMARY KEY("paper_id","photo_id")
);
--> statement-breakpoint
CREATE TABLE "core"."claim_paper_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"round" integer NOT NULL,
	"allowed_by" text,
	"reason_sealed" "bytea" NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "claim_paper_requests_later" CHECK ("core"."claim_paper_requests"."round" > 1)
);
--> statement-breakpoint
CREATE TABLE "core"."claim_papers" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"request_id" text,
	"state" text NOT NULL,
	"reason_sealed" "bytea",
	"review_due_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "claim_papers_round" CHECK ("core"."claim_papers"."round" = 1 or "core"."claim_papers"."request_id" is not null),
	CONSTRAINT "claim_papers_reason" CHECK ("core"."claim_papers"."state" not in ('accepted', 'rejected') or "core"."claim_papers"."reason_sealed" is not null)
);
--> statement-breakpoint
CREATE TABLE "core"."claim_payouts" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"assessment_id" text NOT NULL,
	"purpose" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"state" text NOT NULL,
	"payee" text,
	"account_sealed" "bytea",
	"account_check" text,
	"proposal_hash" "bytea",
	"proposal_expires_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone,
	"paid_at" timestamp (3) with time zone,
	"receipt_no" text,
	CONSTRAINT "claim_payouts_receipt_no_unique" UNIQUE("receipt_no"),
	CONSTRAINT "claim_payouts_amount" CHECK ("core"."claim_payouts"."amount_fen" > 0),
	CONSTRAINT "claim_payouts_paid" CHECK (("core"."claim_payouts"."state" = 'paid') = ("core"."claim_payouts"."paid_at" is not null and "core"."claim_payouts"."receipt_no" is not null))
);
--> statement-breakpoint
CREATE TABLE "core"."claim_ratings" (
	"claim_id" text PRIMARY KEY NOT NULL,
	"score" integer NOT NULL,
	"comment_sealed" "bytea",
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "claim_ratings_score" CHECK ("core"."claim_ratings"."score" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "core"."claim_refusals" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"decided_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"notice_due_at" timestamp (3) with time zone NOT NULL,
	"notice_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"reasons_sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."claim_reopenings" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"reason_sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."claim_surveys" (
	"claim_id" text PRIMARY KEY NOT NULL,
	"fault_percent" integer NOT NULL,
	"agreed" boolean NOT NULL,
	"police_decided" boolean NOT NULL,
	"outside_property" boolean NOT NULL,
	"other_has_compulsory" boolean,
	"estimated_own_fen" bigint NOT NULL,
	"estimated_other_fen" bigint NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."claim_withdrawals" (
	"id" text PRIMARY KEY NOT NULL,
	"claim_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undo_until" timestamp (3) with time zone NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"status_before" text NOT NULL,
	"reason_sealed" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "core"."claim_dispatches" (
	"claim_id" text PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"surveyor_id" text,
	"distance_metres" integer,
	"assigned_at" timestamp (3) with time zone,
	"contacted_at" timestamp (3) with time zone,
	"level" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "claim_dispatches_assigned" CHECK ("core"."claim_dispatches"."state" <> 'assigned' or "core"."claim_dispatches"."assigned_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "core"."claim_escalations" (
	"claim_id" text NOT NULL,
	"level" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"to_staff_id" text,
	CONSTRAINT "claim_escalations_claim_id_level_pk" PRIMARY KEY("claim_id","level")
);
--> statement-breakpoint
CREATE TABLE "core"."surveyors" (
	"staff_id" text PRIMARY KEY NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"capacity" integer NOT NULL,
	"open_cases" integer DEFAULT 0 NOT NULL,
	"shift_from_minute" integer NOT NULL,
	"shift_until_minute" integer NOT NULL,
	CONSTRAINT "surveyors_capacity" CHECK ("core"."surveyors"."open_cases" between 0 and "core"."surveyors"."capacity"),
	CONSTRAINT "surveyors_shift" CHECK ("core"."surveyors"."shift_from_minute" < "core"."surveyors"."shift_until_minute")
);
--> statement-breakpoint
ALTER TABLE "core"."claims" ADD COLUMN "contact_phone_index" "bytea";--> statement-breakpoint
ALTER TABLE "core"."claims" ADD COLUMN "source" text DEFAULT 'app' NOT NULL;--> statement-breakpoint
ALTER TABLE "core"."claims" ADD COLUMN "supervisor_id" text;--> statement-breakpoint
ALTER TABLE "core"."claims" ADD COLUMN "taken_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "core"."claim_actions" ADD CONSTRAINT "claim_actions_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "core"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_assessments" ADD CONSTRAINT "claim_assessments_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "core"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_assessments" ADD CONSTRAINT "claim_assessments_assessor_id_staff_id_fk" FOREIGN KEY ("assessor_id") REFERENCES "core"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_notices" ADD CONSTRAINT "claim_notices_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "core"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_paper_photos" ADD CONSTRAINT "claim_paper_photos_paper_id_claim_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "core"."claim_papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_paper_requests" ADD CONSTRAINT "claim_paper_requests_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "core"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_paper_requests" ADD CONSTRAINT "claim_paper_requests_allowed_by_staff_id_fk" FOREIGN KEY ("allowed_by") REFERENCES "core"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_papers" ADD CONSTRAINT "claim_papers_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "core"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_papers" ADD CONSTRAINT "claim_papers_request_id_claim_paper_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "core"."claim_paper_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_payouts" ADD CONSTRAINT "claim_payouts_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "core"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_payouts" ADD CONSTRAINT "claim_payouts_assessment_id_claim_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "core"."claim_assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_ratings" ADD CONSTRAINT "claim_ratings_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "core"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_refusals" ADD CONSTRAINT "claim_refusals_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "core"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_reopenings" ADD CONSTRAINT "claim_reopenings_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "core"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_surveys" ADD CONSTRAINT "claim_surveys_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "core"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_withdrawals" ADD CONSTRAINT "claim_withdrawals_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "core"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_dispatches" ADD CONSTRAINT "claim_dispatches_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "core"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_dispatches" ADD CONSTRAINT "claim_dispatches_surveyor_id_surveyors_staff_id_fk" FOREIGN KEY ("surveyor_id") REFERENCES "core"."surveyors"("staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_escalations" ADD CONSTRAINT "claim_escalations_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "core"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."claim_escalations" ADD CONSTRAINT "claim_escalations_to_staff_id_staff_id_fk" FOREIGN KEY ("to_staff_id") REFERENCES "core"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "core"."surveyors" ADD CONSTRAINT "surveyors_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "core"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "claim_actions_request" ON "core"."claim_actions" USING btree ("subject","request_id");--> statement-breakpoint
CREATE INDEX "claim_actions_claim" ON "core"."claim_actions" USING btree ("claim_id");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_assessments_round" ON "core"."claim_assessments" USING btree ("claim_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_assessments_current" ON "core"."claim_assessments" USING btree ("claim_id") WHERE "core"."claim_assessments"."state" <> 'objected';--> statement-breakpoint
CREATE INDEX "claim_notices_created" ON "core"."claim_notices" USING btree ("created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_paper_requests_round" ON "core"."claim_paper_requests" USING btree ("claim_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_papers_kind" ON "core"."claim_papers" USING btree ("claim_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_payouts_purpose" ON "core"."claim_payouts" USING btree ("assessment_id","purpose");--> statement-breakpoint
CREATE INDEX "claim_payouts_claim" ON "core"."claim_payouts" USING btree ("claim_id");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_refusals_standing" ON "core"."claim_refusals" USING btree ("claim_id") WHERE "core"."claim_refusals"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "claim_reopenings_claim" ON "core"."claim_reopenings" USING btree ("claim_id");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_withdrawals_standing" ON "core"."claim_withdrawals" USING btree ("claim_id") WHERE "core"."claim_withdrawals"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "claim_dispatches_waiting" ON "core"."claim_dispatches" USING btree ("due_at") WHERE "core"."claim_dispatches"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "claim_dispatches_uncontacted" ON "core"."claim_dispatches" USING btree ("reported_at") WHERE "core"."claim_dispatches"."contacted_at" is null and "core"."claim_dispatches"."state" <> 'finished';--> statement-breakpoint
ALTER TABLE "core"."claims" ADD CONSTRAINT "claims_supervisor_id_staff_id_fk" FOREIGN KEY ("supervisor_id") REFERENCES "core"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claims_hotline_phone" ON "core"."claims" USING btree ("contact_phone_index") WHERE "core"."claims"."source" = 'hotline';
CREATE TABLE "club"."former_people" (
	"person_index" "bytea" PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "club"."invitation_codes" (
	"member_id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_codes_once" UNIQUE("code"),
	CONSTRAINT "invitation_codes_shape" CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$')
);
--> statement-breakpoint
CREATE TABLE "club"."referral_years" (
	"member_id" text NOT NULL,
	"year" smallint NOT NULL,
	"paid" integer NOT NULL,
	CONSTRAINT "referral_years_pk" PRIMARY KEY("member_id","year"),
	CONSTRAINT "referral_years_paid" CHECK (paid >= 0)
);
--> statement-breakpoint
CREATE TABLE "club"."referrals" (
	"id" text PRIMARY KEY NOT NULL,
	"inviter_id" text NOT NULL,
	"invited_id" text NOT NULL,
	"state" text DEFAULT 'registered' NOT NULL,
	"points" integer,
	"registered_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"verified_at" timestamp (3) with time zone,
	"due_since" timestamp (3) with time zone,
	"next_try_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "referrals_invited_once" UNIQUE("invited_id"),
	CONSTRAINT "referrals_state" CHECK (state in ('registered', 'due', 'waiting', 'paid', 'capped', 'own', 'before', 'gone', 'ended')),
	CONSTRAINT "referrals_two_people" CHECK (inviter_id <> invited_id),
	CONSTRAINT "referrals_paid" CHECK ((state = 'paid') = (points is not null) and (points is null or points > 0)),
	CONSTRAINT "referrals_verified" CHECK (state in ('registered', 'gone') or verified_at is not null),
	CONSTRAINT "referrals_due_since" CHECK (state <> 'due' or due_since is not null),
	CONSTRAINT "referrals_settled" CHECK ((state in ('registered', 'due', 'waiting')) = (settled_at is null))
);
--> statement-breakpoint
ALTER TABLE "club"."points_rules" ADD COLUMN "most_a_year" integer;--> statement-breakpoint
ALTER TABLE "club"."invitation_codes" ADD CONSTRAINT "invitation_codes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."referral_years" ADD CONSTRAINT "referral_years_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."referrals" ADD CONSTRAINT "referrals_inviter_id_members_id_fk" FOREIGN KEY ("inviter_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "club"."referrals" ADD CONSTRAINT "referrals_invited_id_members_id_fk" FOREIGN KEY ("invited_id") REFERENCES "club"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "referrals_by_inviter" ON "club"."referrals" USING btree ("inviter_id","registered_at","id");--> statement-breakpoint
CREATE INDEX "referrals_due" ON "club"."referrals" USING btree ("next_try_at","id") WHERE state = 'due';--> statement-breakpoint
ALTER TABLE "club"."points_rules" ADD CONSTRAINT "points_rules_most_a_year" CHECK (most_a_year is null or most_a_year >= 1);--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE ON club.referrals FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
-- Who came by whom is for good, and so is what was decided.
CREATE TRIGGER fixed BEFORE UPDATE ON club.referrals FOR EACH ROW
  EXECUTE FUNCTION club.refuse_other_changes('state', 'points', 'verified_at', 'due_since', 'next_try_at', 'settled_at');
--> statement-breakpoint
CREATE TRIGGER moves BEFORE UPDATE ON club.referrals FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION club.refuse_transition('registered>due', 'registered>gone', 'due>waiting', 'due>paid', 'due>capped', 'due>own', 'due>before',
    'due>gone', 'due>ended', 'waiting>due', 'waiting>gone');

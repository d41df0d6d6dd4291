-- What the new tables alone cannot say: appended rows stay, and a voucher or an offer only changes the way its state machine allows.

CREATE TRIGGER appended BEFORE UPDATE OR DELETE ON club.mall_orders FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER appended BEFORE UPDATE OR DELETE ON club.mall_cancellations FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE ON club.mall_items FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE ON club.points_rules FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER fixed BEFORE UPDATE ON club.points_rules FOR EACH ROW EXECUTE FUNCTION club.refuse_other_changes('effective_until');
--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE ON club.sign_ins FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER fixed BEFORE UPDATE ON club.sign_ins FOR EACH ROW EXECUTE FUNCTION club.refuse_other_changes('member_id');
--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE ON club.redemption_ratings FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER fixed BEFORE UPDATE ON club.redemption_ratings FOR EACH ROW EXECUTE FUNCTION club.refuse_other_changes('member_id', 'comment_sealed');
--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE ON club.transfers FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER fixed BEFORE UPDATE ON club.transfers FOR EACH ROW
  EXECUTE FUNCTION club.refuse_other_changes('state', 'giver_id', 'receiver_id', 'new_voucher_id', 'accepted_at', 'taken_back_at', 'accept_scope', 'accept_request_id', 'accept_input_hash');
--> statement-breakpoint
CREATE FUNCTION club.refuse_transition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state || '>' || NEW.state = ANY (TG_ARGV) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '%.% does not go from % to %', TG_TABLE_SCHEMA, TG_TABLE_NAME, OLD.state, NEW.state
    USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
-- The moves of benefits/voucher-states.ts; a test compares the two.
CREATE TRIGGER moves BEFORE UPDATE ON club.vouchers FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION club.refuse_transition('active>reserved', 'reserved>active', 'active>revoked', 'reserved>revoked', 'active>transferred');
--> statement-breakpoint
CREATE TRIGGER moves BEFORE UPDATE ON club.transfers FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION club.refuse_transition('offered>accepted', 'offered>takenBack', 'offered>expired');

-- What the tables alone cannot say: appended rows stay as they are, entries balance, and states that follow from the clock have one definition.

CREATE FUNCTION club.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of %.% are appended, never changed or deleted', TG_TABLE_SCHEMA, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
-- Arguments: the columns that may change. Everything else of the row is fixed once written.
CREATE FUNCTION club.refuse_other_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) - TG_ARGV) IS DISTINCT FROM (to_jsonb(OLD) - TG_ARGV) THEN
    RAISE EXCEPTION 'only % of %.% may change', array_to_string(TG_ARGV, ', '), TG_TABLE_SCHEMA, TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION club.refuse_second_reversal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.reversed_at IS NOT NULL THEN
    RAISE EXCEPTION 'a redemption is reversed once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION club.refuse_unlocking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.batch_id IS NOT NULL THEN
    RAISE EXCEPTION 'a settlement line in a batch is locked' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION club.points_entries_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(points) FROM club.points_entries WHERE transaction_id = NEW.transaction_id) <> 0 THEN
    RAISE EXCEPTION 'the entries of points transaction % do not add up to zero', NEW.transaction_id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER appended BEFORE UPDATE OR DELETE ON club.voucher_events FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER appended BEFORE UPDATE OR DELETE ON club.identity_bindings FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER appended BEFORE UPDATE OR DELETE ON club.member_merges FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER appended BEFORE UPDATE OR DELETE ON club.gift_claims FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER appended BEFORE UPDATE OR DELETE ON club.redemption_reversals FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER appended BEFORE UPDATE OR DELETE ON club.points_transactions FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER appended BEFORE UPDATE OR DELETE ON club.points_entries FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER appended BEFORE UPDATE OR DELETE ON club.points_allocations FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE ON club.redemptions FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE ON club.settlement_lines FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE ON club.vouchers FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE ON club.gifts FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE ON club.orders FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE ON club.points_lots FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER fixed BEFORE UPDATE ON club.redemptions FOR EACH ROW EXECUTE FUNCTION club.refuse_other_changes('reversed_at');
--> statement-breakpoint
CREATE TRIGGER reversed_once BEFORE UPDATE ON club.redemptions FOR EACH ROW EXECUTE FUNCTION club.refuse_second_reversal();
--> statement-breakpoint
CREATE TRIGGER fixed BEFORE UPDATE ON club.settlement_lines FOR EACH ROW EXECUTE FUNCTION club.refuse_other_changes('batch_id');
--> statement-breakpoint
CREATE TRIGGER locked BEFORE UPDATE ON club.settlement_lines FOR EACH ROW EXECUTE FUNCTION club.refuse_unlocking();
--> statement-breakpoint
CREATE TRIGGER fixed BEFORE UPDATE ON club.orders FOR EACH ROW EXECUTE FUNCTION club.refuse_other_changes('member_id');
--> statement-breakpoint
CREATE TRIGGER fixed BEFORE UPDATE ON club.points_lots FOR EACH ROW EXECUTE FUNCTION club.refuse_other_changes('left_points');
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON club.points_entries DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION club.points_entries_balance();
--> statement-breakpoint
CREATE FUNCTION club.voucher_state(state text, uses_left smallint, amount_left_fen bigint, valid_until timestamptz) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN state IN ('revoked', 'transferred') THEN state
    WHEN uses_left = 0 OR amount_left_fen = 0 THEN 'redeemed'
    WHEN valid_until <= now() THEN 'expired'
    ELSE state
  END
$$;
--> statement-breakpoint
CREATE FUNCTION club.gift_state(state text, expires_at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN state = 'offered' AND expires_at <= now() THEN 'expired' ELSE state END
$$;
--> statement-breakpoint
-- Metres between two positions on a sphere; good to a few metres within a city.
CREATE FUNCTION club.distance_metres(latitude_a double precision, longitude_a double precision, latitude_b double precision, longitude_b double precision)
RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT round(2 * 6371008.8 * asin(least(1, sqrt(
    power(sin(radians(latitude_b - latitude_a) / 2), 2)
    + cos(radians(latitude_a)) * cos(radians(latitude_b)) * power(sin(radians(longitude_b - longitude_a) / 2), 2)
  ))))::integer
$$;
--> statement-breakpoint
-- A store that closes after midnight is still open on the next day's first hours.
CREATE FUNCTION club.open_at(moment timestamptz, opens_minute smallint, closes_minute smallint, open_weekdays smallint[]) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT (isodow = ANY (open_weekdays) AND minute >= opens_minute AND minute < closes_minute)
    OR ((isodow + 5) % 7 + 1 = ANY (open_weekdays) AND minute + 1440 < closes_minute)
  FROM (
    SELECT extract(isodow FROM moment AT TIME ZONE 'Asia/Shanghai')::int AS isodow,
      (extract(hour FROM moment AT TIME ZONE 'Asia/Shanghai') * 60 + extract(minute FROM moment AT TIME ZONE 'Asia/Shanghai'))::int AS minute
  ) AS local
$$;
--> statement-breakpoint
-- A branch and everything below it.
CREATE FUNCTION club.branch_tree(root text) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  WITH RECURSIVE tree AS (
    SELECT id FROM club.branches WHERE id = root
    UNION
    SELECT b.id FROM club.branches b JOIN tree t ON b.parent_id = t.id
  )
  SELECT id FROM tree
$$;

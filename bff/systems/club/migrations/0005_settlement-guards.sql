-- A statement stays as it was closed: its lines, its total and its period; only what is said about it moves on, one way.

CREATE TRIGGER kept BEFORE DELETE ON club.settlement_batches FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER fixed BEFORE UPDATE ON club.settlement_batches FOR EACH ROW EXECUTE FUNCTION
  club.refuse_other_changes('state', 'confirmed_at', 'confirmed_by', 'invoice_no', 'invoiced_at', 'paid_at', 'paid_by', 'payment_ref');
--> statement-breakpoint
CREATE FUNCTION club.refuse_settlement_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN
    (('closed', 'disputed'), ('disputed', 'closed'), ('closed', 'confirmed'), ('confirmed', 'paid')) THEN
    RAISE EXCEPTION 'a statement does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.state = 'paid' THEN
    RAISE EXCEPTION 'a paid statement does not change' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER steps BEFORE UPDATE ON club.settlement_batches FOR EACH ROW EXECUTE FUNCTION club.refuse_settlement_step();
--> statement-breakpoint
-- A batch is written in the statement that gathers its lines; whatever comes later belongs to the next one.
CREATE FUNCTION club.refuse_late_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.batch_id IS NOT NULL AND EXISTS (SELECT FROM club.settlement_batches b WHERE b.id = NEW.batch_id) THEN
    RAISE EXCEPTION 'statement % is closed', NEW.batch_id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER closed BEFORE INSERT OR UPDATE ON club.settlement_lines FOR EACH ROW EXECUTE FUNCTION club.refuse_late_line();
--> statement-breakpoint
CREATE TRIGGER appended BEFORE UPDATE OR DELETE ON club.settlement_actions FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER appended BEFORE UPDATE OR DELETE ON club.clerk_changes FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER appended BEFORE UPDATE OR DELETE ON club.check_runs FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE ON club.settlement_runs FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE ON club.settlement_disputes FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER fixed BEFORE UPDATE ON club.settlement_disputes FOR EACH ROW EXECUTE FUNCTION
  club.refuse_other_changes('state', 'answer_sealed', 'answered_at', 'answered_by', 'adjustment_line_id');
--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE ON club.voucher_reports FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
-- The member's own words can be taken out when the member asks to be forgotten.
CREATE TRIGGER fixed BEFORE UPDATE ON club.voucher_reports FOR EACH ROW EXECUTE FUNCTION
  club.refuse_other_changes('comment_sealed', 'state', 'answer_sealed', 'closed_at', 'closed_by', 'closing_scope', 'closing_request_id', 'closing_input_hash');
--> statement-breakpoint
-- What a store keeps open on a day of Asia/Shanghai: the day's own hours, otherwise the week's; no row when it is closed.
CREATE FUNCTION club.hours_on(store text, on_day date) RETURNS TABLE (opens integer, closes integer) LANGUAGE sql STABLE AS $$
  SELECT d.opens_minute::integer, d.closes_minute::integer FROM club.store_special_days d
  WHERE d.store_id = store AND d.day = on_day AND d.opens_minute IS NOT NULL
  UNION ALL
  SELECT s.opens_minute::integer, s.closes_minute::integer FROM club.stores s
  WHERE s.id = store AND extract(isodow FROM on_day)::integer = ANY (s.open_weekdays)
    AND NOT EXISTS (SELECT FROM club.store_special_days d WHERE d.store_id = store AND d.day = on_day)
$$;
--> statement-breakpoint
-- Who closes after midnight is still open on the next day's first hours.
CREATE FUNCTION club.store_open_at(store text, moment timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(bool_or(minute >= opens AND minute < closes), false)
  FROM (SELECT moment AT TIME ZONE 'Asia/Shanghai' AS local) AS clock,
    LATERAL (
      SELECT opens, closes, (extract(hour FROM local) * 60 + extract(minute FROM local))::integer AS minute FROM club.hours_on(store, local::date)
      UNION ALL
      SELECT opens, closes, (extract(hour FROM local) * 60 + extract(minute FROM local))::integer + 1440 FROM club.hours_on(store, local::date - 1)
    ) AS hours
$$;

-- Who saw a person's data is a record: it is appended, never edited, and deleted only once the three years are over in which somebody may ask.
CREATE FUNCTION "bff"."refuse_change_for_three_years"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.at < now() - interval '3 years' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER "access_records_append_only" BEFORE UPDATE OR DELETE ON "bff"."access_records"
  FOR EACH ROW EXECUTE FUNCTION "bff"."refuse_change_for_three_years"();

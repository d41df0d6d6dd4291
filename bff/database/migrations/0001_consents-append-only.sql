-- What a person agreed to is a record: it is appended, never edited and never deleted.
CREATE FUNCTION "bff"."refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER "consents_append_only" BEFORE UPDATE OR DELETE ON "bff"."consents"
  FOR EACH ROW EXECUTE FUNCTION "bff"."refuse_change"();

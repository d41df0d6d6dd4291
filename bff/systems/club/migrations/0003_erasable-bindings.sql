-- The answer kept with a binding names a person; who asked to be forgotten is taken out of it. Everything else of the row stays fixed, and the row stays.
DROP TRIGGER appended ON club.identity_bindings;
--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE ON club.identity_bindings FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER fixed BEFORE UPDATE ON club.identity_bindings FOR EACH ROW EXECUTE FUNCTION club.refuse_other_changes('answer_sealed');

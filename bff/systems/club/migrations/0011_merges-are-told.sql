-- A merge is never changed; that it was told is written beside it.
DROP TRIGGER appended ON club.member_merges;
--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE ON club.member_merges FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER fixed BEFORE UPDATE ON club.member_merges FOR EACH ROW EXECUTE FUNCTION club.refuse_other_changes('told_at');

-- When two members become one, the places of a day that one held become the other's; nothing else of a use ever changes.
DROP TRIGGER fixed ON club.redemptions;
--> statement-breakpoint
CREATE TRIGGER fixed BEFORE UPDATE ON club.redemptions FOR EACH ROW EXECUTE FUNCTION club.refuse_other_changes('reversed_at', 'limit_holder', 'limit_no');
--> statement-breakpoint
-- Why a use was undone may be about a person, and goes when that person asks to be forgotten.
DROP TRIGGER appended ON club.redemption_reversals;
--> statement-breakpoint
CREATE TRIGGER kept BEFORE DELETE ON club.redemption_reversals FOR EACH ROW EXECUTE FUNCTION club.refuse_change();
--> statement-breakpoint
CREATE TRIGGER fixed BEFORE UPDATE ON club.redemption_reversals FOR EACH ROW EXECUTE FUNCTION club.refuse_other_changes('reason_sealed');

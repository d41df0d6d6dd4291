-- Statements that an older demonstration wrote began with their first use, so days between two belonged to none. What they pay stays as it is; the period
-- begins where the last one ended. Statements that were really closed keep that rule already.
ALTER TABLE club.settlement_batches DISABLE TRIGGER USER;
--> statement-breakpoint
UPDATE club.settlement_batches b SET period_from = before.ended + 1
FROM (SELECT id, lag(period_to) OVER (PARTITION BY merchant_id ORDER BY number) AS ended FROM club.settlement_batches) before
WHERE before.id = b.id AND b.period_from > before.ended + 1;
--> statement-breakpoint
ALTER TABLE club.settlement_batches ENABLE TRIGGER USER;

/** A line belongs to the first statement that finds it without one. It is never asked when it was written: a slow transaction would fall between two. */
export const closingGuard = 'l.batch_id is null';

/**
 * Closes what a merchant is owed in one statement: the lines that no statement holds go into a new one, and its total is reckoned from the very rows that
 * were taken. An undo that waits for one of them finds it locked; one that was faster has left its negative line here or leaves it for the next.
 *
 * $1 batch id · $2 merchant · $3 run · $4 through · $5 last day · $6 only where a period has ended
 */
const text = `
with last as (
  select number, period_to from settlement_batches where merchant_id = $2 order by number desc limit 1
), due as (
  select not $6::boolean or (
    exists (select 1 from settlement_lines o where o.merchant_id = $2 and o.batch_id is null and o.at < $4)
    and not exists (select 1 from settlement_batches b where b.merchant_id = $2 and b.through >= $4)) as is_due
), taken as (
  update settlement_lines l set batch_id = $1 from due where due.is_due and l.merchant_id = $2 and ${closingGuard}
  returning l.amount_fen, l.kind, l.at
)
insert into settlement_batches (id, merchant_id, branch_id, run_id, number, through, period_from, period_to, total_fen, line_count, redemption_count)
select $1, m.id, m.branch_id, $3, coalesce(last.number, 0) + 1, $4,
  least(coalesce(last.period_to + 1, (min(t.at) at time zone 'Asia/Shanghai')::date), $5::date), $5::date,
  sum(t.amount_fen)::bigint, count(*), count(*) filter (where t.kind = 'redemption')
from taken t join merchants m on m.id = $2 left join last on true
group by m.id, m.branch_id, last.number, last.period_to
returning id`;

/** An object, so that a test can take the guard out and see the sums go wrong. */
export const closingStatement = { name: 'club-close-settlement', text };

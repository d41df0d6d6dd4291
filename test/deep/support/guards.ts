import {
  dayLimitGuard,
  redemptionGuard,
  redemptionStatement,
} from '../../../bff/systems/club/counter/redemption-statement';
import { standingStatement } from '../../../bff/systems/club/counter/reverse';
import { checkDueStatement } from '../../../bff/systems/club/jobs/check-promises';
import { takeMessageStatement } from '../../../bff/systems/club/jobs/send-messages';
import { sweepCursorStatement } from '../../../bff/systems/club/jobs/sweep-expired';
import {
  limitGuard,
  limitStatement,
  stockGuard,
  stockStatement,
} from '../../../bff/systems/club/mall/exchange-statements';
import { lockAccountStatement, openLotsStatement } from '../../../bff/systems/club/points/lots';
import { arrivalStatement, formerGuard } from '../../../bff/systems/club/referral/note-arrival';
import {
  openReferralStatement,
  placeGuard,
  placeStatement,
} from '../../../bff/systems/club/referral/settle-statements';
import { lockBatchStatement } from '../../../bff/systems/club/settlement/confirm';
import { acceptGuard, acceptStatement } from '../../../bff/systems/club/transfers/accept-statement';
import { raise, takeCase, takeSeat } from '../../../bff/systems/core/claims/dispatch';
import { pay } from '../../../bff/systems/core/claims/payouts';

interface Guard {
  statement: { text: string };
  condition: string;
  /** Its parameters stay, or the statement would not be one. */
  instead: string;
}

const guards = {
  redemption: {
    statement: redemptionStatement,
    condition: redemptionGuard,
    instead: ' ($5::int is null or true) and ($6::int is null or true)',
  },
  dayLimit: { statement: redemptionStatement, condition: dayLimitGuard, instead: '' },
  transfer: { statement: acceptStatement, condition: acceptGuard, instead: 'true' },
  stock: { statement: stockStatement, condition: stockGuard, instead: 'true' },
  limit: { statement: limitStatement, condition: limitGuard, instead: 'true' },
  account: { statement: lockAccountStatement, condition: ' for update', instead: '' },
  lots: { statement: openLotsStatement, condition: ' for update', instead: '' },
  firstToRunOut: {
    statement: openLotsStatement,
    condition: 'order by expires_at',
    instead: 'order by expires_at desc',
  },
  pointsClock: {
    statement: lockAccountStatement,
    condition: 'now() as now',
    instead: `timestamptz 'epoch' as now`,
  },
  presentationLife: { statement: redemptionStatement, condition: ' and p.expires_at > now()', instead: '' },
  presentationLatest: {
    statement: redemptionStatement,
    condition: ' and p.seq > v.presentation_seq - 2',
    instead: '',
  },
  presentationOnce: { statement: redemptionStatement, condition: ' and p.used_at is null', instead: '' },
  scanLife: { statement: redemptionStatement, condition: 'or $7 > now()', instead: 'or true' },
  undoLock: { statement: standingStatement, condition: ' for update of r, l', instead: '' },
  batchLock: { statement: lockBatchStatement, condition: ' for update', instead: '' },
  messageClaim: { statement: takeMessageStatement, condition: ' for update skip locked', instead: '' },
  messageLease: {
    statement: takeMessageStatement,
    condition: 'due_at = now() + make_interval(secs => $1)',
    instead: 'due_at = due_at + make_interval(secs => 0 * $1)',
  },
  sweepTurn: { statement: sweepCursorStatement, condition: ' for update', instead: '' },
  checkDue: { statement: checkDueStatement, condition: 'max(finished_at) < last_two', instead: 'true' },
  referralOnce: { statement: openReferralStatement, condition: ` and state = 'due' for update`, instead: '' },
  referralPlaces: { statement: placeStatement, condition: placeGuard, instead: '$2::int is null or true' },
  referralNewcomer: { statement: arrivalStatement, condition: formerGuard, instead: 'true' },
  dispatchCase: { statement: takeCase, condition: " and state = 'waiting'", instead: '' },
  dispatchSeat: { statement: takeSeat, condition: ' and open_cases < capacity', instead: '' },
  escalation: { statement: raise, condition: ' and level = $2 - 1', instead: '' },
  payout: { statement: pay, condition: "o.state = 'ready'", instead: 'true' },
} satisfies Record<string, Guard>;

export type GuardName = keyof typeof guards;

/** Takes one condition out of its statement; everything else stays as it is. The returned function puts it back. */
export function takeOut(name: GuardName): () => void {
  const { statement, condition, instead } = guards[name];
  const { text } = statement;
  const mutated = text.replace(condition, instead);
  if (mutated === text) throw new Error(`the guard ${name} was not found in its statement`);
  statement.text = mutated;
  return () => {
    statement.text = text;
  };
}

import { redemptionGuard, redemptionStatement } from '../../../bff/systems/club/counter/redemption-statement';
import {
  limitGuard,
  limitStatement,
  stockGuard,
  stockStatement,
} from '../../../bff/systems/club/mall/exchange-statements';
import { lockAccountStatement, openLotsStatement } from '../../../bff/systems/club/points/lots';
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
  transfer: { statement: acceptStatement, condition: acceptGuard, instead: 'true' },
  stock: { statement: stockStatement, condition: stockGuard, instead: 'true' },
  limit: { statement: limitStatement, condition: limitGuard, instead: 'true' },
  account: { statement: lockAccountStatement, condition: ' for update', instead: '' },
  lots: { statement: openLotsStatement, condition: ' for update', instead: '' },
  dispatchCase: { statement: takeCase, condition: " and state = 'waiting'", instead: '' },
  dispatchSeat: { statement: takeSeat, condition: ' and open_cases < capacity', instead: '' },
  escalation: { statement: raise, condition: ' and level = $2 - 1', instead: '' },
  payout: { statement: pay, condition: "o.state = 'ready'", instead: 'true' },
} satisfies Record<string, Guard>;

export type GuardName = keyof typeof guards;

/** Takes one condition out of its statement; everything else stays as it is. */
export function takeOut(name: GuardName): void {
  const { statement, condition, instead } = guards[name];
  const mutated = statement.text.replace(condition, instead);
  if (mutated === statement.text) throw new Error(`the guard ${name} was not found in its statement`);
  statement.text = mutated;
}

import type { Payee, Payout } from '../../../upstream/core/contract/claim-parts';

export const payeeNames: Record<Payee, string> = {
  insured: '被保险人本人',
  garage: '修理厂',
  hospital: '医院',
  victim: '对方（受害人）',
};

export interface PayoutSituation {
  purpose: Payout['purpose'];
  injured: boolean;
  /** The third party confirms in a paper we accepted that the insured has paid already. */
  thirdPartyPaid: boolean;
}

type Option = Payout['payees'][number];
const option = (payee: Payee, reason = '', allowed = true): Option => ({
  payee,
  name: payeeNames[payee],
  allowed,
  reason,
});

/**
 * Who may be paid. 保险法 65: money for damage to others goes to the others; the insured gets it only after having paid
 * them, which a paper of theirs shows.
 */
export function payeesOf({ purpose, injured, thirdPartyPaid }: PayoutSituation): Option[] {
  if (purpose === 'ownDamage') {
    return [option('insured'), option('garage'), ...(injured ? [option('hospital')] : [])];
  }
  const why = '赔给对方的钱，法律规定先给对方。您已经赔过对方的，留好对方的收条，打电话告诉负责的理赔员。';
  return [
    option('victim'),
    option('garage'),
    ...(injured ? [option('hospital')] : []),
    option('insured', thirdPartyPaid ? '' : why, thirdPartyPaid),
  ];
}

export const purposeNames: Record<Payout['purpose'], string> = {
  ownDamage: '赔您这边的损失',
  thirdPartyLiability: '赔对方的损失',
};

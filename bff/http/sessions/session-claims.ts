import type { Actor } from '../service-token';

/** At whose counter an account stands, as far as the token knows; the club system checks it again on every call. */
export interface CounterClaims {
  role: 'clerk' | 'merchantOwner';
  clerkId: string;
  merchantId: string;
  storeIds: string[];
}

export interface MemberClaims {
  audience: 'member';
  accountId: string;
  sessionId: string;
  /** True for a session that came from wx.login alone. */
  phoneless: boolean;
  branchId: string;
  counter?: CounterClaims;
}

export interface OperatorClaims {
  audience: 'operator';
  accountId: string;
  sessionId: string;
  operatorId: string;
  name: string;
  branchId: string;
}

export type SessionClaims = MemberClaims | OperatorClaims;
export type Audience = SessionClaims['audience'];

export function memberActor(claims: Pick<MemberClaims, 'accountId' | 'branchId'>): Actor {
  return { subject: claims.accountId, role: 'member', branchId: claims.branchId };
}

export function counterActor(claims: MemberClaims, counter: CounterClaims): Actor {
  const { role, clerkId, merchantId, storeIds } = counter;
  return { subject: claims.accountId, role, clerkId, merchantId, storeIds, branchId: claims.branchId };
}

export function operatorActor(claims: OperatorClaims): Actor {
  return { subject: claims.operatorId, role: 'operator', branchId: claims.branchId };
}

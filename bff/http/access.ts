import type { AccessRule } from './route';
import type { Actor } from './service-token';

/** Who is calling a member route: the account, and the actor that goes to the systems of record. */
export interface AccountCaller {
  accountId: string;
  sessionId: string;
  /** True for a session that came from wx.login alone: no phone is bound yet. */
  phoneless: boolean;
  /** role `member`, subject = account id. */
  actor: Actor;
}

/** Who stands at a merchant's counter: the same account, acting as clerk or owner of one merchant. */
export interface CounterCaller extends AccountCaller {
  /** role `clerk` or `merchantOwner`, with merchantId, clerkId and storeIds. */
  counterActor: Actor;
}

export interface OperatorCaller {
  operatorId: string;
  name: string;
  sessionId: string;
  /** role `operator`, with branchId. */
  actor: Actor;
}

/** The authorisation rules of the BFF, built once in compose from the session keys. */
export interface AccessRules {
  /** Anybody; the route says in its description why. */
  open: AccessRule<undefined>;
  /** Any signed-in account, also one without a phone. */
  account: AccessRule<AccountCaller>;
  /** A signed-in account with a proven phone; otherwise 403 PHONE_REQUIRED. */
  member: AccessRule<AccountCaller>;
  /** A clerk or owner of a merchant; for anybody else the counter does not exist (404). */
  counter: AccessRule<CounterCaller>;
  /** An operator's token has its own audience; a member's token is 401 here and the other way round. */
  operator: AccessRule<OperatorCaller>;
}

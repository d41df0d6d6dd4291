import { toInstant } from '../../http/instants';
import { Problem } from '../../http/problem';
import { systemActor } from '../../http/service-token';
import type { AccessTokens } from '../../http/sessions/access-tokens';
import type { SessionStore } from '../../http/sessions/session-store';
import { normaliseMobile } from '../../identifiers';
import type { SmsSignIn } from '../../one-time-codes/sms-sign-in';
import type { Members } from '../../upstream/club/members';

export interface OperatorSessionDeps {
  smsSignIn: SmsSignIn;
  members: Pick<Members, 'signIn'>;
  store: SessionStore;
  tokens: AccessTokens;
}

/**
 * An operator's own door: own codes, own token audience, and no refresh token, so that it closes after a quarter of an
 * hour. Without a second factor it exists in demo mode only. Whoever is no operator learns no more than "wrong code".
 * @throws Problem 422 SMS_CODE_WRONG, 429
 */
export async function signInOperator(
  { smsSignIn, members, store, tokens }: OperatorSessionDeps,
  proof: { phone: string; code: string },
  entry: { address: string; requestId: string },
) {
  const phone = normaliseMobile(proof.phone);
  const owner = { audience: 'operator' as const, phone, code: proof.code, address: entry.address };
  const { member } = await smsSignIn.withCode(owner, () =>
    members.signIn({ actor: systemActor, requestId: entry.requestId }, { phone }),
  );
  if (!member.operator) throw new Problem(422, 'SMS_CODE_WRONG', '验证码不对，或者这个号码不能登录内管');
  const { operatorId, name, branchId } = member.operator;
  const opened = await store.open({ accountId: member.id, audience: 'operator', client: 'app' });
  const { accessToken, expiresAt } = tokens.issue({
    audience: 'operator',
    accountId: member.id,
    sessionId: opened.sessionId,
    operatorId,
    name,
    branchId,
  });
  return {
    accessToken,
    accessTokenExpiresAt: toInstant(expiresAt),
    operator: { id: operatorId, name, branchId },
  };
}

import { Problem } from '../../http/problem';
import type { SmsSignIn } from '../../one-time-codes/sms-sign-in';
import { maskPhone } from '../../masking';
import type { Calling } from '../../upstream/calling';
import type { Members } from '../../upstream/club/members';

/**
 * A fresh proof before something that a stolen session must not do: a code to the account's own phone, of a kind that opens
 * nothing else. The phone is read where it is kept, never taken from the caller.
 */
export interface StepUp {
  /** @throws Problem 429, 403 PHONE_REQUIRED */
  send(by: Calling, address: string): Promise<{ phoneMasked: string; retryAfterSeconds: number }>;
  /** @throws Problem 422 SMS_CODE_WRONG */
  proven<Result>(
    by: Calling,
    proof: { code: string; address: string },
    then: () => Promise<Result>,
  ): Promise<Result>;
}

export function createStepUp(deps: { members: Pick<Members, 'me'>; smsSignIn: SmsSignIn }): StepUp {
  const { members, smsSignIn } = deps;

  async function ownerOf(by: Calling) {
    const { phone } = await members.me(by);
    if (phone === null) throw new Problem(403, 'PHONE_REQUIRED', '请先绑定手机号，再继续');
    return { audience: 'stepUp' as const, phone };
  }

  return {
    async send(by, address) {
      const owner = await ownerOf(by);
      const { retryAfterSeconds } = await smsSignIn.sendCode(owner, address);
      return { phoneMasked: maskPhone(owner.phone), retryAfterSeconds };
    },
    async proven(by, { code, address }, then) {
      return smsSignIn.withCode({ ...(await ownerOf(by)), code, address }, then);
    },
  };
}

import { randomUUID } from 'node:crypto';
import type { Limits } from '../http/limits';
import { Problem } from '../http/problem';
import { OutcomeUnknown, UpstreamAway, UpstreamContractBroken } from '../http/upstream-errors';
import type { Sms } from '../upstream/sms/client';
import type { CodeOwner, CodeStore } from './code-store';

/**
 * Proving a phone by SMS. The answer to a request for a code is the same for every number: whether somebody is a
 * member is nobody's business. A wrong, lapsed or used-up code is 422 SMS_CODE_WRONG, whatever the reason.
 */
export interface SmsSignIn {
  /** @throws Problem 429; UpstreamAway when the gateway did not take the message */
  sendCode(owner: CodeOwner, address: string): Promise<{ retryAfterSeconds: number }>;
  /**
   * Runs `enter` once the code proved right. When a system was away and nothing happened the code stays good.
   * @throws Problem 422 SMS_CODE_WRONG, 429
   */
  withCode<Result>(
    proof: CodeOwner & { code: string; address: string },
    enter: () => Promise<Result>,
  ): Promise<Result>;
  /**
   * The same for several phones at once: all of them, or none is used up but for the one that was wrong. The same request may come again with them:
   * whether it was done is not for the codes to say.
   */
  withCodes<Result>(
    proofs: readonly CodeProof[],
    from: Entering,
    enter: () => Promise<Result>,
  ): Promise<Result>;
}

interface Entering {
  address: string;
  /** Account and request id. */
  request?: string;
}

export interface CodeProof {
  owner: CodeOwner;
  code: string;
  /** What is said when this one is wrong. */
  wrong?: Problem;
}

export interface SmsSignInDeps {
  codes: CodeStore;
  limits: Limits;
  sms: Sms;
  /** How long a screen waits before it offers another code. */
  resendAfterSeconds: number;
}

const nothingHappened = (error: unknown) =>
  error instanceof UpstreamAway || (error instanceof UpstreamContractBroken && !error.write);

const wrongCode = () =>
  new Problem(422, 'SMS_CODE_WRONG', '验证码不对或已经过期，请看最新一条短信；连着输错 5 次要重新获取');

/** The message says what the code is for: whoever is talked into reading one aloud should hear it. */
const templates = {
  member: 'loginCode',
  operator: 'loginCode',
  stepUp: 'confirmCode',
  merge: 'mergeCode',
} as const;

/** Who has just signed in may confirm something at once; a second code of the same kind has to wait. */
const waitingKey = ({ audience, phone }: CodeOwner) =>
  audience === 'stepUp' || audience === 'merge' ? `${audience}:${phone}` : phone;

export function createSmsSignIn({ codes, limits, sms, resendAfterSeconds }: SmsSignInDeps): SmsSignIn {
  async function takeAll({ audience, phone }: CodeOwner, address: string): Promise<void> {
    await limits.take('smsPerAddressHour', address);
    await limits.take('smsPerPhoneMinute', waitingKey({ audience, phone }));
    await limits.take('smsPerPhoneDay', phone);
    await limits.take('smsAllMinute', 'all');
  }

  async function deliver(owner: CodeOwner, code: string): Promise<void> {
    const { audience, phone } = owner;
    try {
      const message = { phone, template: templates[audience], values: { code } };
      await sms.send(message, { idempotencyKey: randomUUID() });
    } catch (error) {
      // It may be on its way: waiting for it is the right thing for the person to do.
      if (error instanceof OutcomeUnknown) return;
      await limits.giveBack('smsPerPhoneMinute', waitingKey(owner));
      throw error;
    }
  }

  async function withCodes<Result>(
    proofs: readonly CodeProof[],
    { address, request }: Entering,
    enter: () => Promise<Result>,
  ): Promise<Result> {
    await limits.take('signInPerAddress', address);
    const right: CodeProof[] = [];
    const giveBack = () => Promise.all(right.map(({ owner, code }) => codes.unredeem(owner, code)));
    try {
      for (const proof of proofs) {
        if (!(await codes.redeem(proof.owner, proof.code, request))) throw proof.wrong ?? wrongCode();
        right.push(proof);
      }
    } catch (error) {
      await giveBack();
      throw error;
    }
    try {
      return await enter();
    } catch (error) {
      if (nothingHappened(error)) await giveBack();
      throw error;
    }
  }

  return {
    async sendCode(owner, address) {
      await takeAll(owner, address);
      await deliver(owner, await codes.renew(owner));
      return { retryAfterSeconds: resendAfterSeconds };
    },
    withCode: ({ code, address, ...owner }, enter) => withCodes([{ owner, code }], { address }, enter),
    withCodes,
  };
}

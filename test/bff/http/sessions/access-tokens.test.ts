import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { createKeyring } from '../../../../bff/crypto/keyring';
import { createAccessTokens } from '../../../../bff/http/sessions/access-tokens';
import { createTokenCheck } from '../../../../bff/http/sessions/token-cache';
import type { MemberClaims, OperatorClaims } from '../../../../bff/http/sessions/session-claims';

const keyring = createKeyring([randomBytes(32)]);
const tokens = createAccessTokens(keyring, { lifetimeSeconds: 900 });
const member: MemberClaims = {
  audience: 'member',
  accountId: 'mem_1',
  sessionId: 'ses_1',
  phoneless: false,
  branchId: 'br_1',
};
const operator: OperatorClaims = {
  audience: 'operator',
  accountId: 'mem_2',
  sessionId: 'ses_2',
  operatorId: 'op_1',
  name: '何静',
  branchId: 'br_1',
};

const rightHeader = { alg: 'HS256', typ: 'at+jwt', kid: keyring.current.id };
const rightPayload = () => ({
  iss: 'chezhu-club',
  aud: 'member-api',
  sub: 'mem_1',
  sid: 'ses_1',
  branch: 'br_1',
  phoneless: false,
  iat: Math.floor(Date.now() / 1000),
  exp: Math.floor(Date.now() / 1000) + 600,
});

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token with any header and payload, signed with our own key unless told otherwise: only the claim under test is wrong. */
function forged(change: { header?: object; payload?: object; signature?: string }): string {
  const unsigned = `${part({ ...rightHeader, ...change.header })}.${part({ ...rightPayload(), ...change.payload })}`;
  const signature =
    change.signature ?? createHmac('sha256', keyring.current.key).update(unsigned).digest('base64url');
  return `${unsigned}.${signature}`;
}

const inOneMinute = () => Math.floor(Date.now() / 1000) + 60;

describe('access tokens', () => {
  it('come back as the claims they were issued for', () => {
    const counter = { role: 'clerk' as const, clerkId: 'clk_1', merchantId: 'mch_1', storeIds: ['sto_1'] };
    const clerk = { ...member, counter };
    expect(tokens.verify(tokens.issue(clerk).accessToken, 'member')?.claims).toEqual(clerk);
    expect(tokens.verify(tokens.issue(operator).accessToken, 'operator')?.claims).toEqual(operator);
  });

  it('are worth nothing at the other door', () => {
    expect(tokens.verify(tokens.issue(member).accessToken, 'operator')).toBeUndefined();
    expect(tokens.verify(tokens.issue(operator).accessToken, 'member')).toBeUndefined();
  });

  it('accept the forgery of this test when nothing in it is wrong', () => {
    expect(tokens.verify(forged({}), 'member')).toBeDefined();
  });

  it.each([
    ['no algorithm', () => forged({ header: { alg: 'none' }, signature: '' })],
    ['an algorithm in capitals that means none', () => forged({ header: { alg: 'NONE' }, signature: '' })],
    [
      'another HMAC',
      () =>
        jwt.sign(rightPayload(), keyring.current.key, {
          algorithm: 'HS512',
          header: { ...rightHeader, alg: 'HS512' },
        }),
    ],
    [
      'an RSA signature',
      () => {
        const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
        return jwt.sign(rightPayload(), privateKey, {
          algorithm: 'RS256',
          header: { ...rightHeader, alg: 'RS256' },
        });
      },
    ],
    ['an unknown key id', () => forged({ header: { kid: 'deadbeef' } })],
    ['a path as key id', () => forged({ header: { kid: '../../../../dev/null' } })],
    ['a property as key id', () => forged({ header: { kid: '__proto__' } })],
    ['no key id', () => forged({ header: { kid: undefined } })],
    ['a list as key id', () => forged({ header: { kid: [keyring.current.id] } })],
    ['an address of keys', () => forged({ header: { kid: 'x', jku: 'https://attacker.example/keys' } })],
    ['another type', () => forged({ header: { typ: 'JWT' } })],
    ['the type of service tokens', () => forged({ header: { typ: 'service+jwt' } })],
    ['another issuer', () => forged({ payload: { iss: 'someone' } })],
    ['another audience', () => forged({ payload: { aud: 'club' } })],
    ['no audience', () => forged({ payload: { aud: undefined } })],
    ['an expiry in the past', () => forged({ payload: { exp: Math.floor(Date.now() / 1000) - 1 } })],
    ['no expiry', () => forged({ payload: { exp: undefined } })],
    [
      'a longer life than we give',
      () => forged({ payload: { iat: Math.floor(Date.now() / 1000) - 3600, exp: inOneMinute() } }),
    ],
    ['no session', () => forged({ payload: { sid: undefined } })],
    [
      'a foreign signature',
      () => forged({ signature: createHmac('sha256', 'guess').update('x').digest('base64url') }),
    ],
    ['far too many characters', () => forged({ payload: { filler: 'x'.repeat(10_000) } })],
    ['nonsense', () => 'a.b.c'],
  ])('refuse %s', (_name, make) => {
    expect(tokens.verify(make(), 'member')).toBeUndefined();
  });

  it('live on over a rotation of keys, and end with their key', () => {
    const [oldSecret, newSecret] = [randomBytes(32), randomBytes(32)];
    const before = createAccessTokens(createKeyring([oldSecret]), { lifetimeSeconds: 900 });
    const during = createAccessTokens(createKeyring([newSecret, oldSecret]), { lifetimeSeconds: 900 });
    const after = createAccessTokens(createKeyring([newSecret]), { lifetimeSeconds: 900 });
    const { accessToken } = before.issue(member);
    expect(during.verify(accessToken, 'member')).toBeDefined();
    expect(after.verify(accessToken, 'member')).toBeUndefined();
  });
});

describe('the memory of checked tokens', () => {
  it('asks for the end of the session every time', () => {
    const ended = new Set<string>();
    const check = createTokenCheck(tokens, ended);
    const { accessToken } = tokens.issue(member);
    expect(check.check(accessToken, 'member')).toEqual(member);
    ended.add('ses_1');
    expect(check.check(accessToken, 'member')).toBeUndefined();
  });

  it('never turns a checked member token into an operator’s', () => {
    const check = createTokenCheck(tokens, new Set());
    const { accessToken } = tokens.issue(member);
    check.check(accessToken, 'member');
    expect(check.check(accessToken, 'operator')).toBeUndefined();
  });

  it('forgets a token when its time is over', () => {
    const check = createTokenCheck(tokens, new Set());
    const { accessToken } = tokens.issue(member);
    check.check(accessToken, 'member');
    jest.useFakeTimers({ now: Date.now() + 901_000 });
    try {
      expect(check.check(accessToken, 'member')).toBeUndefined();
    } finally {
      jest.useRealTimers();
    }
  });
});

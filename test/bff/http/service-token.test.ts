import { createHmac, createSecretKey, generateKeyPairSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { signServiceToken, verifyServiceToken, type Actor } from '../../../bff/http/service-token';
import { createTokenSigner } from '../../../bff/http/token-signer';

const key = createSecretKey(Buffer.alloc(32, 1));
const otherKey = createSecretKey(Buffer.alloc(32, 2));
const actor: Actor = { subject: 'm1', role: 'clerk', storeIds: ['s1'] };
const sign = (to = 'club') => signServiceToken(key, { from: 'bff', to, actor });
const verify = (token: string | undefined, options: { key?: typeof key; audience?: string } = {}) =>
  verifyServiceToken(options.key ?? key, { token, audience: options.audience ?? 'club' });

const forge = (payload: object, options: jwt.SignOptions = {}, secret = key) =>
  jwt.sign({ actor, ...payload }, secret, {
    algorithm: 'HS256',
    issuer: 'bff',
    audience: 'club',
    expiresIn: 60,
    header: { alg: 'HS256', typ: 'service+jwt' },
    ...options,
  });
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = Math.floor(Date.now() / 1000);
const unsigned = `${base64({ alg: 'none', typ: 'service+jwt' })}.${base64({ iss: 'bff', aud: 'club', exp: now + 60, actor })}.`;
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

afterEach(() => jest.restoreAllMocks());

describe('a service token', () => {
  it('carries the actor, again and again', () => {
    const token = sign();
    expect([verify(token), verify(token)]).toEqual([actor, actor]);
  });

  it.each<[string, string | undefined]>([
    ['nothing', undefined],
    ['no token', 'x'],
    ['no signature', unsigned],
    ['another key', forge({}, {}, otherKey)],
    ['another algorithm', forge({}, { algorithm: 'HS512', header: { alg: 'HS512', typ: 'service+jwt' } })],
    [
      'an asymmetric key',
      forge({}, { algorithm: 'RS256', header: { alg: 'RS256', typ: 'service+jwt' } }, rsa),
    ],
    ['an access token’s type', forge({}, { header: { alg: 'HS256', typ: 'JWT' } })],
    ['a role that does not exist', forge({ actor: { subject: 'x', role: 'root' } })],
    ['a lapsed time', forge({}, { expiresIn: -10 })],
    [
      'a changed payload',
      sign().replace(
        /\.[^.]+\./,
        `.${base64({ iss: 'bff', aud: 'club', exp: now + 60, actor: { ...actor, role: 'operator' } })}.`,
      ),
    ],
  ])('is refused with %s', (_name, token) => {
    expect(() => verify(token)).toThrow(
      expect.objectContaining({ status: 401, code: 'SERVICE_CREDENTIAL_INVALID' }),
    );
  });

  it('is for one system and one key, also when it was accepted before', () => {
    const token = sign();
    verify(token);
    expect(() => verify(token, { audience: 'core' })).toThrow();
    expect(() => verify(token, { key: otherKey })).toThrow();
  });

  it('lapses even though it is known', () => {
    const token = sign();
    verify(token);
    const later = Date.now() + 66_000;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    expect(() => verify(token)).toThrow();
  });

  it('never lives without an end', () => {
    const body = `${base64({ alg: 'HS256', typ: 'service+jwt' })}.${base64({ iss: 'bff', aud: 'club', actor })}`;
    const signature = createHmac('sha256', Buffer.alloc(32, 1)).update(body).digest('base64url');
    expect(() => verify(`${body}.${signature}`)).toThrow();
  });

  it('is made anew for another actor, and before it gets old', () => {
    const signer = createTokenSigner(key, 'bff', 'club');
    const first = signer(actor);
    expect(signer({ ...actor })).toBe(first);
    expect(verify(signer({ ...actor, subject: 'm2' })).subject).toBe('m2');
    const later = Date.now() + 21_000;
    jest.spyOn(Date, 'now').mockReturnValue(later);
    expect(signer(actor)).not.toBe(first);
  });
});

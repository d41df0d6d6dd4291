import type { Caller } from './caller';

const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const json = { 'Content-Type': 'application/json' };

export interface JsonRoute {
  path: string;
  /** One that would be accepted. */
  body: Record<string, unknown>;
  /** The first field of the body that must be there. */
  required: string;
}

/** What every route with a JSON body refuses alike, and how it says so. */
export const badInputs: [string, number, string, (route: JsonRoute) => Parameters<Caller['send']>[2]][] = [
  ['malformed JSON', 400, 'MALFORMED_BODY', () => ({ raw: '{"a":', headers: json })],
  ['a key twice', 400, 'MALFORMED_BODY', () => ({ raw: '{"a":1,"a":2}', headers: json })],
  [
    'another media type',
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    ({ body }) => ({ raw: JSON.stringify(body), headers: { 'Content-Type': 'text/plain' } }),
  ],
  [
    'a body that is too large',
    413,
    'BODY_TOO_LARGE',
    ({ body }) => ({ raw: JSON.stringify({ ...body, filler: 'x'.repeat(120_000) }), headers: json }),
  ],
  ['a body that is too deep', 400, 'BODY_TOO_DEEP', () => ({ raw: deep(60), headers: json })],
  ['an unknown field', 422, 'INVALID_INPUT', ({ body }) => ({ body: { ...body, role: 'operator' } })],
  [
    'a missing field',
    422,
    'INVALID_INPUT',
    ({ body, required }) => ({ body: { ...body, [required]: undefined } }),
  ],
  ['a prototype', 422, 'INVALID_INPUT', () => ({ raw: '{"__proto__":{"a":1}}', headers: json })],
  ['no request id', 400, 'IDEMPOTENCY_KEY_REQUIRED', ({ body }) => ({ body, key: null })],
  ['a short request id', 400, 'IDEMPOTENCY_KEY_INVALID', ({ body }) => ({ body, key: 'short' })],
];

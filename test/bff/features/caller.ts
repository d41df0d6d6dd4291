import { randomUUID } from 'node:crypto';

export interface Reply<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: Body;
}

interface Sending {
  body?: unknown;
  /** Idempotency-Key; `null` sends none. Writes get a fresh one by default. */
  key?: string | null;
  headers?: Record<string, string>;
  /** Sent as it is, e.g. broken JSON or a form. */
  raw?: BodyInit;
}

/** One person with a phone in the hand: real HTTP against the BFF. */
export interface Caller {
  get<Body = Record<string, unknown>>(path: string): Promise<Reply<Body>>;
  send<Body = Record<string, unknown>>(method: string, path: string, sending?: Sending): Promise<Reply<Body>>;
  post<Body = Record<string, unknown>>(
    path: string,
    body?: unknown,
    key?: string | null,
  ): Promise<Reply<Body>>;
  accountId: string;
}

interface Stack {
  baseUrl: string;
  latestCode(phone: string): Promise<string>;
}

async function replyOf<Body>(response: Response): Promise<Reply<Body>> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson && text ? JSON.parse(text) : text) as Body,
  };
}

export function anonymous(stack: Stack, token?: string, accountId = ''): Caller {
  async function send<Body>(method: string, path: string, sending: Sending = {}): Promise<Reply<Body>> {
    const { body, raw, headers = {} } = sending;
    const key = sending.key === undefined && method !== 'GET' ? randomUUID() : sending.key;
    const init: RequestInit & { duplex: 'half' } = {
      method,
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(key ? { 'Idempotency-Key': key } : {}),
        ...headers,
      },
      body: raw ?? (body === undefined ? undefined : JSON.stringify(body)),
      duplex: 'half',
    };
    const response = await fetch(`${stack.baseUrl}/api/v1${path}`, init);
    return replyOf<Body>(response);
  }
  return {
    accountId,
    send,
    get: (path) => send('GET', path),
    post: (path, body, key) => send('POST', path, { body, key }),
  };
}

/** Signs in as people do: a code to the phone, then the code. */
export async function signIn(stack: Stack, phone: string): Promise<Caller> {
  const nobody = anonymous(stack);
  const asked = await nobody.post('/auth/sms-codes', { phone });
  if (asked.status !== 202) throw new Error(`no code: ${String(asked.status)} ${JSON.stringify(asked.body)}`);
  const code = await stack.latestCode(phone);
  const session = await nobody.post<{ accessToken: string; account: { id: string } }>('/auth/sms-sessions', {
    phone,
    code,
  });
  if (session.status !== 201) throw new Error(`not signed in: ${JSON.stringify(session.body)}`);
  return anonymous(stack, session.body.accessToken, session.body.account.id);
}

import http from 'node:http';
import { startChild } from '../../support/child';

interface Addresses {
  baseUrl: string;
  wechat: string;
}

interface InboxItem {
  text: string;
  code?: string;
}

/** The server under test as a phone with WeChat meets it. */
export interface Product {
  baseUrl: string;
  /** Where the stand-in for WeChat answers. */
  wechat: string;
  apiBase: string;
  /** The newest one-time code that was sent to a phone. */
  latestCode(phone: string): Promise<string>;
  /** The newest message that was sent to a phone. */
  latestText(phone: string): Promise<string>;
  /** What wx.login answers on this phone. */
  loginCode(device: string): Promise<string>;
  /** What WeChat's own phone number button hands over. */
  phoneCode(phone: string): Promise<string>;
  stop(): Promise<void>;
}

/** Plain Node: the test's surroundings are a browser's, which would want to know about origins. */
function exchange<Answer>(method: string, url: string, body?: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { Accept: 'application/json', ...(body ? { 'Content-Type': 'application/json' } : {}) };
    const request = http.request(url, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => {
        if ((response.statusCode ?? 0) >= 400) reject(new Error(`${method} ${url}: ${text}`));
        else resolve(JSON.parse(text) as Answer);
      });
    });
    request.on('error', reject);
    request.end(body && JSON.stringify(body));
  });
}

/** A server under test that somebody else started. */
export function productAt({ baseUrl, wechat }: Addresses): Omit<Product, 'stop'> {
  const mint = async (what: string, body: object) =>
    (await exchange<{ code: string }>('POST', `${wechat}/stand-in/${what}`, body)).code;
  const inboxOf = async (phone: string) =>
    (await exchange<{ items: InboxItem[] }>('GET', `${baseUrl}/demo/inbox?phone=${phone}`)).items;
  return {
    baseUrl,
    wechat,
    apiBase: `${baseUrl}/api/v1`,
    latestText: async (phone) => (await inboxOf(phone))[0]?.text ?? '',
    async latestCode(phone) {
      const code = (await inboxOf(phone)).find((item) => item.code !== undefined)?.code;
      if (code === undefined) throw new Error(`no code was sent to ${phone}`);
      return code;
    },
    loginCode: (device) => mint('login-codes', { device }),
    phoneCode: (phone) => mint('phone-codes', { phone }),
  };
}

/** With `webRoot`, it serves that web build too. */
export async function startProduct({ webRoot }: { webRoot?: string } = {}): Promise<Product> {
  const child = startChild({
    entry: ['test/weapp-host/support/stack-process.ts'],
    env: webRoot === undefined ? {} : { WEB_ROOT: webRoot },
    readyWhen: /product (\{.*\})/,
  });
  return {
    ...productAt(JSON.parse(await child.ready()) as Addresses),
    async stop() {
      child.kill('SIGTERM');
      await child.exited;
    },
  };
}

import { Script } from 'node:vm';
import { demoAccounts } from '../../../bff/demo/demo-accounts';
import { subpackageRoutes } from '../../../client/platform/route-table';
import { startStack, type Stack } from '../../support/stack';
import { anonymous, signIn } from '../features/caller';

jest.setTimeout(60_000);

let stack: Stack;
beforeAll(async () => {
  stack = await startStack({ seeded: true });
});
afterAll(() => stack.stop());

const page = async (path: string) => {
  const response = await fetch(stack.baseUrl + path, { headers: { Accept: 'text/html' } });
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const inboxJson = (query: string) =>
  fetch(`${stack.baseUrl}/demo/inbox${query}`, { headers: { Accept: 'application/json' } });

describe('/demo', () => {
  it('names everybody who can log in, with a link to the inbox', async () => {
    const { status, text } = await page('/demo');
    expect(status).toBe(200);
    expect(demoAccounts).toHaveLength(10);
    for (const { phone, role } of demoAccounts) {
      expect(text).toContain(role);
      expect(text).toContain(`/demo/inbox?phone=${phone}`);
      expect(text).not.toMatch(new RegExp(`login/index[^"]*${phone}`));
    }
  });

  it('copies a number at a tap and leads to the login, which is there', async () => {
    const { text } = await page('/demo');
    expect(text.match(/data-copy/g)).toHaveLength(demoAccounts.length);
    const script = await page('/demo/copy.js');
    expect(script.headers.get('content-type')).toMatch(/text\/javascript/);
    expect(() => new Script(script.text)).not.toThrow();
    const login = /href="([^"]*login[^"]*)"/.exec(text)?.[1];
    expect(login).toBe(`/${subpackageRoutes['account/login']}`);
  });

  it('shows the ID to bind for the member who is not verified, and it works', async () => {
    const { text } = await page('/demo');
    const [account] = demoAccounts.filter(({ phone }) => phone === '13800000002');
    expect(text).toContain(account?.idNumber);
    const member = await signIn(stack, '13800000002');
    const body = { name: account?.name, idNumber: account?.idNumber };
    expect((await member.post('/me/identity', body)).status).toBe(200);
  });

  it('lets every one of them log in as what it says', async () => {
    for (const { phone, group } of demoAccounts.filter((account) => account.group !== 'operator')) {
      const { body } = await (await signIn(stack, phone)).get<{ roles: string[] }>('/me');
      expect(body.roles.some((role) => role === 'clerk' || role === 'merchantOwner')).toBe(
        group === 'merchant',
      );
    }
  });

  it('loads nothing from elsewhere and runs no script inside the page', async () => {
    const { text, headers } = await page('/demo');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(text).not.toMatch(/<script>|onclick=|https?:\/\/(?!www\.w3\.org)/);
    expect((await page('/demo/style.css')).headers.get('content-type')).toMatch(/text\/css/);
  });
});

describe('the phone inbox', () => {
  it('shows what was sent, newest first, to people and to programs', async () => {
    const phone = '13900060001';
    const nobody = anonymous(stack);
    await nobody.post('/auth/sms-codes', { phone });
    await nobody.post('/auth/sms-codes', { phone });
    const { items } = (await (await inboxJson(`?phone=${phone}`)).json()) as {
      items: { channel: string; text: string; at: string; code: string }[];
    };
    expect(items).toHaveLength(2);
    expect(Date.parse(items[0]?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(items[1]?.at ?? ''));
    expect(items[0]).toMatchObject({ channel: 'sms', code: expect.stringMatching(/^\d{6}$/) });
    expect(items[0]?.text).toMatch(/^【示例财险】/);
    const { text } = await page(`/demo/inbox?phone=${phone}`);
    expect(text).toContain(items[0]?.text);
  });

  it('says what to do while it is empty, and asks whose it is', async () => {
    expect((await page('/demo/inbox?phone=13900060002')).text).toContain('还没有消息');
    expect((await page('/demo/inbox')).text).toContain('13800000001');
  });

  it('refuses what is no phone, and shows nothing of it unescaped', async () => {
    expect((await inboxJson('?phone=123')).status).toBe(422);
    expect((await inboxJson('')).status).toBe(422);
    const { text } = await page('/demo/inbox?phone=%22%3E%3Cscript%3Ealert(1)%3C/script%3E');
    expect(text).not.toContain('<script>alert');
  });
});

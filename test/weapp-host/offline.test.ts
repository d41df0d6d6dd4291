import path from 'node:path';
import { type Host, startHost } from './host';
import { logInByCode, page } from './support/people';
import { type Product, startProduct } from './support/product';

jest.setTimeout(120_000);

const dist = path.resolve(__dirname, '../..', process.env.WEAPP_ROOT ?? 'dist/weapp');
const MEMBER = '13800000001';
const AGE = /截至今天 \d\d:\d\d/;

let product: Product;
const hosts: Host[] = [];

beforeAll(async () => {
  product = await startProduct();
});
afterEach(() => {
  const errors = hosts.flatMap((host) => host.errors);
  for (const host of hosts.splice(0).reverse()) host.close();
  expect(errors).toEqual([]);
});
afterAll(() => product.stop());

async function launch(options: Partial<Parameters<typeof startHost>[0]> = {}): Promise<Host> {
  const host = await startHost({ dist, apiBase: product.apiBase, ...options });
  hosts.push(host);
  return host;
}

const keptOf = (host: Host, part: string) =>
  host.waitFor(
    () => [...host.storage.keys()].some((key) => key.startsWith('club:kept:') && key.includes(part)),
    `${part} to be kept on the phone`,
  );

const waiting = (host: Host) => [...host.storage.keys()].filter((key) => key.startsWith('club:waiting:'));

it('started again without network, shows what it last knew, lets a choice wait, and sends it once', async () => {
  const online = await launch();
  await logInByCode(online, product, MEMBER);
  await online.waitForText('鲁A');
  await keptOf(online, '["home"]');
  await online.open(page('policies', 'list'));
  await keptOf(online, '["policies"]');
  await online.open(page('account', 'me'));
  await keptOf(online, '["me"]');

  const offline = await launch({ storage: online.storage, device: { offline: true } });
  await offline.waitForText('鲁A');
  await offline.waitForText('现在没有网络');
  await offline.waitFor(() => AGE.test(offline.text()), 'the age of the content');
  await offline.open(page('policies', 'list'));
  await offline.waitFor(() => AGE.test(offline.text()), 'the age of the policies');
  expect(offline.text()).not.toMatch(/没有连上网络|出错/);

  await offline.open(page('account', 'me'));
  await offline.tap('大字版');
  await offline.waitForText('待发送');
  expect(waiting(offline)).toHaveLength(1);
  await offline.open(page('outbox', 'list'));
  await offline.waitForText('大字版：打开');

  offline.setOnline(true);
  await offline.waitForText('已办好');
  // Nothing of the queue is sent a second time by the next launch, and the account knows.
  const again = await launch({ storage: offline.storage });
  await again.open(page('account', 'me'));
  await again.waitForText('退出登录');
  await again.waitFor(
    () => again.page.querySelector('.theme-elder') !== null,
    'large type, as the account has it',
  );
});

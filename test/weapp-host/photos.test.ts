import { tmpdir } from 'node:os';
import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { type Host, startHost } from './host';
import { logInByCode, page } from './support/people';
import { type Product, startProduct } from './support/product';

jest.setTimeout(180_000);

const dist = path.resolve(__dirname, '../..', process.env.WEAPP_ROOT ?? 'dist/weapp');
const MEMBER = '13800000001';
const HELPER = '13955559999';
const OPEN_CLAIM = 'demo_claim_open';

let product: Product;
let picture: string;
const hosts: Host[] = [];

beforeAll(async () => {
  product = await startProduct();
  picture = path.join(mkdtempSync(path.join(tmpdir(), 'phone-')), 'dent.jpg');
  const noise = { type: 'gaussian' as const, mean: 120, sigma: 40 };
  const create = { width: 1200, height: 900, channels: 3 as const, background: 'white', noise };
  writeFileSync(picture, await sharp({ create }).jpeg({ quality: 90 }).toBuffer());
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

const photosOn = (host: Host, folder: string) =>
  [...host.storage.keys()].filter((key) => key.startsWith(`club:${folder}`));

it('a photo kept on the phone goes out at the next launch, with no page of the claim open', async () => {
  const host = await launch({ device: { photo: picture } });
  await logInByCode(host, product, MEMBER);
  await host.open(`${page('claims', 'photo')}?id=${OPEN_CLAIM}`);
  await host.waitForText('从相册选');
  host.setOnline(false);
  await host.tap('拍下这一张');
  await host.tap('同意，去拍照');
  await host.waitFor(() => photosOn(host, 'draft:photo:').length === 1, 'the photo to be kept');

  const later = await launch({ storage: host.storage, device: { offline: true, files: host.device.files } });
  await later.waitForText('还有 1 张事故照片在手机里');
  await later.waitForText('一有网络就自动接着传');
  later.setOnline(true);
  await later.waitFor(() => photosOn(later, 'draft:photo:').length === 0, 'the photo to arrive');
  await later.open(`${page('claims', 'case')}?id=${OPEN_CLAIM}`);
  await later.waitForText('照片 1 张');
});

it('somebody without an account adds a photo by the link, in pieces, and sees nothing else', async () => {
  const member = await launch();
  await logInByCode(member, product, MEMBER);
  await member.open(`${page('claims', 'case')}?id=${OPEN_CLAIM}`);
  await member.tap('请在现场的人帮忙拍');
  await member.input('对方的手机号', HELPER);
  await member.tap('发短信');
  await member.waitForText('已发到 139****9999');
  const token = /t=([\w-]{32})/.exec(await product.latestText(HELPER))?.[1] ?? '';

  const helper = await launch({ device: { photo: picture } });
  await helper.open(`${page('claims', 'link')}?scene=${encodeURIComponent(token)}`);
  await helper.waitForText('请您帮忙拍几张事故照片');
  expect(helper.text()).not.toMatch(/7K315/);
  await helper.tap('同意，开始拍照');
  await helper.waitForText('从相册选');
  await helper.tap('拍下这一张');
  await helper.waitForText('已传好');
  await helper.tap('先到这里');
  await helper.waitForText('谢谢您，照片收到了');
  expect(photosOn(helper, 'link-photo:')).toEqual([]);
});

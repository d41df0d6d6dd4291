import jsQR from 'jsqr';
import sharp from 'sharp';
import { encode } from 'uqr';
import { showToCamera } from './browser';
import type { Phone } from './phone';
import { pagePath } from './sign-in';

/** Opens the first usable voucher of this name on its owner's phone, up to the code; its id. */
export async function openVoucher(phone: Phone, title: string): Promise<string> {
  await phone.open(pagePath('vouchers', 'list'));
  await phone.tap(new RegExp(title));
  await phone.see('出示给店员');
  await phone.see('扫不了？报这个数');
  return new URL(phone.page.url()).searchParams.get('id') ?? '';
}

/** The eight digits under the code, as the member would say them. */
export const shortCodeOf = async (phone: Phone): Promise<string> =>
  (await phone.readAfter('扫不了？报这个数', /\d{4} \d{4}/)).replace(' ', '');

/** The code as it is drawn on the screen. */
export async function pictureOfCode(phone: Phone): Promise<Buffer> {
  await phone.see('扫不了？报这个数');
  return phone.page
    .getByRole('img', { name: /二维码/ })
    .filter({ visible: true })
    .first()
    .screenshot();
}

/** What a scanner reads from the picture. */
export async function readCode(picture: Buffer): Promise<string> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const text = jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
  if (!text) throw new Error('no scanner could read this code');
  return text;
}

/** At the counter: types what the guest says and looks it up. */
export async function typeCode(clerk: Phone, code: string): Promise<void> {
  await clerk.tap('客人报数字，手动输入');
  await clerk.type('8 位数字或兑换码', code);
  await clerk.tap('查这张券');
}

/** At the counter: holds the code in front of the browser's camera. */
export async function scan(clerk: Phone, code: string): Promise<void> {
  await showToCamera(await drawCode(code));
  await clerk.tap('扫码核销');
}

const MODULE_PX = 8;
const QUIET_ZONE_MODULES = 4;

/** Black on white, each module a square of whole pixels. */
function drawCode(text: string): Promise<Buffer> {
  const { data, size } = encode(text, { border: QUIET_ZONE_MODULES });
  const pixels = Buffer.from(data.flat().map((dark) => (dark ? 0 : 255)));
  return sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
    .resize(size * MODULE_PX, size * MODULE_PX, { kernel: 'nearest' })
    .png()
    .toBuffer();
}

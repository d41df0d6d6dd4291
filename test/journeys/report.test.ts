import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Caller } from '../bff/features/caller';
import { reportNoOf, reportRearEnd } from './support/claims';
import { difference, photoWithPlace, rotatedPhoto } from './support/photos';
import type { Phone } from './support/phone';
import { useWorld } from './support/world';

const MEMBER = '13800000001';
/** The re-encoding costs a little; a wrong turn costs ten times as much. */
const SAME_PICTURE = 8;
const world = useWorld();

interface Claim {
  id: string;
  photos: { required: { shot: string }[] };
}

async function pickFromAlbum(phone: Phone, file: string, { first }: { first: boolean }): Promise<void> {
  const chooser = phone.page.waitForEvent('filechooser');
  await phone.tap('从相册选');
  if (first) await phone.tap('同意，去拍照');
  await (await chooser).setFiles(file);
}

async function claimOf(member: Caller, reportNo: string): Promise<Claim> {
  const { body } = await member.get<{ items: { id: string; reportNo: string }[] }>('/claims');
  const [mine, ...others] = body.items.filter((claim) => claim.reportNo === reportNo);
  expect(others).toEqual([]);
  return (await member.get<Claim>(`/claims/${mine?.id ?? ''}`)).body;
}

/** The pictures as they are kept, in the order in which they were asked for. */
async function keptPhotos(member: Caller, baseUrl: string, claim: Claim): Promise<Buffer[]> {
  const { body } = await member.get<{ items: { shot: string; url: string }[] }>(`/claims/${claim.id}/photos`);
  const inOrder = claim.photos.required.flatMap(({ shot }) =>
    body.items.filter((photo) => photo.shot === shot),
  );
  return Promise.all(
    inOrder.map(async ({ url }) => {
      const answer = await fetch(new URL(url, baseUrl));
      expect(answer.status).toBe(200);
      return Buffer.from(await answer.arrayBuffer());
    }),
  );
}

it('takes five taps from the home page to a report number, and keeps photos upright and without their place', async () => {
  const { person, behind, stack } = world();
  const place = { latitude: 36.6512, longitude: 117.1201 };
  const phone = await person(MEMBER, { permissions: ['geolocation'], place });
  await phone.see('出险报案');
  phone.taps = 0;
  await reportRearEnd(phone);
  await phone.see('报案收到了');
  expect(phone.taps).toBeLessThanOrEqual(5);
  const reportNo = await reportNoOf(phone);

  const files = [await rotatedPhoto(), await photoWithPlace()];
  await phone.tap('现在拍照');
  for (const [index, file] of files.entries()) {
    await pickFromAlbum(phone, file, { first: index === 0 });
    await phone
      .targets(/：已传好$/, false)
      .nth(index)
      .waitFor();
  }

  const member = await behind(MEMBER);
  const kept = await keptPhotos(member, stack.baseUrl, await claimOf(member, reportNo));
  expect(kept).toHaveLength(files.length);
  for (const [index, file] of files.entries()) {
    const photo = kept[index] ?? Buffer.alloc(0);
    const taken = await readFile(file);
    expect((await sharp(taken).metadata()).exif).toBeDefined();
    const { format, exif, orientation, width, height } = await sharp(photo).metadata();
    expect({ format, exif, orientation }).toEqual({
      format: 'jpeg',
      exif: undefined,
      orientation: undefined,
    });
    const upright = await sharp(taken).rotate().toBuffer({ resolveWithObject: true });
    expect(Math.sign(width - height)).toBe(Math.sign(upright.info.width - upright.info.height));
    expect(await difference(photo, upright.data)).toBeLessThan(SAME_PICTURE);
  }

  await phone.tap('以后再拍');
  await phone.see(/正在安排查勘员|查勘/);
});

it('keeps the emergency numbers on the screen when somebody is hurt, and lets a visitor fill the report in', async () => {
  const phone = await world().visitor();
  await phone.open('/');
  await phone.tap('出险报案');
  await phone.tap(/^有人受伤/);
  await phone.see('120');
  await phone.type('车牌号', '鲁A12345');
  await phone.tap('用这个车牌');
  await phone.tap(/路口相撞/);
  await phone.see('登录并提交');
});

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Shot } from './shoot';

const folder = path.resolve(__dirname, '../../docs/pictures');

/** The few pictures that stand in the README and are committed: name of the file → its scene. */
const chosen: Record<string, string> = {
  home: 'home content',
  report: 'claims/report scenario',
  case: 'claims/case content',
  policy: 'policies/detail content',
  gift: 'gifts/detail content',
  voucher: 'vouchers/detail content',
  merchant: 'merchant/workspace content',
  result: 'merchant/result confirmed',
};

export const isForReadme = (route: string, state: string): boolean =>
  Object.values(chosen).includes(`${route} ${state}`);

export async function refreshReadme(shots: readonly Shot[], out: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, scene] of Object.entries(chosen)) {
    const shot = shots.find(({ route, state }) => `${route} ${state}` === scene);
    if (!shot || shot.trouble) throw new Error(`${scene}: ${shot?.trouble ?? 'was not taken'}`);
    await sharp(path.join(out, shot.file))
      .png({ palette: true, compressionLevel: 9, effort: 10 })
      .toFile(path.join(folder, `${name}.png`));
  }
}

import sharp from 'sharp';
import type { Caller } from '../bff/features/caller';

const WIDE_PX = 800;
const HIGH_PX = 600;

/** Red for the first, green for the second: which one stands large can be told by looking. */
const picture = (background: string): Promise<Buffer> =>
  sharp({ create: { width: WIDE_PX, height: HIGH_PX, channels: 3, background } })
    .jpeg()
    .toBuffer();

/** A claim of this person's with two photos that have arrived. */
export async function claimWithPhotos(member: Caller): Promise<string> {
  const { body: claim } = await member.post<{ id: string }>('/claims', {
    plate: '鲁A7K315',
    scenario: 'rearEnd',
    injured: false,
    occurredAt: new Date(Date.now() - 60_000).toISOString(),
    place: { address: '济南市历下区经十路' },
    driverName: '张建国',
    contactPhone: '13800000001',
  });
  for (const [shot, colour] of [
    ['ownFront', '#b02a1e'],
    ['ownRear', '#1f6f3a'],
  ] as const) {
    const form = new FormData();
    const bytes = new Uint8Array(await picture(colour));
    form.append('file', new Blob([bytes], { type: 'image/jpeg' }), 'photo.jpg');
    form.append('shot', shot);
    const { status, body } = await member.send('POST', `/claims/${claim.id}/photos/form`, { raw: form });
    if (status !== 201)
      throw new Error(`the photo did not arrive: ${String(status)} ${JSON.stringify(body)}`);
  }
  return claim.id;
}

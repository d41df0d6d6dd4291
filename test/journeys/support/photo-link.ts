import type { Caller } from '../../bff/features/caller';
import { readInbox } from '../../support/inbox';
import type { Phone } from './phone';

/** Nobody's number: who helps needs no account. */
const HELPER = '13955556666';

/** The member asks somebody beside the car for pictures. */
export async function askForPhotos(member: Caller, claimId: string, to = HELPER): Promise<void> {
  const { status } = await member.post(`/claims/${claimId}/photo-links`, { phone: to });
  if (status !== 201) throw new Error(`no link: ${String(status)}`);
}

/** The address in the newest message, as somebody taps it. */
export async function linkFrom(baseUrl: string, to = HELPER): Promise<string> {
  const [newest] = await readInbox(baseUrl, to);
  const token = /#(\/p\?t=[\w-]{32})/.exec(newest?.text ?? '')?.[1];
  if (token === undefined) throw new Error('no link has come');
  return `/#${token}`;
}

/** Taps it on a phone that shows the product already. */
export async function openNewestLink(phone: Phone, to = HELPER): Promise<void> {
  const link = await linkFrom(new URL(phone.page.url()).origin, to);
  await phone.open('about:blank');
  await phone.open(link);
}

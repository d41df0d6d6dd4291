import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { usePhotoQueue } from '@/api/photo-queue';
import { useRead } from '@/api/use-read';
import { askForConsent, type AskedPurpose } from '@/platform/consent-question';
import { agreeForLink, nameLinkOwner, openLink, usePhotoLink } from '@/platform/photo-link';
import { isLinkOwner, ownerOfLink } from '@/platform/photo-records';
import { readStored, writeStored } from '@/platform/storage';
import { photoLinkView } from '../../../../bff/features/claims/contract/photo-link';
import { useShots, type PhotoList } from '../photos/use-shots';
import { readLink, type LinkView } from './api';

/** What is asked, as it was read last: a page that a browser drops beside a road comes back without network. */
const VIEW = 'photo-link-view';

function keptView(owner: string | undefined): LinkView | undefined {
  const { view, of } = (readStored(VIEW) ?? {}) as { view?: unknown; of?: string };
  const parsed = photoLinkView.safeParse(view);
  return owner !== undefined && of === owner && parsed.success ? parsed.data : undefined;
}

/** A new link to the same accident goes on with what an earlier one has left on this phone. */
const ownerOf = ({ occurredAt, plateMasked }: LinkView): string =>
  ownerOfLink(`${occurredAt} ${plateMasked}`);

/** In WeChat the token comes with the page or in a code's scene; in a browser it was taken out of the address before. */
function useToken(): { token: string | undefined; isCut: boolean } {
  const { t, scene, cut } = useRouter().params;
  const given = t ?? (scene === undefined ? undefined : decodeURIComponent(scene));
  const [isCut] = useState(() => cut !== undefined || (given !== undefined && !openLink(given)));
  return { token: usePhotoLink(({ token }) => token), isCut };
}

async function agree(purpose: AskedPurpose): Promise<boolean> {
  if (usePhotoLink.getState().agreed.includes(purpose)) return true;
  if (!(await askForConsent(purpose, { isGuest: true }))) return false;
  agreeForLink(purpose);
  return true;
}

/** The link somebody was sent: what it asks for, and the photos taken through it. */
export function useLink() {
  const { token, isCut } = useToken();
  const owner = usePhotoLink((link) => link.owner);
  const read = useRead({
    key: ['photo-link', token],
    read: ({ signal }) => readLink(token ?? '', signal),
    enabled: token !== undefined && !isCut,
  });
  const { data, failure } = read;
  useEffect(() => {
    if (!data) return;
    nameLinkOwner(ownerOf(data));
    writeStored(VIEW, { view: data, of: ownerOf(data) });
  }, [data]);
  const isOver = failure?.kind === 'refused' && failure.status === 404;
  const view = isOver ? undefined : (data ?? keptView(owner));
  const list: PhotoList | undefined = view && {
    scenario: view.scenario,
    required: view.required,
    received: view.sent,
  };
  const photos = useShots({ list, owner: view ? ownerOf(view) : '', waitsForReport: false, agree });
  const kept = usePhotoQueue((queue) => queue.photos).filter((photo) => isLinkOwner(photo.owner)).length;
  return {
    isCut: isCut || token === undefined,
    isOver,
    read,
    view,
    list,
    photos,
    kept,
    agreed: usePhotoLink(({ agreed }) => agreed.includes('photos')),
    agreeToPhotos: () => agreeForLink('photos'),
  };
}

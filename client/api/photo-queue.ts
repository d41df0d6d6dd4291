import { create } from 'zustand';
import type { AskedPurpose } from '@/platform/consent-question';
import { watchForeground } from '@/platform/lifecycle';
import { useOnline } from '@/platform/online';
import { tokenOfLink, usePhotoLink } from '@/platform/photo-link';
import {
  claimOfReport,
  hasPhotoRecord,
  isLinkOwner,
  isReportOwner,
  photoRefsToKeep,
  removePhotoRecord,
  storedPhotoRecords,
  storePhotoRecord,
  type PhotoRecord,
} from '@/platform/photo-records';
import { dropPhoto, dropPhotosBut, keepPhoto, outlivesTheApp, photoPath } from '@/platform/photo-vault';
import { randomId } from '@/platform/random-id';
import { useWaitingWrites } from '@/platform/waiting-writes';
import { wordsOf } from '@/ui/failure-words';
import type { Shot } from '../../bff/features/claims/contract';
import { PHOTO_LINK_HEADER } from '../../bff/features/claims/contract/photo-progress';
import { doubtConsent, isConsentOnItsWay, sendKeptConsents } from './consents';
import { failureOf, type Failure } from './failures';
import { queuedPhotoWords } from './messages';
import { purposeOf } from './photo-consent';
import { sendPhoto } from './photo-sender';
import { queryClient } from './query-client';
import type { Door, SentPhoto } from './send-photo';
import { useSession } from './session';

/**
 * Sends the photos of every claim, three side by side. Each has its own state and none holds up another; one that could not be sent goes out again by
 * itself, and at once by a tap. What is sent is forgotten here, so the list is always what still has to be done.
 */
export interface QueuedPhoto extends PhotoRecord {
  status: 'waiting' | 'sending' | 'refused';
  percent: number;
  /** Where it can be shown from while this page lives. */
  path: string | undefined;
  /** False when the phone had no room: then it lives only as long as this page. */
  isSafe: boolean;
  /** Why it waits. */
  words?: string;
  /** The consent to it was taken back, here or on another phone: it stays here until the person is asked again. */
  needsConsent?: boolean;
  /** The link that takes nothing more: it stays here until there is another one, or a tap. */
  overLink?: string;
}

const SIDE_BY_SIDE = 3;
const FIRST_RETRY_MS = 10_000;
const LONGEST_RETRY_MS = 5 * 60_000;

export const usePhotoQueue = create<{ photos: readonly QueuedPhoto[] }>(() => ({ photos: [] }));

let retryMs = FIRST_RETRY_MS;
let timer: ReturnType<typeof setTimeout> | undefined;
let isConnected = false;
const sentOf = new Map<string, SentPhoto>();

/** A photo that was sent since the app was opened. */
export const sentPhoto = (id: string): SentPhoto | undefined => sentOf.get(id);

const all = (): readonly QueuedPhoto[] => usePhotoQueue.getState().photos;
const put = (photos: readonly QueuedPhoto[]): void => usePhotoQueue.setState({ photos });
const change = (id: string, patch: Partial<QueuedPhoto>): void =>
  put(all().map((photo) => (photo.id === id ? { ...photo, ...patch } : photo)));
const leave = (id: string): void => put(all().filter((photo) => photo.id !== id));

/** Puts a photo that was just taken into the queue; one of the same slot that has not gone out gives way. */
export async function queuePhoto(wanted: {
  owner: string;
  slot: string;
  shot: Shot;
  path: string;
}): Promise<QueuedPhoto> {
  const { owner, slot, shot, path } = wanted;
  const id = randomId();
  const kept = await keepPhoto(path, id);
  const record: PhotoRecord = { id, owner, slot, shot, ref: kept ?? path, at: Date.now() };
  const isStored = storePhotoRecord(record);
  const photo: QueuedPhoto = {
    ...record,
    path,
    status: 'waiting',
    percent: 0,
    isSafe: isStored && outlivesTheApp(record.ref),
  };
  const before = all().filter((one) => one.owner === owner && one.slot === slot && one.status !== 'sending');
  before.forEach(({ id: old }) => void forgetPhoto(old));
  put([...all(), photo]);
  sendPhotos();
  return photo;
}

/** The person does not want it sent. */
export async function forgetPhoto(id: string): Promise<void> {
  const photo = all().find((one) => one.id === id);
  removePhotoRecord(id);
  leave(id);
  if (photo) await dropPhoto(photo.ref);
}

export function retryPhoto(id: string): void {
  change(id, { status: 'waiting', words: undefined, needsConsent: false, overLink: undefined });
  retryMs = FIRST_RETRY_MS;
  sendPhotos();
}

/** Reports that have arrived: their photos belong to the claim from now on. */
function adoptPhotos(): void {
  const arrived = all().flatMap((photo) => {
    const claimId = claimOfReport(photo.owner);
    return claimId ? [{ photo, claimId }] : [];
  });
  for (const { photo, claimId } of arrived) {
    const { id, slot, shot, ref, at, refusal } = photo;
    storePhotoRecord({ id, slot, shot, ref, at, refusal, owner: claimId });
    change(id, { owner: claimId });
  }
  if (arrived.length > 0) sendPhotos();
}

function afterFailure(failure: Failure, shot: Shot): Partial<QueuedPhoto> {
  if (failure.kind === 'refused' && failure.code === 'CONSENT_REQUIRED') {
    // Given again while the photo was on its way: it goes out once that is recorded.
    if (isConsentOnItsWay(purposeOf(shot))) return { status: 'waiting', words: queuedPhotoWords.notSent };
    doubtConsent(purposeOf(shot));
    return { status: 'waiting', words: failure.detail, needsConsent: true };
  }
  if (failure.kind === 'refused' && failure.status !== 429) {
    return { status: 'refused', refusal: failure.detail, words: failure.detail };
  }
  const unsure = failure.kind === 'uncertain' || failure.kind === 'contract';
  if (unsure) return { status: 'waiting', words: queuedPhotoWords.notSure };
  const words = failure.kind === 'offline' ? queuedPhotoWords.notSent : wordsOf(failure).title;
  return { status: 'waiting', words };
}

/** A link that is over takes nothing more; the photo waits for the next one. */
function afterLinkFailure(failure: Failure, shot: Shot, { headers }: Door): Partial<QueuedPhoto> {
  const isOver =
    failure.kind === 'refused' && (failure.status === 404 || failure.code === 'PHOTO_LINK_USED_UP');
  if (!isOver) return afterFailure(failure, shot);
  void queryClient.invalidateQueries({ queryKey: ['photo-link'] });
  return { status: 'waiting', words: failure.detail, overLink: headers?.[PHOTO_LINK_HEADER] };
}

const claimDoor = (claimId: string): Door => {
  const uploads = `/claims/${encodeURIComponent(claimId)}/photos`;
  return { uploads, form: `${uploads}/form` };
};

const linkDoor = (token: string): Door => ({
  uploads: '/photo-link/uploads',
  form: '/photo-link/photos',
  headers: { [PHOTO_LINK_HEADER]: token },
});

/** By which way a photo goes out; undefined while there is none: the report has not arrived, or nobody is here who may send it. */
function doorFor(owner: string): Door | undefined {
  if (isReportOwner(owner)) return undefined;
  if (isLinkOwner(owner)) {
    const token = tokenOfLink(owner);
    return token === undefined ? undefined : linkDoor(token);
  }
  return useSession.getState().signedIn ? claimDoor(owner) : undefined;
}

async function consentIsThere(purpose: AskedPurpose): Promise<boolean> {
  await sendKeptConsents([purpose]);
  return !isConsentOnItsWay(purpose);
}

async function sendOne(photo: QueuedPhoto, door: Door): Promise<void> {
  const { id, owner, shot, ref } = photo;
  change(id, { status: 'sending', percent: 0, words: undefined });
  const path = await photoPath(ref);
  if (path === undefined) return change(id, { status: 'refused', words: queuedPhotoWords.gone });
  try {
    // The server refuses a photo whose consent is still on its way.
    if (!isLinkOwner(owner) && !(await consentIsThere(purposeOf(shot))))
      return change(id, { status: 'waiting', words: queuedPhotoWords.notSent });
    const onProgress = (percent: number) => change(id, { percent });
    const sent = await sendPhoto({ door, shot, ref, path, requestId: id, onProgress });
    if (sent !== undefined) sentOf.set(id, sent);
  } catch (error) {
    const failure = failureOf(error);
    const next = isLinkOwner(owner) ? afterLinkFailure(failure, shot, door) : afterFailure(failure, shot);
    if (next.refusal && hasPhotoRecord(id)) {
      const { slot, at } = photo;
      storePhotoRecord({ id, owner, slot, shot, ref, at, refusal: next.refusal });
    }
    return change(id, next);
  }
  removePhotoRecord(id);
  retryMs = FIRST_RETRY_MS;
  await queryClient.invalidateQueries({ queryKey: isLinkOwner(owner) ? ['photo-link'] : ['claims', owner] });
  leave(id);
  void dropPhoto(ref);
  void queryClient.invalidateQueries({ queryKey: ['home'] });
}

const tried = new Set<string>();
let active = 0;
let isAnotherRoundWanted = false;

/** What nothing but the person can help. */
const isHeld = ({ owner, needsConsent, overLink }: QueuedPhoto): boolean =>
  needsConsent === true || (overLink !== undefined && overLink === tokenOfLink(owner));

function nextToSend(): { photo: QueuedPhoto; door: Door } | undefined {
  for (const photo of all()) {
    const canGo = photo.status === 'waiting' && !isHeld(photo) && !tried.has(photo.id);
    const door = canGo ? doorFor(photo.owner) : undefined;
    if (door) return { photo, door };
  }
  return undefined;
}

function planRetry(): void {
  clearTimeout(timer);
  tried.clear();
  if (!all().some((photo) => photo.status === 'waiting' && !isHeld(photo))) return;
  timer = setTimeout(pump, retryMs);
  retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2);
}

/** Each photo once a round; a round that ends with some left over is followed by another, ever later. */
function pump(): void {
  for (let next = nextToSend(); next && active < SIDE_BY_SIDE; next = nextToSend()) {
    tried.add(next.photo.id);
    active += 1;
    void sendOne(next.photo, next.door).finally(() => {
      active -= 1;
      if (active === 0 && isAnotherRoundWanted) sendPhotos();
      else if (active === 0 && !nextToSend()) planRetry();
      else pump();
    });
  }
}

/** Starts what can start now. What is still failing from before, say without a network, is tried again right after. */
export function sendPhotos(): void {
  isAnotherRoundWanted = active > 0;
  if (active === 0) tried.clear();
  pump();
}

async function load(): Promise<void> {
  const known = new Set(all().map(({ id }) => id));
  const records = storedPhotoRecords();
  const stored = records.filter(({ id }) => !known.has(id));
  const restored = await Promise.all(
    stored.map(async (record): Promise<QueuedPhoto> => ({
      ...record,
      path: await photoPath(record.ref),
      status: record.refusal ? 'refused' : 'waiting',
      percent: 0,
      isSafe: outlivesTheApp(record.ref),
      words: record.refusal ?? queuedPhotoWords.notSent,
    })),
  );
  const lost = restored.filter(({ path }) => path === undefined);
  lost.forEach(({ id }) => removePhotoRecord(id));
  const now = new Set(all().map(({ id }) => id));
  const stillTheirs = ({ id, path }: QueuedPhoto) => path !== undefined && !now.has(id) && hasPhotoRecord(id);
  put([...restored.filter(stillTheirs), ...all()]);
  adoptPhotos();
  await dropPhotosBut(photoRefsToKeep);
  sendPhotos();
}

/** At launch, and by every screen that shows photos. The network coming back, the app coming to the front and a login each start a round. */
export function connectPhotoQueue(): void {
  if (isConnected) return;
  isConnected = true;
  useOnline.subscribe((now, before) => {
    if (now.online && !before.online) sendPhotos();
  });
  watchForeground((inFront) => {
    if (inFront) sendPhotos();
  });
  useWaitingWrites.subscribe(adoptPhotos);
  useSession.subscribe((now, before) => {
    if (now.signedIn === before.signedIn && now.accountId === before.accountId) return;
    // After a logout what was theirs is out of sight; after a session that only ended it still lies there.
    put(all().filter(({ id }) => hasPhotoRecord(id)));
    void load();
  });
  usePhotoLink.subscribe((now, before) => {
    if (now.token !== before.token || now.owner !== before.owner) sendPhotos();
  });
  void load();
}

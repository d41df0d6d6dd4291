import { create } from 'zustand';
import { failureOf, type Failure } from '@/api/failures';
import { queryClient } from '@/api/query-client';
import { useSession } from '@/api/session';
import { watchForeground } from '@/platform/lifecycle';
import { useOnline } from '@/platform/online';
import { dropPhoto, dropPhotosBut, keepPhoto, outlivesTheApp, photoPath } from '@/platform/photo-vault';
import { randomId } from '@/platform/random-id';
import { useWaitingWrites } from '@/platform/waiting-writes';
import { wordsOf } from '@/ui/failure-words';
import type { Photo, Shot } from '../../../../bff/features/claims/contract';
import { photoWords } from '../messages';
import { answerOf } from '../report/report-answer';
import { sendPhoto } from './send-photo';
import {
  hasPhotoRecord,
  isReportOwner,
  reportOf,
  removePhotoRecord,
  storedPhotoRecords,
  storePhotoRecord,
  type PhotoRecord,
} from './photo-records';

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
}

const SIDE_BY_SIDE = 3;
const FIRST_RETRY_MS = 10_000;
const LONGEST_RETRY_MS = 5 * 60_000;

export const usePhotoQueue = create<{ photos: readonly QueuedPhoto[] }>(() => ({ photos: [] }));

let retryMs = FIRST_RETRY_MS;
let timer: ReturnType<typeof setTimeout> | undefined;
let isConnected = false;
const sentOf = new Map<string, Photo>();

/** What the server said about a photo sent since the app was opened. */
export const sentPhoto = (id: string): Photo | undefined => sentOf.get(id);

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
  change(id, { status: 'waiting', words: undefined });
  retryMs = FIRST_RETRY_MS;
  sendPhotos();
}

/** Reports that have arrived: their photos belong to the claim from now on. */
function adoptPhotos(): void {
  const arrived = all().flatMap((photo) => {
    const reportId = reportOf(photo.owner);
    const claimId = reportId && answerOf(reportId)?.id;
    return claimId ? [{ photo, claimId }] : [];
  });
  for (const { photo, claimId } of arrived) {
    const { id, slot, shot, ref, at, refusal } = photo;
    storePhotoRecord({ id, slot, shot, ref, at, refusal, owner: claimId });
    change(id, { owner: claimId });
  }
  if (arrived.length > 0) sendPhotos();
}

function afterFailure(failure: Failure): Partial<QueuedPhoto> {
  if (failure.kind === 'refused' && failure.status !== 429) {
    return { status: 'refused', refusal: failure.detail, words: failure.detail };
  }
  const unsure = failure.kind === 'uncertain' || failure.kind === 'contract';
  if (unsure) return { status: 'waiting', words: photoWords.notSure };
  const words = failure.kind === 'offline' ? photoWords.notSent : wordsOf(failure).title;
  return { status: 'waiting', words };
}

async function sendOne(photo: QueuedPhoto): Promise<void> {
  const { id, owner, shot, ref } = photo;
  change(id, { status: 'sending', percent: 0, words: undefined });
  const path = await photoPath(ref);
  if (path === undefined) return change(id, { status: 'refused', words: photoWords.gone });
  try {
    const onProgress = (percent: number) => change(id, { percent });
    const sent = await sendPhoto({ claimId: owner, shot, ref, path, requestId: id, onProgress });
    if (sent) sentOf.set(id, sent);
  } catch (error) {
    const next = afterFailure(failureOf(error));
    if (next.refusal && hasPhotoRecord(id)) {
      const { slot, at } = photo;
      storePhotoRecord({ id, owner, slot, shot, ref, at, refusal: next.refusal });
    }
    return change(id, next);
  }
  removePhotoRecord(id);
  retryMs = FIRST_RETRY_MS;
  await queryClient.invalidateQueries({ queryKey: ['claims', owner] });
  leave(id);
  void dropPhoto(ref);
  void queryClient.invalidateQueries({ queryKey: ['home'] });
}

const tried = new Set<string>();
let active = 0;

function nextToSend(): QueuedPhoto | undefined {
  if (!useSession.getState().signedIn) return undefined;
  return all().find(
    ({ id, status, owner }) => status === 'waiting' && !isReportOwner(owner) && !tried.has(id),
  );
}

function planRetry(): void {
  clearTimeout(timer);
  tried.clear();
  if (!all().some(({ status }) => status === 'waiting')) return;
  timer = setTimeout(pump, retryMs);
  retryMs = Math.min(LONGEST_RETRY_MS, retryMs * 2);
}

/** Each photo once a round; a round that ends with some left over is followed by another, ever later. */
function pump(): void {
  for (let next = nextToSend(); next && active < SIDE_BY_SIDE; next = nextToSend()) {
    tried.add(next.id);
    active += 1;
    void sendOne(next).finally(() => {
      active -= 1;
      if (active === 0 && !nextToSend()) planRetry();
      else pump();
    });
  }
}

/** Starts what can start now. */
export function sendPhotos(): void {
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
      words: record.refusal ?? photoWords.notSent,
    })),
  );
  const lost = restored.filter(({ path }) => path === undefined);
  lost.forEach(({ id }) => removePhotoRecord(id));
  const now = new Set(all().map(({ id }) => id));
  put([...restored.filter(({ id, path }) => path !== undefined && !now.has(id)), ...all()]);
  adoptPhotos();
  await dropPhotosBut(new Set(storedPhotoRecords().map(({ ref }) => ref)));
  sendPhotos();
}

/** Called by every screen that shows photos. The network coming back, the app coming to the front and a login each start a round. */
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
    if (now.signedIn === before.signedIn) return;
    // After a logout what was theirs is forgotten; after a session that only ended it still lies there.
    put(all().filter(({ id }) => hasPhotoRecord(id)));
    void load();
  });
  void load();
}

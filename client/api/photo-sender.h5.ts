import { ApiError } from './failures';
import type { PhotoToSend, SentPhoto } from './send-photo';

/** Hashing and cutting up are fetched with the first photo that goes out: no screen waits for them. */
export async function sendPhoto(wanted: PhotoToSend): Promise<SentPhoto | undefined> {
  const sender = await import('./send-photo').catch(() => undefined);
  if (!sender) throw new ApiError({ kind: 'offline' });
  return sender.sendPhoto(wanted);
}

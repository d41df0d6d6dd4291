import { sendThroughTaro, uploadThroughTaro } from './taro-transport';
import type { UploadRequest, WireOutcome, WireRequest } from './wire';

const isOffline = (): boolean => typeof navigator !== 'undefined' && navigator.onLine === false;

/**
 * A browser does not say why a request failed. Only one that began without a network, and ended without it, has surely sent nothing: a network that
 * went away meanwhile may have carried it there and only lost the answer.
 */
function platformNow(): { wasNeverSent: () => boolean } {
  const beganOffline = isOffline();
  return { wasNeverSent: () => beganOffline && isOffline() };
}

export const send = (request: WireRequest): Promise<WireOutcome> => sendThroughTaro(request, platformNow());

export const upload = (request: UploadRequest): Promise<WireOutcome> =>
  uploadThroughTaro(request, platformNow());

/** Asks the server to keep the refresh token in an HttpOnly cookie. */
export const clientHeaders: Record<string, string> = { 'X-Client': 'web' };
